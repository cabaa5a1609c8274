import type { Frame } from '../../contract';
import { fakeModel } from '../churn/testing/fake-model';
import { fakeScorer } from '../churn/testing/fake-scorer';
import { rowsOf, sampleShop, type AskOptions, type Shop } from '../testing/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);
afterAll(() => shop.close());

const settings = { sqlMode: 'everybody' } as const;
const RANGE: AskOptions = { from: '2017-09-15', to: '2018-05-31' };
const frameOf = async (model: object, options: AskOptions): Promise<Frame> => {
  const { status, error, frames } = await shop.ask(model, { settings, ...options });
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  return frames[0]!;
};
const sqlIn = ({ meta }: Frame): string => String(meta?.custom?.sql);
const formatOf = ({ meta }: Frame): string =>
  meta?.type?.startsWith('timeseries') ? 'time_series' : meta?.type?.startsWith('numeric') ? 'numeric' : 'table';

/** Asks the builder, then SQL mode with the statement that the builder's answer names. */
async function both(model: object, options: AskOptions = RANGE): Promise<[Frame, Frame]> {
  const built = await frameOf(model, options);
  const statement = sqlIn(built);
  return [built, await frameOf({ kind: 'sql', rawSql: statement, format: formatOf(built) }, options)];
}

/** Series by their labels, so that their order does not matter. */
const seriesOf = ({ fields }: Frame): Record<string, Record<string, unknown>[]> =>
  Object.fromEntries(
    fields
      .slice(1)
      .map((field) => [JSON.stringify(field.labels ?? {}), rowsOf({ name: '', fields: [fields[0]!, field] })]),
  );

/** Cells whose sums may have been added up in another order. */
function expectSame(found: unknown, expected: unknown): void {
  if (typeof expected === 'number') expect(found).toBeCloseTo(expected, 6);
  else expect(found).toEqual(expected);
}
function expectSameRows(
  found: Record<string, unknown>[],
  expected: Record<string, unknown>[],
  columns: string[],
): void {
  expect(found).toHaveLength(expected.length);
  expected.forEach((row, i) => columns.forEach((column) => expectSame(found[i]?.[column], row[column])));
}

const NARROWINGS = [
  {},
  { filters: { state: ['SP', 'RJ'], payment_type: ['credit_card', "it's none"] } },
  { exclude: { category: ['cosmetics_and_care'], state: ['SP'] } },
  { filters: { payment_type: ['boleto'] }, exclude: { payment_type: ['voucher', 'credit_card'] } },
  { filters: { segment: ['Champions', 'Lost', 'New'] } },
  { exclude: { segment: ['Lost'] }, filters: { category: ['bedding_and_bath', 'household_goods'] } },
  { exclude: { segment: ['Lost'] }, asOf: '2018-02-28' },
];

const byValue = (frame: Frame): Record<string, unknown>[] =>
  rowsOf(frame).toSorted((one, other) => (String(one.value) < String(other.value) ? -1 : 1));
const columnsOf = ({ fields }: Frame): string[] => fields.map(({ column }) => column.name);
const SAME: Record<string, (built: Frame, sql: Frame) => void> = {
  sales: (built, sql) => {
    const [expected, found] = [seriesOf(built), seriesOf(sql)];
    expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
    for (const [key, rows] of Object.entries(expected))
      expectSameRows(found[key] ?? [], rows, ['time', String(built.fields[1]?.column.name)]);
  },
  // The SQL knows the values alone, not what they are called.
  values: (built, sql) => {
    const [expected, found] = [byValue(built), byValue(sql)];
    expectSameRows(
      found,
      expected,
      columnsOf(built).filter((name) => name !== 'text'),
    );
  },
  kpis: (built, sql) => expectSameRows(rowsOf(sql), rowsOf(built), ['measure', 'value', 'previous']),
};
const expectSameAnswer = async (model: { kind: string }): Promise<void> => {
  const [built, sql] = await both(model);
  expect(rowsOf(built).length).toBeGreaterThan(0);
  (SAME[model.kind] ?? (() => expectSameRows(rowsOf(sql), rowsOf(built), columnsOf(built))))(built, sql);
};

describe.each(NARROWINGS)('the SQL of a query with %j gives the same', (narrowing) => {
  it.each([
    { kind: 'sales', by: 'category', grain: 'month', limit: 3 },
    { kind: 'breakdown', by: 'city', measure: 'customers', limit: 5 },
    { kind: 'customers', limit: 40 },
    { kind: 'rfm_segments' },
    { kind: 'values', dimension: 'category' },
    { kind: 'kpis' },
  ])('for $kind', async (model) => {
    await expectSameAnswer({ ...model, ...narrowing });
  });
});

it.each([
  { kind: 'sales', grain: 'day', measure: 'orders' },
  { kind: 'sales', by: 'state', limit: 2, measure: 'customers', filters: { segment: ['New'] } },
  { kind: 'breakdown', by: 'seller', limit: 3, descending: false },
  { kind: 'breakdown', by: 'category', sort: 'name', descending: false, limit: 4, measure: 'orders' },
  { kind: 'breakdown', by: 'payment_type', sort: 'name', exclude: { segment: ['New'] } },
  { kind: 'customers', status: ['active'], sort: 'recency_days', descending: false, limit: 20, offset: 15 },
  { kind: 'customers', where: [{ field: 'monetary', operator: '>=', value: 150.5 }], sort: 'segment', limit: 40 },
  { kind: 'customers', firstPurchase: '2017-10-05', limit: 40 },
  { kind: 'customers', firstPurchase: '2017-09-20', period: 'week', during: '2017-09-22', activity: 'new' },
  { kind: 'customers', activity: 'returning', limit: 40 },
  { kind: 'customers', activity: 'dormant', during: '2018-02-01', filters: { state: ['SP'] }, asOf: '2018-02-20' },
  { kind: 'rfm_segments', sort: 'mean_monetary' },
  { kind: 'rfm_segments', measure: 'revenue_share', sort: 'customers', descending: false },
  { kind: 'values', dimension: 'seller' },
  { kind: 'values', dimension: 'segment' },
  { kind: 'values', dimension: 'city', within: 'time_range', search: 'SAO', limit: 7 },
  { kind: 'values', dimension: 'city', filters: { segment: ['New'] }, within: 'time_range' },
  { kind: 'kpis', measures: ['churned_share', 'orders'] },
])('the SQL of %j gives the same', async (model) => {
  await expectSameAnswer(model);
});

it.each([
  { from: '2016-09-04', to: '2018-08-31' },
  { from: '2016-01-01', to: '2018-12-31' },
  { from: '2030-01-01', to: '2030-01-31' },
  { from: '2018-05-30', to: '2018-05-30' },
])('goes by the time range, here %j', async (options) => {
  const [figures, sql] = await both({ kind: 'kpis' }, options);
  expectSameRows(rowsOf(sql), rowsOf(figures), ['measure', 'value', 'previous']);
  const [sales, series] = await both({ kind: 'sales', grain: 'month' }, options);
  expectSameRows(rowsOf(series), rowsOf(sales), ['time', 'revenue']);
});

it('keeps following the time range when another is chosen', async () => {
  const built = await frameOf({ kind: 'breakdown' }, RANGE);
  const later = { from: '2018-01-01', to: '2018-03-31' };
  const moved = await frameOf({ kind: 'sql', rawSql: sqlIn(built), format: 'numeric' }, later);
  expectSameRows(rowsOf(moved), rowsOf(await frameOf({ kind: 'breakdown' }, later)), ['state', 'revenue']);
});

it('shows ids as short to who may not see them whole, and finds by as much of them', async () => {
  const [known] = rowsOf(await frameOf({ kind: 'customers', limit: 1 }, RANGE));
  const options = { ...RANGE, fullIds: false };
  const [built, sql] = await both({ kind: 'customers', search: known?.customer }, options);
  expect(rowsOf(sql)).toHaveLength(1);
  expect(rowsOf(sql)[0]?.customer).toBe(rowsOf(built)[0]?.customer);
});

it('is laid out as people write it', async () => {
  const model = {
    kind: 'breakdown',
    by: 'category',
    limit: 5,
    filters: { state: ['SP'] },
    exclude: { category: ["kid's"] },
  };
  expect(sqlIn(await frameOf(model, RANGE))).toBe(`SELECT category, round(sum(revenue), 2)::DOUBLE AS revenue
FROM fct_sales
WHERE $__timeFilter(purchased_at)
  AND state IN ('SP')
  AND NOT (category IN ('kid''s'))
GROUP BY 1
HAVING round(sum(revenue), 2)::DOUBLE <> 0
ORDER BY 2 DESC, 1
LIMIT 5`);
});

it('is not there for what only the churn model knows, for trends and for comparisons', async () => {
  const scorer = fakeScorer(fakeModel({}));
  const models = [
    { kind: 'churn_scores' },
    { kind: 'breakdown', filters: { band: ['high'] } },
    { kind: 'values', dimension: 'band' },
    { kind: 'values', dimension: 'customer' },
    { kind: 'values', dimension: 'segment', search: 'lost' },
    { kind: 'values', dimension: 'grain' },
    { kind: 'annotations', source: ['holidays'] },
    { kind: 'kpis', trend: true },
    { kind: 'sales', compare: true },
    { kind: 'headline' },
    { kind: 'kpis', filters: { category: Array.from({ length: 900 }, (_, i) => `category ${i} of many`) } },
  ];
  for (const model of models)
    expect((await frameOf(model, { ...RANGE, scorer })).meta?.custom).not.toHaveProperty('sql');
});

it('is named by the first frame alone', async () => {
  const { frames } = await shop.ask({ kind: 'rfm_segments' }, RANGE);
  expect(frames.map(({ meta }) => meta?.custom?.sql !== undefined)).toEqual([true, false]);
});
