import { addDays, NOT_YET, SEGMENTS, type Frame } from '../../contract';
import { checkFrame } from '../../frames';
import type { Answer } from '../question';
import { rowsOf, sampleShop, type AskOptions, type Shop } from '../testing/shop';

let shop: Shop;

beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);

afterAll(() => shop.close());

async function frameOf(asked: Promise<Answer>): Promise<Frame> {
  const { error, frames } = await asked;
  expect(error).toBeUndefined();
  checkFrame(frames[0]!);
  return frames[0]!;
}

const rows = async (model: object, options?: AskOptions) => rowsOf(await frameOf(shop.ask(model, options)));
const sum = (values: readonly unknown[]): number => values.reduce<number>((total, value) => total + Number(value), 0);
const PERSONS = `
  SELECT customer_unique_id AS person, order_purchase_timestamp::DATE AS day
  FROM orders JOIN customers USING (customer_id)
  WHERE order_status NOT IN ('canceled', 'unavailable')`;

describe('cohorts', () => {
  const UNTIL = { from: '2017-01-01', to: '2018-05-31' };

  it('count as the files do: who purchased first in a month, and again so many months later', async () => {
    const found = await rows({ kind: 'cohorts' }, UNTIL);
    const truth = await shop.csv(`
      WITH bought AS (SELECT DISTINCT * FROM (${PERSONS}) WHERE day <= '2018-05-31'),
      firsts AS (SELECT person, date_trunc('month', min(day)) AS cohort FROM bought GROUP BY 1)
      SELECT strftime(cohort, '%Y-%m-%d') AS cohort, date_diff('month', cohort, day)::DOUBLE AS period,
        count(DISTINCT person)::DOUBLE AS customers
      FROM bought JOIN firsts USING (person) WHERE cohort >= '2017-01-01' GROUP BY ALL`);
    const key = ({ cohort, period }: Record<string, unknown>, day = String(cohort)) => `${day} ${String(period)}`;
    const expected = new Map(truth.map((row) => [key(row), row.customers]));
    const day = (ns: unknown): string => new Date(Number(BigInt(String(ns)) / 1_000_000n)).toISOString().slice(0, 10);
    for (const row of found) expect(row.customers).toBe(expected.get(key(row, day(row.cohort))) ?? 0);
    expect(sum(found.map(({ customers }) => customers))).toBe(sum(truth.map(({ customers }) => customers)));
  });

  it('keep all of a cohort in its first period, and know which periods still run', async () => {
    const found = await rows({ kind: 'cohorts' }, UNTIL);
    for (const { period, retention, customers, cohort_customers: size } of found.filter((row) => row.period === 0)) {
      expect({ period, retention, customers }).toEqual({ period: 0, retention: 1, customers: size });
    }
    expect(found.every(({ complete }) => complete === true)).toBe(true);
    const early = await rows({ kind: 'cohorts' }, { from: '2017-01-01', to: '2018-05-30' });
    const running = early.filter(({ complete }) => complete === false);
    // The last period of each cohort: that of the as-of day.
    expect(running).toHaveLength(new Set(early.map(({ cohort }) => cohort)).size);
  });

  it('are a row per cohort with a column per period for a heat map', async () => {
    const found = await rows({ kind: 'cohorts', measure: 'retention' }, UNTIL);
    expect(found).toHaveLength(17);
    expect(found[0]).toMatchObject({ '0': 1, '16': expect.any(Number) });
    expect(found[16]).toMatchObject({ '0': 1, '1': null });
  });

  it('go by weeks that begin on Mondays', async () => {
    const { fields, meta } = await frameOf(shop.ask({ kind: 'cohorts', period: 'week', measure: 'customers' }, UNTIL));
    expect(meta?.custom).toMatchObject({ grain: 'week' });
    const [cohort] = fields;
    for (const ns of rowsOf({ name: 'x', fields: [cohort!] })) {
      expect(new Date(Number(BigInt(String(ns.cohort)) / 1_000_000n)).getUTCDay()).toBe(1);
    }
  });

  it('follow filters, and are no data where nobody is left', async () => {
    const all = await rows({ kind: 'cohorts' }, UNTIL);
    const some = await rows({ kind: 'cohorts', filters: { state: ['SP'] } }, UNTIL);
    const others = await rows({ kind: 'cohorts', exclude: { state: ['SP'] } }, UNTIL);
    const total = (found: typeof all) => sum(found.map(({ customers }) => customers));
    expect(total(some)).toBeGreaterThan(0);
    expect(total(some) + total(others)).toBe(total(all));
    const none = await frameOf(shop.ask({ kind: 'cohorts', filters: { state: ['XX'] } }, UNTIL));
    expect(none).toMatchObject({ meta: { type: 'table' }, fields: [] });
  });
});

describe('lifecycle', () => {
  const ALL = { from: '2016-01-01', to: '2018-05-31' };

  it.each([
    ['month', {}],
    ['week', {}],
    ['month', { filters: { state: ['SP', 'RJ'] } }],
  ])('adds up to the customers who are active at the end, by %s %j', async (period, narrowing) => {
    const steps = await rows({ kind: 'lifecycle', period, ...narrowing }, ALL);
    const total = (stage: string) => sum(steps.map((step) => step[stage]));
    const customers = await rows({ kind: 'customers', limit: 1_000_000, ...narrowing }, ALL);
    expect(total('new')).toBe(customers.length);
    const active = customers.filter(({ status }) => status === 'active').length;
    expect(total('new') + total('reactivated') - total('dormant')).toBe(active);
    expect(active).toBeGreaterThan(10);
    expect(total('reactivated')).toBeGreaterThan(0);
  });

  it('counts everybody who purchased in a month once', async () => {
    const steps = await rows({ kind: 'lifecycle' }, { from: '2018-01-01', to: '2018-03-31' });
    const truth = await shop.csv(`
      SELECT date_trunc('month', day) AS month, count(DISTINCT person)::DOUBLE AS buyers FROM (${PERSONS})
      WHERE day BETWEEN '2018-01-01' AND '2018-03-31' GROUP BY 1 ORDER BY 1`);
    expect(steps.map((step) => sum([step.new, step.returning, step.reactivated]))).toEqual(
      truth.map(({ buyers }) => buyers),
    );
  });

  it('goes by the churn rule of the settings', async () => {
    const of = async (churnDays: number) => rows({ kind: 'lifecycle' }, { ...ALL, settings: { churnDays } });
    const [short, long] = [await of(30), await of(180)];
    const total = (steps: typeof short, stage: string) => sum(steps.map((step) => step[stage]));
    expect(total(short, 'reactivated')).toBeGreaterThan(total(long, 'reactivated'));
    expect(total(short, 'new')).toBe(total(long, 'new'));
  });

  it('has as churn rate of a step who went, of those who were active when it began', async () => {
    const rates = await rows({ kind: 'lifecycle', figure: 'churn_rate' }, { from: '2018-03-01', to: '2018-05-20' });
    expect(rates.map(({ time }) => new Date(Number(time) / 1e6).toISOString().slice(0, 10))).toEqual([
      '2018-03-01',
      '2018-04-01',
    ]);
    const active = await rows(
      { kind: 'customers', limit: 1_000_000, status: ['active'] },
      { ...ALL, to: '2018-03-31' },
    );
    const [april] = await rows({ kind: 'lifecycle' }, { from: '2018-04-01', to: '2018-04-30' });
    expect(rates[1]?.churn_rate).toBeCloseTo(Number(april?.dormant) / active.length, 12);
    expect(rates[1]?.churn_rate).toBeGreaterThan(0);
  });

  it('has no churn rate of a step that still runs, or that began with nobody active', async () => {
    const running = { from: '2018-05-01', to: '2018-05-20' };
    const frame = await frameOf(shop.ask({ kind: 'lifecycle', figure: 'churn_rate' }, running));
    expect(frame).toMatchObject({ meta: { type: 'timeseries-wide' }, fields: [] });
    const all = await rows({ kind: 'lifecycle', figure: 'churn_rate', period: 'week' }, ALL);
    const steps = await rows({ kind: 'lifecycle', period: 'week' }, ALL);
    expect(all.length).toBeLessThan(steps.length);
    expect(all.every(({ churn_rate }) => Number(churn_rate) >= 0 && Number(churn_rate) <= 1)).toBe(true);
  });

  it('is no data before the shop began', async () => {
    const frame = await frameOf(shop.ask({ kind: 'lifecycle' }, { from: '2010-01-01', to: '2010-12-31' }));
    expect(frame).toMatchObject({ meta: { type: 'timeseries-wide' }, fields: [] });
  });
});

describe('segment moves', () => {
  const AT = { from: '2017-01-01', to: '2018-05-31' };
  const bySegment = async (day: string) =>
    new Map((await rows({ kind: 'rfm_segments' }, { ...AT, to: day })).map((row) => [row.segment, row.customers]));

  it('end in the segments of today and begin in those of then', async () => {
    const moves = await rows({ kind: 'segment_moves', days: 60 }, AT);
    const [now, then] = [await bySegment('2018-05-31'), await bySegment(addDays('2018-05-31', -60))];
    for (const segment of SEGMENTS) {
      const into = moves.filter((row) => row.to_segment === segment);
      expect(sum(into.map(({ customers }) => customers))).toBe(now.get(segment) ?? 0);
      const from = moves.filter((row) => row.from_segment === segment);
      expect(sum(from.map(({ customers }) => customers))).toBe(then.get(segment) ?? 0);
      if (from.length > 0) expect(sum(from.map(({ share }) => share))).toBeCloseTo(1, 9);
    }
    const fresh = moves.filter((row) => row.from_segment === NOT_YET);
    expect(sum(fresh.map(({ customers }) => customers))).toBe(sum([...now.values()]) - sum([...then.values()]));
  });

  it('begin with nobody before the data does, and say so', async () => {
    const { meta, ...frame } = await frameOf(shop.ask({ kind: 'segment_moves', days: 3_000 }, AT));
    expect(new Set(rowsOf(frame).map((row) => row.from_segment))).toEqual(new Set([NOT_YET]));
    expect(meta?.notices?.[0]?.text).toContain('nobody was a customer then');
  });

  it('follow filters by the segment of today', async () => {
    const moves = await rows({ kind: 'segment_moves', filters: { segment: ['Lost'] } }, AT);
    expect(new Set(moves.map((row) => row.to_segment))).toEqual(new Set(['Lost']));
  });
});
