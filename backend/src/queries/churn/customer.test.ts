import { CHURN_SCORE_FRAMES, CUSTOMER_COLUMNS, REASON_COLUMNS, startOf, type Frame } from '../../contract';
import { checkFrame, outgoing } from '../../frames';
import { rowsOf, sampleShop, type AskOptions, type Shop } from '../testing/shop';
import { FAKE_BASE, fakeModel } from './testing/fake-model';
import { fakeScorer } from './testing/fake-scorer';

let shop: Shop;
let ids: Record<'loyal' | 'canceled', string>;
beforeAll(async () => {
  shop = await sampleShop();
  const [loyal] = await shop.csv(`
    SELECT customer_unique_id AS id FROM orders JOIN customers USING (customer_id)
    WHERE order_status = 'delivered' AND order_purchase_timestamp < '2018-06-01'
    GROUP BY 1 ORDER BY count(DISTINCT order_purchase_timestamp::DATE) DESC, 1 LIMIT 1`);
  const [canceled] = await shop.csv(`
    SELECT customer_unique_id AS id FROM orders JOIN customers USING (customer_id)
    GROUP BY 1 HAVING bool_and(order_status IN ('canceled', 'unavailable')) ORDER BY 1 LIMIT 1`);
  ids = { loyal: String(loyal?.id), canceled: String(canceled?.id) };
}, 60_000);
afterAll(() => shop.close());

const scorer = fakeScorer(fakeModel({}));

async function framesOf(model: object, options: AskOptions = {}): Promise<Frame[]> {
  const { status, error, frames } = await shop.ask({ kind: 'churn_score', ...model }, { scorer, ...options });
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  frames.forEach((frame) => checkFrame(outgoing(frame)));
  return frames;
}
const named = (frames: readonly Frame[], name: string) => rowsOf(frames.find((frame) => frame.name === name));

describe('churn_score', () => {
  it('has the frames and columns of the contract', async () => {
    const frames = await framesOf({ customer: ids.loyal });
    expect(frames.map(({ name }) => name)).toEqual(CHURN_SCORE_FRAMES);
    expect(frames[0]?.fields.map(({ column }) => column.name)).toEqual(CUSTOMER_COLUMNS);
    expect(frames[1]?.fields.map(({ column }) => column.name)).toEqual(REASON_COLUMNS);
  });

  it('has reasons that add up to the score, the average first and then the heaviest', async () => {
    const frames = await framesOf({ customer: ids.loyal });
    const [customer] = named(frames, 'churn_score');
    const reasons = named(frames, 'reasons');
    const contributions = reasons.map((row) => Number(row.contribution));
    expect(contributions.reduce((sum, one) => sum + one, 0)).toBeCloseTo(Number(customer?.churn_probability), 12);
    expect(reasons[0]).toMatchObject({ feature: 'base', contribution: FAKE_BASE, value: null });
    const weights = contributions.slice(1).map(Math.abs);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(reasons.find((row) => row.feature === 'recency_days')).toMatchObject({
      value: customer?.recency_days,
      changeable: true,
      min: 0,
    });
  });

  it('places the customer among all by plain counting', async () => {
    const [customer] = named(await framesOf({ customer: ids.loyal }), 'churn_score');
    const everyone = rowsOf((await shop.ask({ kind: 'customers', limit: 1_000_000 })).frames[0]);
    const own = everyone.find((row) => row.customer === ids.loyal);
    const share = (test: (row: (typeof everyone)[number]) => boolean, among = everyone) =>
      among.filter(test).length / among.length;
    const segment = everyone.filter((row) => row.segment === own?.segment);
    expect(customer).toMatchObject({ monetary: own?.monetary, frequency: own?.frequency, status: own?.status });
    expect(customer?.recency_percentile).toBeCloseTo(
      share((row) => Number(row.recency_days) > Number(own?.recency_days)),
      12,
    );
    expect(customer?.monetary_percentile).toBeCloseTo(
      share((row) => Number(row.monetary) < Number(own?.monetary)),
      12,
    );
    expect(customer?.frequency_segment_percentile).toBeCloseTo(
      share((row) => Number(row.frequency) < Number(own?.frequency), segment),
      12,
    );
  });

  it('counts every customer in one bucket of each histogram, and this one in one of them', async () => {
    const frames = await framesOf({ customer: ids.loyal });
    const [customer] = named(frames, 'churn_score');
    const total = rowsOf((await shop.ask({ kind: 'customers', limit: 1_000_000 })).frames[0]).length;
    for (const figure of ['recency_days', 'frequency', 'monetary']) {
      const buckets = named(frames, 'rfm_histograms').filter((row) => row.figure === figure);
      expect(buckets.reduce((sum, row) => sum + Number(row.customers), 0)).toBe(total);
      expect(buckets.slice(1).map((row) => row.from)).toEqual(buckets.slice(0, -1).map((row) => row.to));
      const own = buckets.filter((row) => row.own === true);
      expect(own).toHaveLength(1);
      expect(Number(own[0]?.from)).toBeLessThanOrEqual(Number(customer?.[figure]));
      expect(Number(own[0]?.to)).toBeGreaterThanOrEqual(Number(customer?.[figure]));
    }
  });

  it('lists the orders of the files up to the as-of day, newest first, with what was known by then', async () => {
    const orders = named(await framesOf({ customer: ids.loyal, asOf: '2018-03-31' }), 'orders');
    const truth = await shop.csv(`
      SELECT order_id, order_status AS status,
        CASE WHEN order_delivered_customer_date < '2018-04-01' THEN order_delivered_customer_date END AS delivered
      FROM orders JOIN customers USING (customer_id)
      WHERE customer_unique_id = '${ids.loyal}' AND order_purchase_timestamp::DATE <= '2018-03-31'
      ORDER BY order_purchase_timestamp DESC`);
    expect(orders.length).toBeGreaterThan(0);
    expect(orders.map((row) => [row.order_id, row.status, row.delivered !== null])).toEqual(
      truth.map((row) => [row.order_id, row.status, Boolean(row.delivered)]),
    );
  });

  it('has past scores at the last twelve month ends and the as-of day, and none before the first order', async () => {
    const frames = await framesOf({ customer: ids.loyal });
    const history = named(frames, 'score_history');
    const [customer] = named(frames, 'churn_score');
    const times = history.map((row) => Number(row.time) / 1e6);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(history.length).toBeLessThanOrEqual(13);
    expect(history.at(-1)).toMatchObject({ churn_probability: customer?.churn_probability, base_rate: FAKE_BASE });
    expect(times.at(-1)).toBe(startOf(shop.warehouse.generation.regularLastDay));
    expect(times[0]! + 86_400_000).toBeGreaterThan(Number(customer?.first_order) / 1e6);
    expect(history.every((row) => row.churn_probability !== null)).toBe(true);
    const asOf = new Date(times[0]!).toISOString().slice(0, 10);
    const [then] = named(await framesOf({ customer: ids.loyal, asOf }), 'churn_score');
    expect(history[0]?.churn_probability).toBeCloseTo(Number(then?.churn_probability), 6);
  });

  it('says in whole people how likely a return is', async () => {
    const [customer] = named(await framesOf({ customer: ids.loyal }), 'churn_score');
    expect(customer?.sentence).toMatch(
      /^\d+ of [\d,]+ customers like this one are expected to buy again within 180 days; the average is \d+\.$/,
    );
    expect(Number(customer?.expected_revenue) + Number(customer?.revenue_at_risk)).toBeCloseTo(
      Number(customer?.value_if_returns),
      6,
    );
  });

  it('shortens ids for who may not see them, who find the customer by as much', async () => {
    const frames = await framesOf({ customer: `${ids.loyal.slice(0, 8)}…` }, { fullIds: false });
    expect(named(frames, 'churn_score')[0]?.customer_id).toBe(`${ids.loyal.slice(0, 8)}…`);
    const orders = named(frames, 'orders');
    expect(orders.length).toBeGreaterThan(0);
    expect(orders.every((row) => /^.{8}…$/.test(String(row.order_id)))).toBe(true);
    expect(JSON.stringify(frames.map(({ meta }) => meta))).not.toContain(ids.loyal);
  });

  it.each(['most at stake', ' Mais em jogo '])(
    'is of the active customer with the most at stake for %j',
    async (words) => {
      const list = await shop.ask({ kind: 'churn_scores', status: ['active'], limit: 1 }, { scorer });
      const [first] = rowsOf(list.frames[0]!);
      const [customer] = named(await framesOf({ customer: words }), 'churn_score');
      expect(customer?.customer_id).toBe(first?.customer_id);
      expect(customer?.revenue_at_risk).toBeCloseTo(Number(first?.revenue_at_risk), 6);
      const whatIf = await shop.ask({ kind: 'what_if', customer: words, changes: { frequency: 3 } }, { scorer });
      expect(whatIf.status).toBe(200);
    },
  );

  it('says "no data" in every frame without a customer', async () => {
    const frames = await framesOf({});
    expect(frames.map(({ name, fields }) => [name, fields.length])).toEqual(
      CHURN_SCORE_FRAMES.map((name) => [name, 0]),
    );
  });

  it.each([
    ['an unknown customer', () => 'nobody', 400, 'No customer has the id "nobody"'],
    ['a beginning that several have', () => '', 400, 'Several customers'],
    ['a customer with canceled orders only', () => ids.canceled, 422, 'has no purchase'],
  ])('refuses %s', async (what, id, status, error) => {
    const customer = what.startsWith('a beginning') ? ids.loyal.slice(0, 1) : id();
    const answer = await shop.ask({ kind: 'churn_score', customer }, { scorer });
    expect(answer).toMatchObject({ status, error: expect.stringContaining(error) });
  });

  it('refuses a customer who had not bought by the as-of day, and says when the first purchase was', async () => {
    const answer = await shop.ask({ kind: 'churn_score', customer: ids.loyal, asOf: '2016-09-05' }, { scorer });
    expect(answer).toMatchObject({ status: 422, error: expect.stringContaining('the first purchase was on') });
  });

  it('tells a masked caller no more of an id than the caller sees', async () => {
    const answer = await shop.ask({ kind: 'churn_score', customer: ids.canceled }, { scorer, fullIds: false });
    expect(answer.error).toContain(`${ids.canceled.slice(0, 8)}…`);
    expect(answer.error).not.toContain(ids.canceled);
  });
});

describe('what_if', () => {
  const ask = async (model: object, options?: AskOptions) => {
    const frames = await framesOf({ kind: 'what_if', ...model }, options);
    const [row] = named(frames, 'what_if');
    return { row, reasons: named(frames, 'reasons') };
  };

  it('without changes is the customer as it is', async () => {
    const [customer] = named(await framesOf({ customer: ids.loyal }), 'churn_score');
    const { row } = await ask({ customer: ids.loyal });
    expect(row?.churn_probability).toBeCloseTo(Number(customer?.churn_probability), 12);
    expect(row).toMatchObject({ before_probability: customer?.churn_probability, before_band: customer?.band });
    expect(row?.revenue_at_risk).toBeCloseTo(Number(customer?.revenue_at_risk), 6);
  });

  it('changes the score, with reasons that add up to the new one', async () => {
    const { row, reasons } = await ask({ customer: ids.loyal, changes: { recency_days: 700 } });
    expect(row?.churn_probability).toBeGreaterThan(Number(row?.before_probability));
    expect(reasons.reduce((sum, one) => sum + Number(one.contribution), 0)).toBeCloseTo(
      Number(row?.churn_probability),
      12,
    );
    expect(reasons.find((one) => one.feature === 'recency_days')?.value).toBe(700);
  });

  it('scores somebody described by recency, frequency and monetary value alone, against the average', async () => {
    const { row } = await ask({ changes: { recency_days: 10, frequency: 2, monetary: 300 } });
    expect(row).toMatchObject({ before_probability: FAKE_BASE, before_band: 'medium', value_if_returns: 150 });
    expect(row?.churn_probability).toBeCloseTo(FAKE_BASE - 0.019 - 0.04 - 0.009, 12);
  });

  it('refuses values that cannot be, in words', async () => {
    const answer = await shop.ask({ kind: 'what_if', changes: { recency_days: -1 } }, { scorer });
    expect(answer).toMatchObject({ status: 400, error: '"recency_days" cannot be -1.' });
    expect(await shop.ask({ kind: 'what_if', changes: { recency_days: 'x' } }, { scorer })).toMatchObject({
      status: 400,
    });
    expect(await shop.ask({ kind: 'what_if', customer: 'nobody' }, { scorer })).toMatchObject({ status: 400 });
  });
});
