import { setMaxListeners } from 'node:events';
import { spawnSync } from 'node:child_process';
import { eventually } from '../../backend/src/grafana/testing/eventually';
import { Attacked, START_MS, leaksOf } from './attacked';

let shop: Attacked;
beforeAll(async () => {
  shop = await Attacked.start();
}, START_MS);
afterAll(() => shop.stop());

const ONE_SECOND = { sqlMode: 'everybody', sqlLimits: { seconds: 1, memoryMb: 128 } } as const;
const PATIENT = { sqlMode: 'everybody', sqlLimits: { seconds: 60, atOnce: 2 } } as const;
const STOPPED = /took longer than 1 second|needs more memory|more space on disk|had to be stopped/;
const CROSS = 'SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE (a.range * b.range) % 7 = 3';

/** The processes in which statements run: their ids, and the seconds of computing that they have used. */
function sqlProcesses(): { pid: number; seconds: number; mb: number }[] {
  // Fails where there are none: one that has to be stopped is started again only when it is needed.
  const table = spawnSync('ps', ['-o', 'pid=,cputimes=,rss=,args=', '--ppid', String(shop.plugin.pid)], {
    encoding: 'utf8',
  });
  if (table.error) throw table.error;
  return table.stdout
    .split('\n')
    .filter((line) => line.includes('sql-sandbox'))
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid = 0, seconds = 0, kb = 0]) => ({ pid, seconds, mb: kb / 1_024 }));
}

it.each([
  ['a cross join', CROSS],
  ['a recursive CTE', 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n'],
  ['a giant text', "SELECT length(repeat(repeat('x', 1000000000), 4))"],
  ['giant texts, row for row', "SELECT sum(length(lpad('x', (100000000 + range)::INT, 'y'))) FROM range(100000)"],
  [
    'a text that is doubled',
    "WITH RECURSIVE n(s, i) AS (SELECT 'x', 0 UNION ALL SELECT s || s, i + 1 FROM n WHERE i < 40) SELECT max(length(s)) FROM n",
  ],
  ['a padded number', "SELECT length(format('{:>2000000000}', 'x'))"],
  ['a giant list', 'SELECT len(range(1000000000))'],
  ['a list of lists', 'SELECT len([[x || y FOR x IN range(9000)] FOR y IN range(9000)])'],
  ['a list that is resized', 'SELECT len(list_resize([1], 2000000000))'],
  ['a list that is sorted', 'SELECT list_sort(range(100000000)::VARCHAR[])[1]'],
  ['a list that is folded', 'SELECT list_reduce(range(10000000), (a, b) -> a + b % 7)'],
  ['a distance of long texts', "SELECT levenshtein(repeat('a', 200000), repeat('b', 200000))"],
  ['an expression without end', "SELECT length(regexp_replace(repeat('a', 100000000), 'a', 'bbbbbbbbbb', 'g'))"],
  ['a split', "SELECT len(string_split(repeat('a,', 300000000), ','))"],
  ['a deep JSON', "SELECT json_valid(repeat('[', 500000000))"],
  ['a series', 'SELECT count(*) FROM generate_series(1, 1000000000000)'],
  ['a sort', 'SELECT * FROM range(10000000000) t(x) ORDER BY md5(x::VARCHAR) LIMIT 100000'],
  ['a window', 'SELECT max(r) FROM (SELECT row_number() OVER (ORDER BY hash(range)) AS r FROM range(1000000000))'],
  ['distinct values', 'SELECT count(DISTINCT md5(range::VARCHAR)) FROM range(10000000000)'],
  ['a result of lists', 'SELECT range(30000000) AS l'],
  [
    'views of views',
    `WITH a0 AS NOT MATERIALIZED (SELECT 1 AS x)${Array.from({ length: 25 }, (_, i) => `, a${i + 1} AS NOT MATERIALIZED (FROM a${i} UNION ALL FROM a${i})`).join('')} SELECT count(*) FROM a25`,
  ],
])('stop %s', async (_, sql) => {
  const answer = await shop.sql(sql, { settings: ONE_SECOND });
  expect(answer).toMatchObject({ status: 400, rows: [], error: expect.stringMatching(STOPPED) as string });
  expect(leaksOf(answer.error, shop.folder)).toEqual([]);
  const next = await shop.sql('SELECT count(*) > 10000 AS full FROM fct_orders', { settings: PATIENT });
  expect(next.rows).toEqual([{ full: true }]);
});

it('let no work go on behind', async () => {
  await eventually(() => sqlProcesses().every(({ mb }) => mb < 900));
  const before = sqlProcesses();
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const after = new Map(sqlProcesses().map(({ pid, seconds }) => [pid, seconds]));
  for (const { pid, seconds } of before) expect((after.get(pid) ?? seconds) - seconds).toBeLessThanOrEqual(1);
});

it('cut results, and say so', async () => {
  const settings = { sqlMode: 'everybody', sqlLimits: { rows: 10, values: 15 } } as const;
  expect((await shop.sql('SELECT range FROM range(1000000000)', { settings })).rows).toHaveLength(10);
  expect((await shop.sql('SELECT range AS a, 1 AS b FROM range(1000000000)', { settings })).rows).toHaveLength(7);
  const large = await shop.sql("SELECT repeat('x', 10000) AS t FROM range(10000)", { settings: PATIENT });
  expect([large.status, large.rows.length]).toEqual([200, 6_710]);
});

it('end the work of a caller who went away', async () => {
  const gone = new AbortController();
  const asked = shop.sql(CROSS, { settings: PATIENT, signal: gone.signal });
  setTimeout(() => gone.abort(), 2_000);
  await expect(asked).rejects.toMatchObject({ code: 1 });
  const { rows } = await shop.sql('SELECT 1 AS one', { settings: PATIENT });
  expect(rows).toEqual([{ one: 1 }]);
});

it('let others be answered while one floods', async () => {
  const gone = new AbortController();
  setMaxListeners(0, gone.signal);
  const flood = Array.from({ length: 30 }, (_, i) =>
    shop.sql(`${CROSS} AND a.range > ${i}`, { login: 'ann', settings: PATIENT, signal: gone.signal }),
  );
  const ended = Promise.allSettled(flood);
  for (const login of ['ben', 'cid', 'dora']) {
    const { rows } = await shop.sql(`SELECT '${login}' AS who`, { login, settings: PATIENT });
    expect(rows).toEqual([{ who: login }]);
  }
  gone.abort();
  expect(new Set((await ended).map(({ status }) => status))).toEqual(new Set(['rejected']));
});

it('leave dashboards alone', async () => {
  const gone = new AbortController();
  const flood = ['ann', 'ben'].map((login) => shop.sql(CROSS, { login, settings: PATIENT, signal: gone.signal }));
  const ended = Promise.allSettled(flood);
  const answers = await shop.ask([{ kind: 'kpis' }, { kind: 'sales' }, { kind: 'rfm_segments' }]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  gone.abort();
  await ended;
});

it('leave nothing behind that was spilled, and no word on the standard output', async () => {
  await eventually(() => Object.keys(shop.digests()).every((name) => !name.includes('-sql')));
  expect(shop.plugin.stdout()).toEqual([shop.plugin.handshake]);
});
