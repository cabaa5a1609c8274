import { DEFAULT_SQL_LIMITS, startOf, type Frame, type SqlLimits, type SqlMode } from '../../contract';
import type { Answer } from '../question';
import { rowsOf, sampleShop, type AskOptions, type Shop } from '../testing/shop';

let shop: Shop;

beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);

afterAll(() => shop.close());

/** Asks with SQL, where everybody may unless said otherwise. */
function ask(
  rawSql: string,
  { mode = 'everybody', limits = {}, ...options }: AskOptions & { mode?: SqlMode; limits?: Partial<SqlLimits> } = {},
  model: object = {},
): Promise<Answer> {
  const settings = { sqlMode: mode, sqlLimits: { ...DEFAULT_SQL_LIMITS, ...limits } };
  return shop.ask({ kind: 'sql', rawSql, ...model }, { ...options, settings });
}

async function frameOf(asked: Promise<Answer>): Promise<Frame> {
  const { status, error, frames } = await asked;
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  return frames[0]!;
}

const errorOf = async (asked: Promise<Answer>) => {
  const { status, error, frames } = await asked;
  expect(frames).toEqual([]);
  return { status, error };
};

/** A day as frames hold it. */
const nanoseconds = (day: string): bigint => BigInt(startOf(day)) * 1_000_000n;

describe('who may run SQL', () => {
  it.each([
    ['off', true, /SQL mode is off for this data source\. An admin can switch it on/],
    ['editors', false, /for editors and admins/],
  ] as const)('mode %s refuses, trusted or not: %s', async (mode, trusted, message) => {
    const refused = await errorOf(ask('SELECT 1', { mode, trusted }));
    expect(refused).toEqual({ status: 403, error: expect.stringMatching(message) });
  });

  it('is refused before the statement is looked at', async () => {
    expect(await errorOf(ask('not even SQL', { mode: 'off' }))).toHaveProperty('status', 403);
  });

  it.each([
    ['editors', true],
    ['everybody', false],
  ] as const)('mode %s lets through, trusted or not: %s', async (mode, trusted) => {
    expect(rowsOf(await frameOf(ask('SELECT 1 AS one', { mode, trusted })))).toEqual([{ one: 1 }]);
  });
});

describe('a statement', () => {
  it('reads the marts within the time range', async () => {
    const sql = 'SELECT count(*) AS orders FROM fct_orders WHERE is_purchase AND $__timeFilter(purchased_at)';
    const [counted] = rowsOf(await frameOf(ask(sql, { from: '2018-01-01', to: '2018-01-31' })));
    const [truth] = await shop.csv(`
      SELECT count(*)::INTEGER AS orders FROM orders
      WHERE order_status NOT IN ('canceled', 'unavailable') AND order_purchase_timestamp LIKE '2018-01-%'`);
    expect(counted).toEqual(truth);
    expect(Number(truth?.orders)).toBeGreaterThan(10);
  });

  it('knows the as-of day, which a query may name', async () => {
    const day = async (model: object) =>
      rowsOf(await frameOf(ask('SELECT $__asOf() AS day', { to: '2018-03-31' }, model)));
    expect(await day({})).toEqual([{ day: nanoseconds('2018-03-31') }]);
    expect(await day({ asOf: '2017-12-31' })).toEqual([{ day: nanoseconds('2017-12-31') }]);
  });

  it('goes by the step of the picture', async () => {
    const sql = 'SELECT $__interval_ms AS ms';
    expect(rowsOf(await frameOf(ask(sql, { intervalMs: 3_600_000 })))).toEqual([{ ms: 3_600_000 }]);
    const byWidth = { from: '2018-01-01', to: '2018-01-10', maxDataPoints: 10 };
    expect(rowsOf(await frameOf(ask(sql, byWidth)))).toEqual([{ ms: 86_400_000 }]);
  });

  it('says which SQL ran, and of which data the answer speaks', async () => {
    const { meta } = await frameOf(ask('SELECT $__timeFrom() AS a', { from: '2018-01-01' }));
    expect(meta?.executedQueryString).toBe("SELECT TIMESTAMP '2018-01-01 00:00:00.000' AS a");
    expect(meta?.custom).toMatchObject({ sample: true, generation: expect.stringMatching(/\w/) });
  });

  it.each([
    ['', /There is no SQL yet/],
    ['SELECT * FROM stg_orders', /no table "stg_orders"/],
    ['SELECT $state', /\$state .* was not replaced/],
    ['SELECT nothing FROM fct_orders', /nothing/],
  ])('that cannot be run is refused in words: %s', async (sql, message) => {
    expect(await errorOf(ask(sql))).toEqual({ status: 400, error: expect.stringMatching(message) });
  });

  it('takes no filters, which would be left out in silence', async () => {
    const refused = await errorOf(ask('SELECT 1', {}, { filters: { state: ['SP'] } }));
    expect(refused.error).toContain('filters.state does not apply to sql');
  });

  it('is cut at the limit of rows, with a notice', async () => {
    const frame = await frameOf(ask('SELECT range AS n FROM range(100)', { limits: { rows: 10 } }));
    expect(rowsOf(frame)).toHaveLength(10);
    expect(frame.meta?.notices?.[0]).toEqual({
      severity: 'warning',
      text: expect.stringContaining('limit of 10 rows'),
    });
  });

  it('is stopped at the time limit', async () => {
    const endless = 'SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE (a.range * b.range) % 7 = 3';
    const refused = await errorOf(ask(endless, { limits: { seconds: 1 } }));
    expect(refused).toEqual({ status: 400, error: expect.stringContaining('took longer than 1 second') });
  });
});

describe('the format', () => {
  const BY_STATE = `SELECT $__timeGroup(purchased_at, month) AS time, state, sum(payment_value) AS revenue
    FROM fct_orders WHERE state IN ('SP', 'RJ') GROUP BY ALL`;

  it('time series: a field per text', async () => {
    const { fields, meta } = await frameOf(ask(BY_STATE, {}, { format: 'time_series' }));
    expect(meta?.type).toBe('timeseries-wide');
    expect(fields.map(({ labels }) => labels?.state)).toEqual([undefined, 'RJ', 'SP']);
  });

  it('time series by the column that is named', async () => {
    const sql = "SELECT DATE '2018-01-01' AS a, DATE '2018-02-01' AS b, 1 AS n";
    const named = await frameOf(ask(sql, {}, { format: 'time_series', timeColumn: 'b' }));
    expect(rowsOf(named)).toEqual([{ b: nanoseconds('2018-02-01'), n: 1 }]);
    const wrong = await errorOf(ask(sql, {}, { format: 'time_series', timeColumn: 'n' }));
    expect(wrong.error).toContain('The time column "n" holds INTEGER');
    const missing = await errorOf(ask(sql, {}, { format: 'time_series', timeColumn: 'c' }));
    expect(missing.error).toContain('no column "c" to take for the time; its columns: "a", "b", "n"');
  });

  it('numeric: a number per text, for alert rules', async () => {
    const sql = 'SELECT state, count(*) AS customers FROM dim_customers GROUP BY 1 ORDER BY 2 DESC LIMIT 3';
    const { meta, fields } = await frameOf(ask(sql, {}, { format: 'numeric' }));
    expect(meta?.type).toBe('numeric-long');
    expect(fields.map(({ column }) => column.name)).toEqual(['state', 'customers']);
  });
});

describe('ids of customers', () => {
  const SQL = 'SELECT customer_id FROM dim_customers LIMIT 1';
  const first = async (fullIds: boolean) => String(rowsOf(await frameOf(ask(SQL, { fullIds })))[0]?.customer_id);

  it('are short for those who may not see them whole', async () => {
    expect(await first(true)).toMatch(/^[0-9a-f]{32}$/);
    expect(await first(false)).toMatch(/^[0-9a-f]{8}…$/);
  });

  it.each(['FROM main.dim_customers', 'FROM load_rejects', 'FROM temp.dim_customers'])(
    'cannot be reached by another way: %s',
    async (sql) => {
      expect((await errorOf(ask(sql, { fullIds: false }))).error).toContain('There is no table');
    },
  );
});
