import { build, openWarehouse, type Warehouse } from '../../warehouse';
import { scratchShop, tinyShop, type ScratchFolders } from '../../warehouse/testing/tiny-shop';
import { FEATURE_SPECS, ORDER_FEATURES } from './feature-specs';
import { readFeatures } from './read-features';

let folders: ScratchFolders;
let warehouse: Warehouse;

beforeAll(async () => {
  folders = await scratchShop(withTwoMoreOrders());
  await build({ data: folders.data, out: folders.out, sample: false });
  warehouse = await openWarehouse(folders.out);
});
afterAll(async () => {
  await warehouse.close();
  await folders.remove();
});

/** The tiny shop, where person 1 orders twice more on 2018-01-21; one of the two is never delivered. */
function withTwoMoreOrders() {
  const shop = tinyShop();
  const add = (n: number, status: string, delivered: string) => {
    shop.customers.rows.push([`customer${n}`, 'person1', '01001', 'town 3', 'MG']);
    const dates = [`2018-01-21 ${n}:00:00`, '2018-01-22 00:00:00', '', delivered, '2018-01-25 00:00:00'];
    shop.orders.rows.push([`order${n}`, `customer${n}`, status, ...dates]);
    shop.order_items.rows.push([`order${n}`, '1', 'product1', 'seller1', '2018-01-24 00:00:00', '30.00', '10.00']);
    shop.order_payments.rows.push([`order${n}`, '1', 'credit_card', '5', '40.00']);
  };
  add(12, 'delivered', '2018-01-27 12:00:00');
  add(18, 'canceled', '');
  add(19, 'shipped', '');
  // Reviews of person 1's orders: one answered before, one after the day that the tests ask for.
  shop.order_reviews.rows.push(['early', 'order12', '2', '', '', '2018-01-27 00:00:00', '2018-01-28 23:59:59']);
  shop.order_reviews.rows.push(['late', 'order12', '5', '', '', '2018-01-27 00:00:00', '2018-01-31 00:00:00']);
  return renumbered(shop);
}

/** Gives the added orders ids of their own: the tiny shop already has orders 12, 18 and 19. */
function renumbered(shop: ReturnType<typeof tinyShop>) {
  const rename = (rows: string[][], column: number, from: number) =>
    rows.slice(from).forEach((row) => (row[column] += '-again'));
  rename(shop.customers.rows, 0, 40);
  rename(shop.orders.rows, 0, 40);
  rename(shop.orders.rows, 1, 40);
  rename(shop.order_items.rows, 0, shop.order_items.rows.length - 3);
  rename(shop.order_payments.rows, 0, shop.order_payments.rows.length - 3);
  rename(shop.order_reviews.rows, 1, shop.order_reviews.rows.length - 2);
  return shop;
}

/** The features of the customer with the key at a cut. */
async function featuresOf(key: number, cut: string): Promise<Record<string, number>> {
  const { customerKeys, names, columns } = await warehouse.use((engine) => readFeatures(engine, cut));
  const row = customerKeys.indexOf(key);
  expect(row).toBeGreaterThanOrEqual(0);
  return Object.fromEntries(names.map((name, i) => [name, columns[i]![row]!]));
}

describe('readFeatures', () => {
  it('agrees with what a person works out from the files', async () => {
    // Purchases of person 1: order 1 on 2018-01-01 (item 11 + freight 5.50, paid 15, two instalments, by boleto), and two
    // on 2018-01-21 (30 + 10 each, paid 40 by card in five), one of them delivered on 2018-01-27, two days late.
    const features = await featuresOf(1, '2018-01-30');
    expect(features).toMatchObject({
      recency_days: 9,
      days_since_delivery: 3,
      frequency: 2,
      same_day_orders: 1,
      monetary: 95,
      last_order_value: 40,
      freight_per_order: 25.5 / 3,
      tenure_days: 29,
      mean_gap_days: 20,
      longest_gap_days: 20,
      gaps_overdue: 0.45,
      items_per_order: 1,
      categories: 2,
      sellers: 2,
      product_weight_g: 500,
      instalments: 4,
      voucher_share: 0,
      undelivered_orders: 2,
      overdue_orders: 2,
      review_score: 2,
      worst_review: 2,
      last_order_hour: 19,
    });
    expect(features['order_value']).toBeCloseTo(95 / 3, 12);
    expect(features['item_price']).toBeCloseTo(71 / 3, 12);
    expect(features['freight_share']).toBeCloseTo(25.5 / 96.5, 12);
    expect(features['card_share']).toBeCloseTo(80 / 95, 12);
    expect(features['promised_days']).toBeCloseTo((8 + 4 + 4) / 3, 12);
    expect(features['delivery_days']).toBeCloseTo((8 + 6) / 2, 12);
    expect(features['delay_days']).toBe(1);
    expect(features['handling_days']).toBeCloseTo(47 / 24, 12);
    expect(features['approval_hours']).toBeCloseTo((1 + 12 + 5) / 3, 12);
    expect(features['weekend_share']).toBeCloseTo(2 / 3, 12);
  });

  it('does not know before it happens that an order was shipped, delivered and reviewed', async () => {
    const features = await featuresOf(2, '2018-01-02');
    const unknown = ['days_since_delivery', 'handling_days', 'delivery_days', 'delay_days', 'review_score'];
    for (const key of unknown) expect([key, features[key]]).toEqual([key, NaN]);
    expect(features).toMatchObject({ recency_days: 0, undelivered_orders: 1, overdue_orders: 0, approval_hours: 1 });
  });

  it('counts the cut day as known to its last second, and nothing after', async () => {
    expect(await featuresOf(2, '2018-01-09')).toMatchObject({ delivery_days: NaN, undelivered_orders: 1 });
    expect(await featuresOf(2, '2018-01-10')).toMatchObject({ delivery_days: 8, undelivered_orders: 0, delay_days: 0 });
    expect(await featuresOf(1, '2018-01-27')).toMatchObject({ review_score: NaN });
    expect(await featuresOf(1, '2018-01-31')).toMatchObject({ review_score: 3.5, worst_review: 2 });
  });

  it('leaves unknown what an order without items or payments cannot tell', async () => {
    expect(await featuresOf(7, '2018-01-10')).toMatchObject({ item_price: NaN, categories: NaN, freight_share: NaN });
    expect(await featuresOf(8, '2018-01-10')).toMatchObject({ monetary: 0, voucher_share: NaN, card_share: NaN });
  });

  it('leaves unknown how often the like return until 90 days can answer it', async () => {
    expect(await featuresOf(1, '2018-01-30')).toMatchObject({ category_repeat_index: NaN, state_repeat_index: NaN });
  });

  it('draws the repeat rate of a small group towards that of all', async () => {
    // Known on 2018-04-20 of the purchases up to 2018-01-20 (orders 1 to 20 without 5 and 6): eight of these 18 were
    // followed by another, those of persons 1, 2, 3, 4, 7, 8, 9 and 10. Persons 3, 9, 12, 15 and 18
    // live in SP; two of them, 3 and 9, came back.
    const rate = 8 / 18;
    const features = await featuresOf(3, '2018-04-20');
    expect(features['state_repeat_index']).toBeCloseTo((2 + 100 * rate) / (5 + 100) / rate, 4);
  });

  it('gives the features of the list, each once, by customer', async () => {
    const matrix = await warehouse.use((engine) => readFeatures(engine, '2018-02-28'));
    expect(matrix.names).toEqual(ORDER_FEATURES);
    expect(new Set(matrix.names).size).toBe(matrix.names.length);
    expect([...matrix.customerKeys]).toEqual([...matrix.customerKeys].sort((a, b) => a - b));
    expect(matrix.columns.every((column) => column.length === matrix.length)).toBe(true);
  });
});

describe('FEATURE_SPECS', () => {
  it.each(FEATURE_SPECS.map((spec) => [spec.key, spec] as const))('describes %s', (_, spec) => {
    expect(spec.description).toMatch(/^[A-Z].*\.$/);
    expect(spec.label).toMatch(/^[A-Z]/);
    if (spec.whatIf) {
      const { min, max, step } = spec.whatIf;
      expect(max).toBeGreaterThan(min);
      expect(step).toBeGreaterThan(0);
      expect(step).toBeLessThanOrEqual(max - min);
    }
  });

  it('takes recency, frequency, monetary value and tenure for a customer given by these only', () => {
    const keys = FEATURE_SPECS.filter(({ fromRfm }) => fromRfm).map(({ key }) => key);
    expect(keys).toEqual(['recency_days', 'frequency', 'monetary', 'tenure_days']);
  });
});
