import { Attacked, START_MS } from './attacked';
import { HONEST_QUERIES } from './honest-queries';

let shop: Attacked;
beforeAll(async () => {
  shop = await Attacked.start();
}, START_MS);
afterAll(() => shop.stop());

describe.each(['Viewer', 'Admin'] as const)('as %s', (caller) => {
  it.each(HONEST_QUERIES.map(([sql, check]) => [sql.slice(0, 80), sql, check] as const))(
    '%s',
    async (_, sql, check) => {
      const { status, error, rows } = await shop.sql(sql, { caller });
      expect([status, error]).toEqual([200, '']);
      check(rows);
    },
  );
});

it('agrees with what the query builder answers', async () => {
  const [built] = await shop.ask([{ kind: 'breakdown', by: 'state', measure: 'orders', limit: 5 }]);
  const { rows } = await shop.sql(
    'SELECT state, count(*) AS n FROM fct_orders WHERE is_purchase AND $__timeFilter(purchased_at) GROUP BY 1',
  );
  const bySql = new Map(rows.map(({ state, n }) => [state, Number(n)]));
  const first = Object.values(built!.rows[0]!);
  expect(first.map((value) => Number(value))).toContain(bySql.get(String(first.find((v) => typeof v === 'string'))));
});

it('formats series and numbers, as panels and alert rules ask for them', async () => {
  const rawSql = 'SELECT $__timeGroup(purchased_at, month) AS time, state, count(*) AS n FROM fct_orders GROUP BY 1, 2';
  const [series, numeric] = await shop.ask(
    [
      { kind: 'sql', rawSql, format: 'time_series' },
      { kind: 'sql', rawSql: 'SELECT state, count(*) AS n FROM fct_orders GROUP BY 1', format: 'numeric' },
    ],
    { caller: 'alert' },
  );
  expect([series!.error, numeric!.error]).toEqual(['', '']);
  expect(series!.rows.length).toBeGreaterThan(12);
  expect(Object.keys(series!.rows[0]!)).toEqual(['time', 'n']);
  expect(Object.keys(numeric!.rows[0]!)).toEqual(['state', 'n']);
});
