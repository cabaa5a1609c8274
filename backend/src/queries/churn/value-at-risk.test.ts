import { RISK_BANDS, VALUE_AT_RISK_COLUMNS, VALUE_AT_RISK_MEASURES, VALUE_CLASSES, type Frame } from '../../contract';
import { checkFrame, outgoing } from '../../frames';
import { rowsOf, sampleShop, type AskOptions, type Shop } from '../testing/shop';
import type { Scorer } from './scorer';
import { fakeModel } from './testing/fake-model';
import { fakeScorer } from './testing/fake-scorer';

let shop: Shop;
beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);
afterAll(() => shop.close());

const fake = fakeScorer(fakeModel({}));
/** The table of scores that answered last, for plain SQL over it. */
let scores = '';
const scorer: Scorer = {
  ...fake,
  scored: (request, use) =>
    fake.scored(request, (scored) => {
      scores = scored.table;
      return use(scored);
    }),
};

async function frameOf(model: object = {}, options: AskOptions = {}): Promise<Frame | undefined> {
  const { status, error, frames } = await shop.ask({ kind: 'value_at_risk', ...model }, { scorer, ...options });
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  frames.forEach((frame) => checkFrame(outgoing(frame)));
  return frames[0];
}
const cells = async (model?: object, options?: AskOptions) => rowsOf(await frameOf(model, options));
const plain = (sql: string) => shop.warehouse.use((engine) => engine.rows(sql));
const sum = (rows: readonly Record<string, unknown>[], key: string): number =>
  rows.reduce((total, row) => total + Number(row[key]), 0);

it('has the columns of the contract and a row for every cell, the high ones first', async () => {
  const frame = await frameOf();
  expect(frame?.fields.map(({ column }) => column.name)).toEqual(VALUE_AT_RISK_COLUMNS);
  expect(rowsOf(frame).map((row) => [row.value_class, row.band])).toEqual(
    VALUE_CLASSES.flatMap((value) => RISK_BANDS.map((band) => [value, band])),
  );
  expect(frame?.meta?.custom).toMatchObject({ value: 'monetary', horizonDays: 180 });
});

it.each(['monetary', 'value_if_returns'])('agrees with plain SQL over the scores, worth by %s', async (value) => {
  const found = await cells({ value });
  const truth = await plain(`
    WITH cut AS (
      SELECT round(quantile_disc(${value}, 0.8), 2) AS high, round(quantile_disc(${value}, 0.5), 2) AS medium FROM ${scores}
    )
    SELECT
      CASE WHEN ${value} >= high THEN 'high_value' WHEN ${value} >= medium THEN 'medium_value' ELSE 'low_value' END AS class,
      band::VARCHAR AS band, count(*)::DOUBLE AS customers, sum(monetary) AS revenue, sum(revenue_at_risk) AS at_risk,
      sum(expected_revenue) AS expected, avg(churn_probability) AS probability
    FROM ${scores}, cut GROUP BY ALL`);
  expect(truth.length).toBeGreaterThan(4);
  for (const cell of found) {
    const row = truth.find((one) => one.class === cell.value_class && one.band === cell.band);
    expect(cell.customers).toBe(row?.customers ?? 0);
    expect(cell.revenue).toBeCloseTo(Number(row?.revenue ?? 0), 4);
    expect(cell.revenue_at_risk).toBeCloseTo(Number(row?.at_risk ?? 0), 4);
    expect(cell.expected_revenue).toBeCloseTo(Number(row?.expected ?? 0), 4);
    if (row) expect(cell.mean_churn_probability).toBeCloseTo(Number(row.probability), 10);
    else expect(cell.mean_churn_probability).toBeNull();
  }
});

it('puts a fifth of the customers into the high class and half of them into the low one', async () => {
  const found = await cells();
  const everyone = sum(found, 'customers');
  const shareOf = (value: string) =>
    sum(
      found.filter((row) => row.value_class === value),
      'customers',
    ) / everyone;
  expect(shareOf('high_value')).toBeCloseTo(0.2, 2);
  expect(shareOf('low_value')).toBeCloseTo(0.5, 2);
  for (const share of ['customer_share', 'revenue_share', 'revenue_at_risk_share']) {
    expect(sum(found, share)).toBeCloseTo(1, 9);
  }
});

it('names the very customers of each cell by its band and bounds', async () => {
  for (const value of ['monetary', 'value_if_returns']) {
    for (const cell of await cells({ value, filters: { state: ['SP', 'RJ'] }, status: ['active'] })) {
      const { value_from: from, value_to: to, band, customers } = cell;
      const where = [
        ...(from === null ? [] : [{ field: value, operator: '>=', value: from }]),
        ...(to === null ? [] : [{ field: value, operator: '<', value: to }]),
      ];
      const filters = { state: ['SP', 'RJ'], band: [band] };
      const list = { kind: 'churn_scores', status: ['active'], limit: 1_000_000, filters, where };
      const rows = await cells(list);
      expect({ band, from, to, listed: rows.length }).toEqual({ band, from, to, listed: customers });
      expect(sum(rows, 'revenue_at_risk')).toBeCloseTo(Number(cell.revenue_at_risk), 4);
    }
  }
}, 30_000);

it('keeps the bounds of all customers whatever the filters', async () => {
  const bounds = async (model: object) => (await cells(model)).map((row) => [row.value_from, row.value_to]);
  const everyone = await bounds({});
  expect(await bounds({ filters: { state: ['SP'] }, status: ['churned'] })).toEqual(everyone);
  expect(await cells({ filters: { state: ['SP'] } })).not.toEqual(await cells());
});

it('takes amounts for bounds, and moves the other bound out of their way', async () => {
  const bounds = async (model: object) => {
    const custom = (await frameOf(model))?.meta?.custom;
    return [custom?.highFrom, custom?.mediumFrom];
  };
  const [high, medium] = (await bounds({})).map(Number);
  expect(await bounds({ highFrom: 500, mediumFrom: '100' })).toEqual([500, 100]);
  expect(await bounds({ highFrom: 1 })).toEqual([1, 1]);
  expect(await bounds({ mediumFrom: 1 })).toEqual([high, 1]);
  expect(await bounds({ highFrom: 99_999 })).toEqual([99_999, medium]);
  expect(await bounds({ mediumFrom: 99_999 })).toEqual([99_999, 99_999]);
  const found = await cells({ highFrom: 100, mediumFrom: 50 });
  const [truth] = await plain(`SELECT count(*)::DOUBLE AS n FROM ${scores} WHERE monetary >= 100`);
  expect(
    sum(
      found.filter((row) => row.value_class === 'high_value'),
      'customers',
    ),
  ).toBe(truth?.n);
});

it('says in which order to act: the highest risk first, then the most at stake for each customer', async () => {
  const found = await cells();
  const ordered = found
    .filter((row) => row.priority !== null)
    .sort((one, other) => Number(one.priority) - Number(other.priority));
  expect(ordered.map((row) => row.priority)).toEqual(ordered.map((_, i) => i + 1));
  expect(ordered.length).toBe(found.filter((row) => Number(row.revenue_at_risk) > 0).length);
  const high = found.filter((row) => row.band === 'high' && Number(row.customers) > 0);
  const each = (row: (typeof found)[number]) => Number(row.revenue_at_risk) / Number(row.customers);
  expect(ordered[0]?.band).toBe('high');
  expect(high.every((row) => each(row) <= each(ordered[0]!))).toBe(true);
  const [calm] = await cells({ filters: { band: ['low'] } }).then((rows) => rows.filter((row) => row.priority === 1));
  expect(calm?.band).toBe('low');
});

it.each(VALUE_AT_RISK_MEASURES)('gives alert rules one number of %s per cell', async (measure) => {
  const frame = await frameOf({ measure });
  expect(frame?.meta?.type).toBe('numeric-long');
  expect(frame?.fields.map(({ column }) => [column.name, column.type, column.nullCount])).toEqual([
    ['value_class', 'text', 0],
    ['band', 'text', 0],
    [measure, 'float64', 0],
  ]);
  const table = await cells();
  expect(rowsOf(frame).map((row) => row[measure])).toEqual(table.map((row) => row[measure]));
});

it('says "no data" where nobody is left', async () => {
  const nobody = { filters: { state: ['XX'] } };
  expect(await frameOf(nobody)).toMatchObject({ fields: [], meta: { type: 'table' } });
  const numeric = await frameOf({ ...nobody, measure: 'customers' });
  expect(numeric).toMatchObject({ fields: [], meta: { type: 'numeric-long' } });
});

it('leaves the cells of nobody empty, and prefers none of them', async () => {
  const [one] = await cells({ kind: 'churn_scores', limit: 1 });
  const where = { filters: { state: [one?.state], segment: [one?.segment], band: [one?.band] } };
  const found = await cells(where);
  const empty = found.filter((row) => row.customers === 0);
  expect(empty.length).toBeGreaterThanOrEqual(6);
  for (const row of empty) {
    expect(row).toMatchObject({ revenue: 0, revenue_at_risk: 0, mean_churn_probability: null, priority: null });
  }
});

it('refuses bounds that cross, and amounts below zero', async () => {
  const crossed = await shop.ask({ kind: 'value_at_risk', highFrom: 10, mediumFrom: 20 }, { scorer });
  expect(crossed).toMatchObject({ status: 400, error: expect.stringContaining('must be at least mediumFrom (20)') });
  const negative = await shop.ask({ kind: 'value_at_risk', highFrom: -1 }, { scorer });
  expect(negative).toMatchObject({ status: 400, error: 'highFrom must be at least 0, not -1.' });
  const unknown = await shop.ask({ kind: 'value_at_risk', value: 'fame' }, { scorer });
  expect(unknown).toMatchObject({ status: 400, error: 'value cannot be "fame"; known: monetary, value_if_returns.' });
});

it('says so when there is no model, or its gates forbid scores, and passes on what is to be known of it', async () => {
  const none = await shop.ask({ kind: 'value_at_risk' });
  expect(none).toMatchObject({ status: 422, error: expect.stringContaining('No churn model') });
  const refused = fakeScorer(fakeModel({ failedGate: 'hard' }));
  const failed = await shop.ask({ kind: 'value_at_risk' }, { scorer: refused });
  expect(failed).toMatchObject({ status: 422, error: expect.stringContaining('Too little of history') });
  const weak = await frameOf({}, { scorer: fakeScorer(fakeModel({ failedGate: 'soft' })) });
  expect(JSON.stringify(weak?.meta?.notices)).toContain('do not trust small differences');
});
