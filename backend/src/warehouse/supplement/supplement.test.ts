import { appendFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from '../build/build';
import { warehousePaths } from '../generations/paths';
import { isStale, readReport } from '../stale';
import { scratchShop, type ScratchFolders } from '../testing/tiny-shop';
import { queryWarehouse } from '../testing/warehouse';
import { writeSupplement, type SupplementRows } from './testing/write-supplement';

let shop: ScratchFolders;
beforeEach(async () => {
  shop = await scratchShop();
});
afterEach(() => shop.remove());

const ORDERS = `SELECT order_id, customer_id, status, delivered_at, payment_value, item_value, review_score, o.city
  FROM fct_orders o JOIN dim_customers USING (customer_key)`;

const ROWS: SupplementRows = {
  customers: [
    {
      customer_id: 'event:new1',
      customer_unique_id: 'ana',
      customer_zip_code_prefix: '01000',
      customer_city: 'santos',
      customer_state: 'SP',
    },
    // The order is in the files, and so is its customer.
    {
      customer_id: 'event:order3',
      customer_unique_id: 'somebody else',
      customer_city: 'nowhere',
      customer_state: 'XX',
    },
  ],
  orders: [
    {
      order_id: 'new1',
      customer_id: 'event:new1',
      order_status: 'approved',
      order_purchase_timestamp: '2018-01-05 12:00:00',
    },
    { order_id: 'order3', customer_id: 'event:order3', order_status: 'canceled' },
    {
      order_id: 'order4',
      customer_id: 'event:order4',
      order_status: 'shipped',
      order_delivered_customer_date: '2018-01-20',
    },
    { order_id: 'never placed', customer_id: 'event:x', order_status: 'delivered' },
  ],
  order_items: [
    { order_id: 'new1', order_item_id: 1, product_id: 'thing', seller_id: 'seller1', price: 7, freight_value: 1 },
    { order_id: 'order1', order_item_id: 1, price: 99 },
  ],
  order_payments: [{ order_id: 'new1', payment_sequential: 1, payment_type: 'boleto', payment_value: 8 }],
  order_reviews: [
    { review_id: 'r', order_id: 'new1', review_score: 5, review_answer_timestamp: '2018-01-09' },
    { review_id: 'r', order_id: 'never placed', review_score: 1 },
    { review_id: 'review2', order_id: 'order2', review_score: 1 },
  ],
  products: [
    { product_id: 'thing', product_category_name: 'categoria_2' },
    { product_id: 'product1', product_category_name: 'another' },
  ],
  customer_events: [
    { customer_unique_id: 'ana', event_type: 'page_viewed', occurred_at: '2018-01-06 10:00:00' },
    { customer_unique_id: 'nobody', event_type: 'page_viewed', occurred_at: '2018-01-06 10:00:00' },
  ],
};

it('adds rows and changes those of the files', async () => {
  await writeSupplement(shop.out, ROWS);
  const { report } = await build({ data: shop.data, out: shop.out });
  const rows = await queryWarehouse(
    shop.out,
    `${ORDERS} WHERE order_id IN ('new1', 'order3', 'order4') ORDER BY order_id`,
  );
  expect(rows).toEqual([
    {
      order_id: 'new1',
      customer_id: 'ana',
      status: 'approved',
      delivered_at: null,
      payment_value: 8,
      item_value: 7,
      review_score: 5,
      city: 'santos',
    },
    expect.objectContaining({ order_id: 'order3', customer_id: 'person3', status: 'canceled', city: 'town 3' }),
    // It was delivered according to the files, which is further along than shipped.
    expect.objectContaining({ order_id: 'order4', status: 'delivered', delivered_at: '2018-01-20T00:00:00.000Z' }),
  ]);
  expect(await queryWarehouse(shop.out, `${ORDERS} WHERE order_id = 'order2'`)).toMatchObject([{ review_score: 1 }]);
  expect(await queryWarehouse(shop.out, `${ORDERS} WHERE order_id = 'order1'`)).toMatchObject([{ item_value: 99 }]);
  expect(
    await queryWarehouse(
      shop.out,
      `SELECT product_id, category FROM dim_products WHERE product_id IN ('thing', 'product1') ORDER BY 1`,
    ),
  ).toEqual([
    { product_id: 'product1', category: 'category_1' },
    { product_id: 'thing', category: 'category_2' },
  ]);
  expect(
    await queryWarehouse(
      shop.out,
      'SELECT customer_id, event_type FROM fct_customer_events JOIN dim_customers USING (customer_key)',
    ),
  ).toEqual([{ customer_id: 'ana', event_type: 'page_viewed' }]);
  expect(
    report.files
      .filter(({ file }) => file?.startsWith('events'))
      .map(({ table, rowsRead, notes }) => [table, rowsRead, notes]),
  ).toEqual([
    ['customers', 2, ['2 added']],
    ['orders', 4, ['1 added, 2 of what the files have, 1 wait for the order or customer that they belong to']],
    ['order_items', 2, ['1 added, 1 of what the files have']],
    ['order_payments', 1, ['1 added']],
    ['order_reviews', 3, ['1 added, 1 of what the files have, 1 wait for the order or customer that they belong to']],
    ['products', 2, ['1 added, 1 of what the files have']],
    ['customer_events', 2, ['1 added, 1 wait for the order or customer that they belong to']],
  ]);
  expect(report.files.every(({ rowsRejected }) => rowsRejected === 0)).toBe(true);
});

it('takes reviews in where the shop has no file of them', async () => {
  await rm(join(shop.data, 'olist_order_reviews_dataset.csv'));
  await writeSupplement(shop.out, { order_reviews: [{ review_id: 'r', order_id: 'order1', review_score: 4 }] });
  await build({ data: shop.data, out: shop.out });
  expect(await queryWarehouse(shop.out, 'SELECT score FROM fct_order_reviews')).toEqual([{ score: 4 }]);
});

it('makes a build due when it changes, and only then', async () => {
  await build({ data: shop.data, out: shop.out });
  const { generation } = await readReport(shop.out);
  expect(generation.all.orders).toBe(40);
  await writeSupplement(shop.out, ROWS);
  expect(await isStale(shop.data, shop.out)).toBe(true);
  await build({ data: shop.data, out: shop.out });
  expect(await isStale(shop.data, shop.out)).toBe(false);
  expect((await readReport(shop.out)).generation.all.orders).toBe(41);
});

it('keeps the latest one only', async () => {
  await writeSupplement(shop.out, {});
  const { file } = await writeSupplement(shop.out, ROWS);
  expect(await readdir(warehousePaths(shop.out).supplements)).toEqual([file]);
});

it.each([
  ['changed', (file: string) => appendFile(file, 'x'), 'bytes instead of'],
  ['missing', (file: string) => rm(file), 'it is missing'],
])('refuses a supplement whose file is %s, and keeps the last good generation', async (_what, harm, says) => {
  await build({ data: shop.data, out: shop.out });
  const { file } = await writeSupplement(shop.out, ROWS);
  await harm(join(warehousePaths(shop.out).supplements, file));
  await expect(build({ data: shop.data, out: shop.out })).rejects.toMatchObject({
    code: 'corrupt',
    message: expect.stringContaining(says),
    hint: expect.stringContaining('supplement.json'),
  });
  expect((await readReport(shop.out)).generation.all.orders).toBe(40);
});

it('refuses what tells of a supplement and cannot be understood', async () => {
  await writeSupplement(shop.out, ROWS);
  await writeFile(warehousePaths(shop.out).supplement, '{"name": "events", "file": "../../elsewhere.duckdb"}');
  await expect(build({ data: shop.data, out: shop.out })).rejects.toThrow('cannot be understood');
});
