import { KPI_KEYS, RISK_BANDS, SEGMENTS, VALUE_LISTS } from '../../contract';
import { encodeArrow } from '../../frames';
import { fakeModel } from '../churn/testing/fake-model';
import { fakeScorer } from '../churn/testing/fake-scorer';
import { rowsOf, sampleShop, type AskOptions, type Shop } from '../testing/shop';

const PURCHASE = "order_status NOT IN ('canceled', 'unavailable')";
const DAY = { from: '2018-02-05', to: '2018-02-05' };

let shop: Shop;
beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);
afterAll(() => shop.close());

const scorer = fakeScorer(fakeModel({}));
const rows = async (model: object, options: AskOptions = {}) => {
  const { status, error, frames } = await shop.ask({ kind: 'values', ...model }, { scorer, ...options });
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  expect(() => encodeArrow(frames[0]!)).not.toThrow();
  return rowsOf(frames[0]);
};
const list = async (model: object, options?: AskOptions) => (await rows(model, options)).map(({ value }) => value);
const truth = async (column: string, condition: string): Promise<unknown[]> =>
  (
    await shop.csv(`
      SELECT DISTINCT ${column} AS value FROM orders JOIN customers USING (customer_id)
      WHERE ${PURCHASE} AND ${condition} ORDER BY 1`)
  ).map(({ value }) => value);

describe('values of what was sold', () => {
  it('are those of all time, or of the time range where it is asked for', async () => {
    expect(await list({ dimension: 'state' }, DAY)).toEqual(await truth('customer_state', 'true'));
    const onThatDay = await truth('customer_state', "order_purchase_timestamp::DATE = '2018-02-05'");
    expect(onThatDay.length).toBeGreaterThan(0);
    expect(await list({ dimension: 'state', within: 'time_range' }, DAY)).toEqual(onThatDay);
  });

  it('can depend on one another: cities of some states, states without a category', async () => {
    const cities = await list({ dimension: 'city', filters: { state: ['RJ'] } });
    expect(cities).toEqual(await truth('customer_city', "customer_state = 'RJ'"));
    const some = await list({ dimension: 'city', filters: { state: ['RJ'] }, within: 'time_range' }, DAY);
    expect(some).toEqual(
      await truth('customer_city', "customer_state = 'RJ' AND order_purchase_timestamp::DATE = '2018-02-05'"),
    );
    expect(await list({ dimension: 'state', exclude: { state: ['SP'] } })).not.toContain('SP');
  });

  it('can be searched in, and cut to the most frequent', async () => {
    const found = await list({ dimension: 'city', search: ' PAUL ' });
    expect(found).toContain('sao paulo');
    expect(found.every((city) => String(city).includes('paul'))).toBe(true);
    const most = await rows({ dimension: 'city', limit: 2 });
    const all = await rows({ dimension: 'city' });
    const counts = all.map(({ orders }) => Number(orders)).sort((a, b) => b - a);
    expect(most.map(({ orders }) => Number(orders)).sort((a, b) => b - a)).toEqual(counts.slice(0, 2));
  });

  it('take a search as text, not as a pattern or as SQL', async () => {
    for (const search of ['%', '_', "' OR 1=1 --", '\\', '"'])
      expect(await list({ search, dimension: 'city' })).toEqual([]);
  });

  it('are none where nothing was sold', async () => {
    expect(await rows({ filters: { state: ['SP'] }, exclude: { state: ['SP'] } })).toEqual([]);
  });
});

describe('segments and risk bands', () => {
  it('are all there are, with the names that people read', async () => {
    expect(await list({ dimension: 'segment' })).toEqual([...SEGMENTS]);
    expect(await rows({ dimension: 'band' }, { scorer: undefined })).toEqual([
      { text: 'High risk', value: 'high' },
      { text: 'Medium risk', value: 'medium' },
      { text: 'Low risk', value: 'low' },
    ]);
    expect(await list({ dimension: 'segment', search: 'LOYAL' })).toEqual(['Loyal', 'Potential loyalists']);
  });

  it('are those of the customers that are left, where the query is narrowed', async () => {
    const options = { to: '2018-05-31' };
    const lost = { filters: { segment: ['Lost', 'Champions'] }, exclude: { segment: ['Champions'] } };
    expect(await list({ dimension: 'segment', ...lost }, options)).toEqual(['Lost']);
    const bands = await list({ dimension: 'band', filters: { segment: ['Lost'] } }, options);
    const customers = await shop.ask(
      { kind: 'churn_scores', filters: { segment: ['Lost'] }, limit: 1_000_000 },
      { scorer, ...options },
    );
    const really = new Set(rowsOf(customers.frames[0]).map(({ band }) => band));
    expect(bands).toEqual(RISK_BANDS.filter((band) => really.has(band)));
    expect(await list({ dimension: 'band', filters: { band: ['low'] } }, options)).toEqual(['low']);
    const one = await list({ dimension: 'segment', within: 'time_range', filters: { state: ['SP'] } }, DAY);
    expect(one.length).toBeLessThan(SEGMENTS.length);
  });

  it('say why they cannot be told where there is no score', async () => {
    const model = { kind: 'values', dimension: 'band', filters: { state: ['SP'] } };
    expect(await shop.ask(model)).toMatchObject({ status: 422, error: expect.stringMatching(/./) });
  });
});

describe('customers', () => {
  const found = (model: object, options?: AskOptions) => rows({ dimension: 'customer', ...model }, options);

  it('are those who have paid most, with where they live and their segment', async () => {
    const [first] = await found({ limit: 3 });
    const listed = await shop.ask({ kind: 'customers', limit: 1 });
    const { customer, state, segment } = rowsOf(listed.frames[0])[0]!;
    expect(first?.value).toBe(customer);
    expect(first?.text).toMatch(new RegExp(`^${String(customer)} · .+, ${String(state)} · ${String(segment)}$`));
    expect(await found({ limit: 3 })).toHaveLength(3);
    expect(await found({})).toHaveLength(500);
  });

  it('are found by the beginning of their id', async () => {
    const [first] = await found({ limit: 1 });
    const id = String(first?.value);
    expect(await found({ search: id.slice(0, 10) })).toEqual([first]);
    expect(await found({ search: id.slice(4, 14) })).toEqual([]);
  });

  it('have short ids for callers who may see no more, also when they search for more', async () => {
    const [whole] = await found({ limit: 1 });
    const id = String(whole?.value);
    const [short] = await found({ limit: 1 }, { fullIds: false });
    expect(short?.value).toBe(`${id.slice(0, 8)}…`);
    expect(String(short?.text).startsWith(`${id.slice(0, 8)}… · `)).toBe(true);
    const wrongEnd = `${id.slice(0, 8)}${'x'.repeat(10)}`;
    expect(await found({ search: wrongEnd })).toEqual([]);
    expect((await found({ search: wrongEnd }, { fullIds: false }))[0]?.value).toBe(short?.value);
  });

  it('are narrowed by filters and by the time range', async () => {
    const inState = await found({ filters: { state: ['RJ'] }, limit: 50 });
    expect(inState.every(({ text }) => String(text).includes(', RJ · '))).toBe(true);
    const [{ n } = { n: 0 }] = await shop.csv(`
      SELECT count(DISTINCT customer_unique_id)::INTEGER AS n FROM orders JOIN customers USING (customer_id)
      WHERE ${PURCHASE} AND order_purchase_timestamp::DATE = '2018-02-05'`);
    expect(await found({ within: 'time_range' }, DAY)).toHaveLength(Number(n));
  });
});

describe('what parameters take', () => {
  it.each(VALUE_LISTS)('%s: values with names', async (dimension) => {
    const found = await rows({ dimension });
    expect(found.length).toBeGreaterThan(1);
    for (const { text } of found) expect(text).toMatch(/^[A-Z][^_]*$/);
  });

  it('can be searched in by name', async () => {
    expect(await list({ dimension: 'key_figure' })).toEqual([...KPI_KEYS]);
    expect(await rows({ dimension: 'key_figure', search: 'on-time' })).toEqual([
      { text: 'On-time delivery share', value: 'on_time_share' },
    ]);
  });
});

it.each([
  [{ dimension: 'colour' }, 'dimension cannot be "colour"; known: state, city'],
  [{ within: 'today' }, 'within cannot be "today"; known: all_time, time_range'],
  [{ limit: 0 }, 'whole number from 1 to 10000'],
  [{ search: '$city' }, 'search holds the variable'],
  [{ search: 'x'.repeat(129) }, 'longer than 128'],
])('a query with %j is refused', async (model, message) => {
  const answer = await shop.ask({ kind: 'values', ...model });
  expect(answer).toMatchObject({ status: 400, error: expect.stringContaining(message) });
});
