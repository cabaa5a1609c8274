import { build } from './build/build';
import { META_MODELS, MODELS } from './models';
import { scratchShop, TINY_ORDERS, tinyShop, type ScratchFolders } from './testing/tiny-shop';
import { queryWarehouse } from './testing/warehouse';

let shop: ScratchFolders;
beforeAll(async () => {
  shop = await scratchShop();
  await build(shop);
});
afterAll(() => shop.remove());

const rows = (sql: string) => queryWarehouse(shop.out, sql);
const one = async (sql: string) => (await rows(sql))[0];

// 40 orders of 10 n + 5, order 8 without payments, and ten vouchers of 2.25 of which order 8 has none.
const ALL_PAYMENTS = 40 * 205 + 40 * 5 - 85 + 9 * 2.25;
const PURCHASE_PAYMENTS = ALL_PAYMENTS - 55 - 65;

test('fct_orders counts each payment once', async () => {
  expect(
    await one('select count(*) as n, sum(payment_value) as paid, sum(voucher_value) as voucher from fct_orders'),
  ).toEqual({ n: TINY_ORDERS, paid: ALL_PAYMENTS, voucher: 20.25 });
});

test('canceled and unavailable orders are no purchases', async () => {
  expect(await rows('select order_id, status from fct_orders where not is_purchase order by order_key')).toEqual([
    { order_id: 'order5', status: 'canceled' },
    { order_id: 'order6', status: 'unavailable' },
  ]);
});

test("a person's purchases are numbered, and each knows the next", async () => {
  const sql = `select order_id, purchase_number, next_purchase_at, next_purchase_day
    from fct_orders join dim_customers using (customer_key) where customer_id = $person order by order_key`;
  expect(await rows(sql.replace('$person', "'person1'"))).toEqual([
    {
      order_id: 'order1',
      purchase_number: 1,
      next_purchase_at: '2018-01-31T10:00:00.000Z',
      next_purchase_day: '2018-01-31',
    },
    { order_id: 'order31', purchase_number: 2, next_purchase_at: null, next_purchase_day: null },
  ]);
  // The first order of person5 was canceled: the second is the first purchase.
  expect(await rows(sql.replace('$person', "'person5'"))).toMatchObject([
    { order_id: 'order5', purchase_number: null, next_purchase_day: null },
    { order_id: 'order35', purchase_number: 1 },
  ]);
});

test('delivered on the promised day, whatever the hour, is on time', async () => {
  expect(
    await one('select count(*) filter (where on_time) as on_time, count(on_time) as delivered from fct_orders'),
  ).toEqual({
    on_time: 34,
    delivered: 38,
  });
});

test('an order keeps the facts of its items, payments and reviews', async () => {
  expect(
    await one(`select item_value, freight_value, items, categories, sellers, instalments, payment_types, review_score,
      state, city, estimated_day from fct_orders where order_id = 'order12'`),
  ).toEqual({
    item_value: 121 + 122,
    freight_value: 11,
    items: 2,
    categories: 2,
    sellers: 2,
    instalments: 1,
    payment_types: 2,
    review_score: 3,
    state: 'SP',
    city: 'town 2',
    estimated_day: '2018-01-20',
  });
  expect(
    await one("select items, categories, item_value, review_score from fct_orders where order_id = 'order7'"),
  ).toEqual({ items: 0, categories: 0, item_value: 0, review_score: null });
});

test('fct_sales adds up to the payments of purchases, for every payment type and order', async () => {
  const sales = await one('select sum(revenue) as revenue, count(distinct order_key) as orders from fct_sales');
  expect(sales?.['revenue']).toBeCloseTo(PURCHASE_PAYMENTS, 6);
  expect(sales?.['orders']).toBe(TINY_ORDERS - 2);
  const differences = await rows(`
    with paid as (
      select order_key, payment_type, sum(value) as value from fct_order_payments
      where order_key in (select order_key from fct_orders where is_purchase) group by all
    ),
    sold as (select order_key, payment_type, sum(revenue) as revenue from fct_sales where payment_type <> '(none)' group by all)
    select * from paid full join sold using (order_key, payment_type) where abs(value - revenue) > 1e-9 or value is null
      or revenue is null`);
  expect(differences).toEqual([]);
});

test('fct_sales shares payments by price plus freight', async () => {
  const found = await rows(`select item_number, payment_type, revenue from fct_sales
    join fct_orders using (order_key) where order_id = 'order12' order by item_number, payment_type`);
  const first = (121 + 5.5) / (121 + 122 + 11);
  expect(found.map((row) => [row['item_number'], row['payment_type']])).toEqual([
    [1, 'credit_card'],
    [1, 'voucher'],
    [2, 'credit_card'],
    [2, 'voucher'],
  ]);
  expect(found[0]?.['revenue']).toBeCloseTo(125 * first, 9);
  expect(found[3]?.['revenue']).toBeCloseTo(2.25 * (1 - first), 9);
});

test('orders without items or payments stay in fct_sales under a name of their own', async () => {
  expect(
    await rows(`select order_id, category, s.payment_type, revenue, seller_id from fct_sales s join fct_orders using (order_key)
      where order_id in ('order7', 'order8') order by order_key`),
  ).toMatchObject([
    { order_id: 'order7', category: '(no items)', revenue: 75, seller_id: null },
    { order_id: 'order8', payment_type: '(none)', revenue: 0 },
  ]);
});

test('categories are English, keep their own name, or say that there is none', async () => {
  expect(await rows('select category from dim_products order by product_id')).toEqual([
    { category: 'category_1' },
    { category: 'category_2' },
    { category: 'categoria_3' },
    { category: '(no category)' },
  ]);
});

test('dim_customers has one row per person, at the address of the latest order', async () => {
  expect(
    await one('select count(*) as n, min(customer_key) as low, max(customer_key) as high from dim_customers'),
  ).toEqual({
    n: 30,
    low: 1,
    high: 30,
  });
  expect(await one("select state, city, zip_prefix from dim_customers where customer_id = 'person4'")).toEqual({
    state: 'RJ',
    city: 'town 4',
    zip_prefix: '01001',
  });
});

test('dim_zip_areas takes the median of the points', async () => {
  expect(await rows('select zip_prefix, lat, lng, city, state, points from dim_zip_areas order by zip_prefix')).toEqual(
    [
      { zip_prefix: '01000', lat: -23.62, lng: -46.72, city: 'sao paulo', state: 'SP', points: 3 },
      { zip_prefix: '01001', lat: -23.58, lng: -46.68, city: 'sao paulo', state: 'SP', points: 3 },
      { zip_prefix: '01002', lat: -23.6, lng: -46.7, city: 'sao paulo', state: 'SP', points: 3 },
    ],
  );
});

test('dim_days has every calendar day, those without a purchase too', async () => {
  expect(await one('select count(*) as days, sum(orders) as orders, sum(revenue) as revenue from dim_days')).toEqual({
    days: 40,
    orders: TINY_ORDERS - 2,
    revenue: PURCHASE_PAYMENTS,
  });
  expect(await one("select orders, revenue, customers from dim_days where day = date '2018-01-05'")).toEqual({
    orders: 0,
    revenue: 0,
    customers: 0,
  });
});

test('warehouse_info tells all orders from purchases', async () => {
  expect(
    await one(`select all_orders, all_customers, all_payments, purchases, purchase_customers, purchase_payments,
      first_day, last_day, sample from warehouse_info`),
  ).toEqual({
    all_orders: 40,
    all_customers: 30,
    all_payments: ALL_PAYMENTS,
    purchases: 38,
    purchase_customers: 30,
    purchase_payments: PURCHASE_PAYMENTS,
    first_day: '2018-01-01',
    last_day: '2018-02-09',
    sample: false,
  });
});

test.each([...MODELS, ...META_MODELS].filter((model) => model.stage === 'mart').map((model) => [model.name, model]))(
  '%s says what a row and each column is',
  async (name, model) => {
    const columns = await rows(
      `select column_name from duckdb_columns() where table_name = '${name}' and database_name = 'generation'`,
    );
    expect(model.grain).toMatch(/^one row/);
    expect([...model.descriptions.keys()].sort()).toEqual(columns.map((row) => row['column_name']).sort());
  },
);

test('a few points far away do not move a zip area', async () => {
  const far = tinyShop();
  for (let n = 0; n < 4; n++)
    far.geolocation.rows.push(['01001', String(-23.58 - n / 1e4), '-46.6800', 'sao paulo', 'SP']);
  far.geolocation.rows.push(['01001', '45.0', '9.0', 'milano', 'MI'], ['01001', '44.0', '8.0', 'genova', 'GE']);
  const folders = await scratchShop(far);
  await build(folders);
  const [area] = await queryWarehouse(folders.out, "select * from dim_zip_areas where zip_prefix = '01001'");
  expect(area).toMatchObject({ city: 'sao paulo', state: 'SP', points: 9 });
  expect(area?.['lat']).toBeCloseTo(-23.58, 3);
  expect(area?.['lng']).toBeCloseTo(-46.68, 3);
  await folders.remove();
});
