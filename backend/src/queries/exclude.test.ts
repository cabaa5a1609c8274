import type { Filters } from '../contract';
import { fakeModel } from './churn/testing/fake-model';
import { fakeScorer } from './churn/testing/fake-scorer';
import { fakeForecaster } from './forecast/testing/fake-forecaster';
import { rowsOf, sampleShop, type AskOptions, type Shop } from './testing/shop';

const PURCHASE = "order_status NOT IN ('canceled', 'unavailable')";
const AS_OF = '2018-05-31';

let shop: Shop;
beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);
afterAll(() => shop.close());

const scorer = fakeScorer(fakeModel({}));
const rows = async (model: object, options: AskOptions = {}) => {
  const { status, error, frames } = await shop.ask(model, { scorer, to: AS_OF, ...options });
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  return rowsOf(frames[0]);
};
const total = (found: readonly Record<string, unknown>[], column: string): number =>
  found.reduce((sum, row) => sum + Number(row[column]), 0);
const kpi = (found: readonly Record<string, unknown>[], measure: string) =>
  found.find((row) => row.measure === measure)?.value;

const SOME: Filters[] = [
  { state: ['SP', 'RJ'] },
  { payment_type: ['voucher', 'boleto'] },
  { category: ['cosmetics_and_care'] },
  { segment: ['Champions', 'Lost'] },
  { band: ['high'] },
];

describe.each(SOME)('what has %j and what has not', (values) => {
  const parts = (model: object) =>
    Promise.all([rows(model), rows({ ...model, filters: values }), rows({ ...model, exclude: values })]);

  it('are together all sales, and neither is all of them', async () => {
    const sums = (await parts({ kind: 'breakdown', by: 'city' })).map((found) => total(found, 'revenue'));
    const [whole, kept, rest] = sums as [number, number, number];
    expect(kept + rest).toBeCloseTo(whole, 0);
    expect(Math.min(kept, rest)).toBeGreaterThan(0);
    const months = (await parts({ kind: 'sales', grain: 'month' })).map((found) => total(found, 'revenue'));
    months.forEach((sum, i) => expect(sum).toBeCloseTo(sums[i] ?? 0, 0));
    const figures = (await parts({ kind: 'kpis' })).map((found) => Number(kpi(found, 'revenue')));
    figures.forEach((sum, i) => expect(sum).toBeCloseTo(sums[i] ?? 0, 0));
  });

  it('are together all customers, in the list, in the segments and in the customer base', async () => {
    const listed = (await parts({ kind: 'customers', limit: 1_000_000 })).map((found) => found.length);
    const [whole = 0, kept = 0, rest = 0] = listed;
    expect(kept + rest).toBe(whole);
    expect(Math.min(kept, rest)).toBeGreaterThan(0);
    const segments = (await parts({ kind: 'rfm_segments' })).map((found) => total(found, 'customers'));
    expect(segments).toEqual(listed);
    const groups = (await parts({ kind: 'risk_summary', measure: 'customers' })).map((one) => total(one, 'customers'));
    expect(groups).toEqual(listed);
    const shares = (await parts({ kind: 'kpis' })).map((found) => Number(kpi(found, 'churned_share')));
    const churned = shares.map((share, i) => Math.round(share * (listed[i] ?? 0)));
    expect((churned[1] ?? 0) + (churned[2] ?? 0)).toBe(churned[0]);
  });

  it('are together what is forecast from', async () => {
    const forecaster = fakeForecaster();
    for (const narrowing of [{}, { filters: values }, { exclude: values }])
      await rows({ kind: 'sales_forecast', ...narrowing }, { forecaster });
    const sums = forecaster.requests.map(({ series }) => series[0]!.daily.values.reduce((sum, one) => sum + one, 0));
    expect(sums).toHaveLength(3);
    expect(sums[1]! + sums[2]!).toBeCloseTo(sums[0]!, 0);
    expect(sums[2]).toBeLessThan(sums[0]!);
  });
});

describe('by the files', () => {
  it('customers who have never paid by voucher are those without such a payment up to the as-of date', async () => {
    const exclude = { payment_type: ['voucher'], state: ['SP'] };
    const [truth] = await shop.csv(`
      WITH bought AS (
        SELECT customer_unique_id AS id, order_id, order_purchase_timestamp::TIMESTAMP AS moment,
          arg_max(customer_state, (order_purchase_timestamp::TIMESTAMP, order_id)) OVER (PARTITION BY customer_unique_id) AS state
        FROM orders JOIN customers USING (customer_id)
        WHERE ${PURCHASE} AND order_purchase_timestamp::DATE <= '${AS_OF}'),
      people AS (
        SELECT id, any_value(state) AS state,
          bool_or(order_id IN (SELECT order_id FROM order_payments WHERE payment_type = 'voucher')) AS by_voucher,
          max(moment)::DATE AS last
        FROM bought GROUP BY id)
      SELECT count(*)::INTEGER AS customers, (count(*) FILTER (WHERE '${AS_OF}'::DATE - last >= 180))::INTEGER AS churned
      FROM people WHERE NOT by_voucher AND state <> 'SP'`);
    const listed = await rows({ kind: 'customers', exclude, limit: 1_000_000 });
    expect(listed).toHaveLength(Number(truth?.customers));
    const figures = await rows({ kind: 'kpis', exclude });
    expect(kpi(figures, 'churned_share')).toBeCloseTo(Number(truth?.churned) / Number(truth?.customers), 12);
  });

  it('sales to other states are all but those', async () => {
    const [truth] = await shop.csv(`
      SELECT sum(payment_value::DECIMAL(18, 2))::DOUBLE AS paid, count(DISTINCT order_id)::INTEGER AS orders
      FROM orders JOIN customers USING (customer_id) LEFT JOIN order_payments USING (order_id)
      WHERE ${PURCHASE} AND customer_state NOT IN ('SP', 'RJ') AND order_purchase_timestamp::DATE <= '${AS_OF}'`);
    const figures = await rows({ kind: 'kpis', exclude: { state: ['SP', 'RJ'] } });
    expect(kpi(figures, 'revenue')).toBeCloseTo(Number(truth?.paid), 1);
    expect(kpi(figures, 'orders')).toBe(truth?.orders);
  });
});

describe('values to leave out beside values to keep', () => {
  it('must both hold', async () => {
    const states = await rows({ kind: 'values', filters: { state: ['SP', 'RJ', 'MG'] }, exclude: { state: ['RJ'] } });
    expect(states.map((row) => row.value)).toEqual(['MG', 'SP']);
    const both = { filters: { segment: ['Lost', 'Champions'] }, exclude: { segment: ['Lost'], band: ['high'] } };
    const listed = await rows({ kind: 'churn_scores', ...both, limit: 1_000_000 });
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.every((row) => row.segment === 'Champions' && row.band !== 'high')).toBe(true);
  });

  it('may leave nothing', async () => {
    const none = { filters: { state: ['SP'] }, exclude: { state: ['SP'] } };
    for (const kind of [
      'headline',
      'kpis',
      'sales',
      'breakdown',
      'rfm_segments',
      'customers',
      'values',
      'risk_history',
    ])
      await rows({ kind, ...none });
    const [headline] = await rows({ kind: 'headline', ...none });
    expect(headline?.text).toContain('There were no purchases in this time range.');
  });

  it('narrow every sentence of the headlines', async () => {
    const texts = async (topic: string, exclude?: Filters) =>
      String((await rows({ kind: 'headline', topic, exclude }))[0]?.text);
    expect(await texts('sales')).toContain('SP brings');
    expect(await texts('sales', { state: ['SP'] })).toMatch(/(?!SP)[A-Z]{2} brings/);
    const active = async (exclude?: Filters) =>
      (await rows({ kind: 'customers', status: ['active'], exclude, limit: 1_000_000 })).length.toLocaleString('en-US');
    for (const exclude of [undefined, { state: ['SP'] }])
      expect(await texts('risk', exclude)).toContain(`Of ${await active(exclude)} active customers`);
  });
});
