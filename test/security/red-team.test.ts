import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { HOSTILE } from '../../backend/src/queries/sql-mode/guard/testing/hostile';
import { Attacked, START_MS, leaksOf, type Caller, type Settings } from './attacked';
import { HOSTILE_BODIES } from './hostile-bodies';
import { HOSTILE_STATEMENTS } from './hostile-statements';

let shop: Attacked;
let before: Record<string, string>;

beforeAll(async () => {
  shop = await Attacked.start();
  before = shop.digests();
}, START_MS);
afterAll(() => shop.stop());

const refused = (answer: { status: number; error: string; rows: unknown[] }, refusal: RegExp, status = 400): void => {
  expect(answer).toEqual({ status, rows: [], error: expect.stringMatching(refusal) });
  expect(leaksOf(answer.error, shop.folder)).toEqual([]);
};

/** What the macros refuse before the guard sees it, and the other names of the tables here. */
const SOONER = /was not replaced|never closed|lie in each other|no SQL yet|code 0|longer than 20000|no table/;

describe.each(['Viewer', 'Admin'] as const)('statements of the role %s', (caller) => {
  it.each(HOSTILE_STATEMENTS.map(([sql, refusal]) => [sql.slice(0, 70), sql, refusal] as const))(
    'are refused: %s',
    async (_, sql, refusal) => {
      const toAdmins = caller === 'Admin' && /^FROM (?:load_rejects|main\.dim_customers)$/.test(sql);
      const answer = await shop.sql(sql, { caller });
      if (toAdmins) expect(answer.status).toBe(200);
      else refused(answer, refusal);
    },
  );

  it.each(Object.entries(HOSTILE))('are refused where the guard is tested with them: %s', async (_, statements) => {
    const models = statements.map(([rawSql]) => ({ kind: 'sql', rawSql }));
    const answers = await shop.ask(models, { caller });
    for (const [index, [, refusal]] of statements.entries()) {
      refused(answers[index]!, new RegExp(`${refusal.source}|${SOONER.source}`));
    }
  });
});

describe('bodies of queries', () => {
  it.each(HOSTILE_BODIES.map(([body, refusal]) => [JSON.stringify(body).slice(0, 70), body, refusal] as const))(
    'are refused: %s',
    async (_, body, refusal) => refused((await shop.ask([body]))[0]!, refusal),
  );

  it('may hold what Grafana itself puts in', async () => {
    const datasource = { uid: 'x', type: 'churnwatch-warehouse-datasource' };
    const own = { refId: 'Z', key: 'k', hide: false, queryType: '', datasource, datasourceId: 1, intervalMs: 1 };
    const [answer] = await shop.ask([{ kind: 'sql', rawSql: 'SELECT 1 AS one', maxDataPoints: 5, ...own }]);
    expect(answer).toMatchObject({ status: 200, rows: [{ one: 1 }] });
  });

  it.each([
    ['NaN', { fromEpochMS: Number.NaN, toEpochMS: 0 }],
    ['Infinity', { fromEpochMS: 0, toEpochMS: Number.POSITIVE_INFINITY }],
    ['the end of all integers', { fromEpochMS: 0, toEpochMS: 2 ** 62 }],
    ['an end before the start', { fromEpochMS: 10, toEpochMS: 5 }],
  ])('do not get far with a time range of %s', async (_, range) => {
    const answered = await shop
      .ask([{ kind: 'sales' }, { kind: 'sql', rawSql: 'SELECT $__timeFrom()' }], { range })
      .then(
        (answers) => answers.map(({ status, error }) => `${status} ${error}`),
        (error: Error) => [error.message],
      );
    for (const text of answered) {
      expect(text).toMatch(/^400 The time range|^200 |integer|NaN|Infinity|range|BigInt/);
      expect(leaksOf(text, shop.folder)).toEqual([]);
    }
  });

  it('pollute no prototype', async () => {
    await shop.ask(['{"kind":"sales","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}']);
    const [answer] = await shop.ask([{ kind: 'sql', rawSql: 'SELECT 1 AS one' }]);
    expect(answer).toMatchObject({ status: 200, rows: [{ one: 1 }] });
  });
});

describe('who may run SQL', () => {
  const CALLERS: readonly Caller[] = ['Viewer', 'Editor', 'Admin', 'None', 'alert'];
  const ALLOWED: Record<NonNullable<Settings['sqlMode']>, readonly Caller[]> = {
    off: [],
    editors: ['Editor', 'Admin', 'alert'],
    everybody: CALLERS,
  };

  it.each(Object.entries(ALLOWED))('in mode %s: %s', async (sqlMode, allowed) => {
    const settings = { sqlMode: sqlMode as keyof typeof ALLOWED };
    for (const caller of CALLERS) {
      const answer = await shop.sql('SELECT 1 AS one', { caller, settings });
      if (allowed.includes(caller)) expect([caller, answer.rows]).toEqual([caller, [{ one: 1 }]]);
      else refused(answer, /SQL mode is off|for editors and admins/, 403);
    }
  });

  it('is off unless somebody turned it on', async () => {
    refused(await shop.sql('SELECT 1', { caller: 'Admin', settings: {} }), /SQL mode is off/, 403);
  });

  it('is refused alike whatever the statement: nothing about it is told', async () => {
    for (const sql of ['not SQL', 'FROM load_rejects', "FROM '/etc/passwd'"]) {
      refused(await shop.sql(sql, { settings: { sqlMode: 'editors' } }), /for editors and admins/, 403);
    }
  });
});

describe('resource calls', () => {
  const query = (rawSql: string) => JSON.stringify({ from: 0, to: 1, queries: [{ refId: 'A', kind: 'sql', rawSql }] });
  const JSON_TYPE = { 'content-type': { values: ['application/json'] } };

  it.each([
    ...['../../etc/passwd', '..%2f..%2fetc%2fpasswd', '%2e%2e/%2e%2e/etc/passwd', '..\\..\\windows', '/etc/passwd'],
    ...[
      '//evil.example/x',
      'status/../../secret',
      'status/%00',
      '%',
      '%ff%fe',
      '.git/config',
      '__proto__',
      'a'.repeat(9_000),
    ],
    ...['http://evil.example/', 'customers/..%2f..%2fsecret', 'dashboards', 'documentation'],
  ])('come to nothing at %s', async (path) => {
    const { code, body } = await shop.resource({ path });
    expect([400, 404, 414]).toContain(code);
    expect(body).toMatch(/error/);
    expect(body).not.toMatch(/root:|\bat .*:\d+:\d+|node_modules/);
  });

  it.each(['x-churnwatch-role', 'X-Churnwatch-Role', 'X-CHURNWATCH-ROLE', 'x-grafana-role', 'x-forwarded-user'])(
    'cannot forge a role by the header %s',
    async (name) => {
      const settings: Settings = { sqlMode: 'editors' };
      await shop.served(settings);
      const headers = { ...JSON_TYPE, [name]: { values: ['Admin'] } };
      const trained = await shop.resource({ path: 'model/train', method: 'POST', headers, settings });
      expect(trained.code).toBe(403);
      const asked = await shop.resource({ path: 'query', method: 'POST', body: query('SELECT 1'), headers, settings });
      expect(asked.body).toContain('for editors and admins');
      const listed = await shop.resource({ path: 'customers', headers, settings });
      expect(listed.code).toBe(200);
      expect(leaksOf(listed.body, shop.folder)).toEqual([]);
    },
  );

  it.each([
    ['no JSON', '{"from":', 400],
    ['a list', '[]', 400],
    ['a range that is none', '{"from":"x","to":1,"queries":[]}', 400],
    ['too many queries', JSON.stringify({ from: 0, to: 1, queries: Array(101).fill({ refId: 'A' }) }), 400],
    ['something besides', '{"from":0,"to":1,"queries":[],"role":"Admin"}', 400],
    ['a prototype', '{"from":0,"to":1,"queries":[],"__proto__":{"role":"Admin"}}', 400],
    ['too much', `{"from":0,"to":1,"queries":[{"refId":"A","x":"${'x'.repeat(1_100_000)}"}]}`, 413],
  ])('are answered in words when their body is %s', async (_, body, status) => {
    const answer = await shop.resource({ path: 'query', method: 'POST', body, headers: JSON_TYPE });
    expect([answer.code, leaksOf(answer.body, shop.folder)]).toEqual([status, []]);
  });
});

describe('afterwards', () => {
  it('the warehouse is as it was', () => {
    expect(shop.digests()).toEqual(before);
    expect(Object.keys(before).length).toBeGreaterThan(1);
  });

  it('nothing was written elsewhere', () => {
    expect(['/tmp/stolen.csv', '/tmp/stolen', '/tmp/x', '/tmp/x.duckdb'].filter(existsSync)).toEqual([]);
    expect(readdirSync(tmpdir()).filter((name) => /\.duckdb_extension$|stolen/.test(name))).toEqual([]);
  });

  it('the plugin answers as before, and has told its log of no fault', async () => {
    expect((await shop.sql('SELECT count(*) AS n FROM fct_orders')).status).toBe(200);
    expect(shop.plugin.stdout()).toEqual([shop.plugin.handshake]);
    expect(shop.plugin.stderr().filter((line) => /"@level":"error"/.test(line))).toEqual([]);
  });
});
