import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { SOURCES } from '../../warehouse/load/sources';
import { toRows } from '../../warehouse/duckdb/rows';
import type { Row } from '../../warehouse';
import { ROW_TABLES, rowsSql, type RowTable } from './rows';

let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeEach(async () => {
  instance = await DuckDBInstance.create(':memory:');
  connection = await instance.connect();
  await connection.run(
    `CREATE TABLE log (seq BIGINT, id VARCHAR, type VARCHAR, customer_id VARCHAR, order_id VARCHAR,
      occurred_at TIMESTAMP, body VARCHAR)`,
  );
});
afterEach(() => {
  connection.closeSync();
  instance.closeSync();
});

let seq = 0;
async function log(type: string, occurredAt: string, body: object = {}, orderId: string | null = 'o1'): Promise<void> {
  const values = [++seq, `e${seq}`, type, 'ana', orderId, occurredAt, JSON.stringify(body)];
  await connection.run('INSERT INTO log VALUES ($1, $2, $3, $4, $5, cast($6 AS TIMESTAMP), $7)', values);
}
const rows = async (table: RowTable, relation = 'log'): Promise<Row[]> =>
  toRows(await connection.run(`SELECT * FROM (${rowsSql(table, relation)}) ORDER BY ALL`));

const ITEM = { product_id: 'p1', seller_id: 's1', price: 10.5, freight_value: 1 };
const PLACED = { zip_prefix: '01000', city: 'são paulo', state: 'SP', items: [ITEM] };

it.each(ROW_TABLES.filter((table) => table !== 'customer_events'))(
  'gives %s the columns of the file',
  async (table) => {
    const described = await toRows(await connection.run(`DESCRIBE ${rowsSql(table, 'log')}`));
    expect(Object.fromEntries(described.map((row) => [row['column_name'], row['column_type']]))).toEqual(
      SOURCES[table as keyof typeof SOURCES].columns,
    );
  },
);

it('makes an order with its person, items and payments', async () => {
  await log('order_placed', '2018-05-01 10:00:00', {
    ...PLACED,
    items: [ITEM, { ...ITEM, price: 2, shipping_limit_at: '2018-05-03T00:00:00.000Z', category: 'toys', weight_g: 5 }],
    payments: [
      { type: 'boleto', value: 3 },
      { type: 'voucher', value: 9.5, instalments: 2, number: 7 },
    ],
    estimated_delivery_at: '2018-05-20T00:00:00.000Z',
  });
  expect(await rows('orders')).toEqual([
    {
      order_id: 'o1',
      customer_id: 'event:o1',
      order_status: 'created',
      order_purchase_timestamp: '2018-05-01T10:00:00.000Z',
      order_approved_at: null,
      order_delivered_carrier_date: null,
      order_delivered_customer_date: null,
      order_estimated_delivery_date: '2018-05-20T00:00:00.000Z',
    },
  ]);
  expect(await rows('customers')).toEqual([
    {
      customer_id: 'event:o1',
      customer_unique_id: 'ana',
      customer_zip_code_prefix: '01000',
      customer_city: 'são paulo',
      customer_state: 'SP',
    },
  ]);
  expect(await rows('order_items')).toMatchObject([
    { order_item_id: 1, price: 10.5, freight_value: 1, shipping_limit_date: null },
    { order_item_id: 2, price: 2, shipping_limit_date: '2018-05-03T00:00:00.000Z' },
  ]);
  expect(await rows('order_payments')).toMatchObject([
    { payment_sequential: 1, payment_type: 'boleto', payment_installments: 1, payment_value: 3 },
    { payment_sequential: 7, payment_type: 'voucher', payment_installments: 2, payment_value: 9.5 },
  ]);
  expect(await rows('products')).toMatchObject([
    { product_id: 'p1', product_category_name: 'toys', product_weight_g: 5 },
  ]);
  expect(await rows('sellers')).toMatchObject([{ seller_id: 's1', seller_state: null }]);
});

it('brings news of an order into the order in which it happened, however it arrives', async () => {
  await log('order_delivered', '2018-05-08 10:00:00', { carrier_at: '2018-05-02T13:00:00.000Z' });
  await log('order_delivered', '2018-05-03 10:00:00', { status: 'shipped' });
  await log('order_paid', '2018-05-01 11:00:00');
  await log('order_placed', '2018-05-01 10:00:00', PLACED);
  expect(await rows('orders')).toMatchObject([
    {
      order_status: 'delivered',
      order_approved_at: '2018-05-01T11:00:00.000Z',
      order_delivered_carrier_date: '2018-05-02T13:00:00.000Z',
      order_delivered_customer_date: '2018-05-08T10:00:00.000Z',
    },
  ]);
});

it('takes null for not known, and keeps what an earlier event knew', async () => {
  await log('order_delivered', '2018-05-08 10:00:00', { delivered_at: null, carrier_at: null });
  expect(await rows('orders')).toMatchObject([
    { order_status: 'delivered', order_delivered_customer_date: null, order_purchase_timestamp: null },
  ]);
  await log('order_delivered', '2018-05-07 10:00:00');
  expect(await rows('orders')).toMatchObject([{ order_delivered_customer_date: '2018-05-07T10:00:00.000Z' }]);
});

it('keeps an order canceled that was delivered, whatever came last', async () => {
  await log('order_canceled', '2018-05-05 10:00:00');
  await log('order_delivered', '2018-05-08 10:00:00');
  expect(await rows('orders')).toMatchObject([{ order_status: 'canceled' }]);
});

it('lets the latest word count: an order placed again, payments listed again, a review written again', async () => {
  await log('order_placed', '2018-05-01 10:00:00', { ...PLACED, payments: [{ type: 'boleto', value: 3 }] });
  await log('order_placed', '2018-05-01 10:05:00', { ...PLACED, city: 'santos', items: [{ ...ITEM, price: 7 }] });
  await log('order_paid', '2018-05-01 12:00:00', { payments: [{ type: 'voucher', value: 4 }] });
  await log('order_reviewed', '2018-05-09 12:00:00', { score: 2, review_id: 'r' });
  await log('order_reviewed', '2018-05-08 12:00:00', { score: 5, review_id: 'r' });
  expect(await rows('customers')).toMatchObject([{ customer_city: 'santos' }]);
  expect(await rows('order_items')).toMatchObject([{ price: 7 }]);
  expect(await rows('order_payments')).toMatchObject([{ payment_type: 'voucher' }]);
  expect(await rows('order_reviews')).toMatchObject([
    { review_score: 2, review_answer_timestamp: '2018-05-09T12:00:00.000Z' },
  ]);
});

it('lists what customers did otherwise', async () => {
  await log('page_viewed', '2018-05-01 10:00:00', { page: '/' }, null);
  await log('order_paid', '2018-05-01 10:00:00');
  expect(await rows('customer_events')).toEqual([
    { customer_unique_id: 'ana', event_type: 'page_viewed', occurred_at: '2018-05-01T10:00:00.000Z' },
  ]);
});

it('looks at no more than the relation that it is given', async () => {
  await log('order_placed', '2018-05-01 10:00:00', PLACED);
  await log('order_placed', '2018-05-01 10:00:00', PLACED, 'o2');
  expect(await rows('orders', `(SELECT * FROM log WHERE order_id = 'o2') e`)).toMatchObject([{ order_id: 'o2' }]);
});
