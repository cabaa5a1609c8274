import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { CHECKS } from '../checks';
import { build } from './build';
import { warehousePaths } from '../generations/paths';
import { scratchShop, type ScratchFolders } from '../testing/tiny-shop';
import { runCheck } from './checks';

let shop: ScratchFolders;
let instance: DuckDBInstance;
let lane: DuckDBConnection;
beforeAll(async () => {
  shop = await scratchShop();
  const { generation } = await build(shop);
  instance = await DuckDBInstance.create(':memory:');
  lane = await instance.connect();
  await lane.run(`attach '${warehousePaths(shop.out).database(generation.id)}' as generation (read_only)`);
  const tables = await lane.runAndReadAll("select table_name from duckdb_tables() where database_name = 'generation'");
  for (const [table] of tables.getRows())
    await lane.run(`create table ${String(table)} as from generation.${String(table)}`);
});
afterAll(async () => {
  lane.closeSync();
  instance.closeSync();
  await shop.remove();
});

async function failingChecks(): Promise<string[]> {
  const failed: string[] = [];
  for (const check of CHECKS) await runCheck(lane, check).catch(() => failed.push(check.name));
  return failed;
}

test('all tests pass on whole tables', async () => {
  expect(await failingChecks()).toEqual([]);
});

/** Faults that a change of the models could bring in, and a test that must find each. */
const FAULTS: [fault: string, sql: string, found: string][] = [
  [
    'an order twice',
    'insert into fct_orders from fct_orders where order_key = 3',
    'numbered without gaps by purchase time',
  ],
  ['an order lost', 'delete from fct_orders where order_key = 3', 'numbered without gaps by purchase time'],
  [
    'payments counted twice',
    'update fct_orders set payment_value = payment_value * 2 where items = 2',
    'sums up to the payments, items and freight',
  ],
  ['freight forgotten', 'update fct_orders set freight_value = 0', 'sums up to the payments, items and freight'],
  ['a person lost', 'delete from dim_customers where customer_key = 7', "every order's person is in dim_customers"],
  ['a person twice', 'insert into dim_customers from dim_customers where customer_key = 7', 'is there once'],
  [
    'sales of canceled orders',
    'insert into fct_sales select * replace (5 as order_key) from fct_sales limit 1',
    'revenue of fct_sales',
  ],
  [
    'sales fanned out',
    'insert into fct_sales from fct_sales where order_key = 12',
    'one row per order, item number and payment type',
  ],
  ['sales lost', 'delete from fct_sales where order_key = 12', 'every purchase is in fct_sales'],
  [
    'sales without a category',
    'update fct_sales set category = null where order_key = 9',
    'lacks a person, a day or a dimension',
  ],
  [
    'purchases numbered anew',
    'update fct_orders set purchase_number = 1 where is_purchase',
    'numbered from 1, and only the last',
  ],
  ['a canceled purchase', 'update fct_orders set purchase_number = 1 where order_key = 5', 'have no purchase number'],
  ['a day lost', "delete from dim_days where day = date '2018-01-09'", 'one row per day, without gaps'],
  ['a day of canceled orders', 'update dim_days set orders = orders + 1', 'orders and revenue of dim_days'],
  ['an item twice', 'insert into fct_order_items from fct_order_items limit 1', 'one row per order and item number'],
  ['an item without price', 'update fct_order_items set price = null', 'every item has an order, a price'],
  [
    'a payment twice',
    'insert into fct_order_payments from fct_order_payments limit 1',
    'one row per order and payment number',
  ],
  [
    'a payment without value',
    'update fct_order_payments set value = null',
    'every payment has an order, a type and a value',
  ],
  ['a review twice', 'insert into fct_order_reviews from fct_order_reviews limit 1', 'one row per review and order'],
  ['a product twice', 'insert into dim_products from dim_products limit 1', 'one row per product_id'],
  ['a product without category', 'update dim_products set category = null', 'has a category'],
  ['a seller twice', 'insert into dim_sellers from dim_sellers limit 1', 'one row per seller_id'],
  ['a zip area twice', 'insert into dim_zip_areas from dim_zip_areas limit 1', 'one row per zip_prefix'],
  [
    'an order without status',
    'update fct_orders set status = null where order_key = 1',
    'every order has an id, a person',
  ],
  ['a person without state', 'update dim_customers set state = null', 'has an id, a state and a city'],
];

test.each(FAULTS)('%s is found', async (_fault, sql, found) => {
  await lane.run('begin');
  await lane.run(sql);
  const failed = await failingChecks();
  await lane.run('rollback');
  expect(failed).toEqual(expect.arrayContaining([expect.stringContaining(found)]));
});

test('a failing test says which, and shows a row', async () => {
  await expect(runCheck(lane, { name: 'nothing is 1', sql: 'select 1 as one', needs: [] })).rejects.toMatchObject({
    code: 'internal',
    message: expect.stringMatching(/"nothing is 1", e\.g\. \{"one":1\}/),
    hint: expect.stringContaining('last good generation'),
  });
});
