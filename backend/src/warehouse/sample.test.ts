import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { generateSample } from '@churnwatch/sample';
import { build, type BuildResult } from './build/build';
import { toRows } from './duckdb/rows';
import { SOURCES, SOURCE_TABLES } from './load/sources';
import { openWarehouse, type Warehouse } from './warehouse';

jest.setTimeout(60_000);

let folder: string;
let result: BuildResult;
let warehouse: Warehouse;
let instance: DuckDBInstance;
let csv: DuckDBConnection;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'churnwatch-sample-'));
  const data = join(folder, 'data');
  await generateSample({ out: data, customers: 2_000, seed: 5 });
  result = await build({ data, out: join(folder, 'out'), sample: true });
  warehouse = await openWarehouse(join(folder, 'out'));
  // The same files, read by DuckDB's own guesses, without any of our code between.
  instance = await DuckDBInstance.create(':memory:');
  csv = await instance.connect();
  for (const table of SOURCE_TABLES) {
    const path = join(data, `${SOURCES[table].file}.csv`);
    await csv.run(`create table ${table} as from read_csv('${path}', header = true, sample_size = -1)`);
  }
});
afterAll(async () => {
  await warehouse.close();
  csv.closeSync();
  instance.closeSync();
  await rm(folder, { recursive: true, force: true });
});

const ours = (sql: string) => warehouse.use((engine) => engine.rows(sql));
const theirs = async (sql: string) => toRows(await csv.run(sql));

test('every row of every file is loaded', async () => {
  for (const file of result.report.files) {
    const [count] = await theirs(`select count(*) as n from ${file.table}`);
    expect([file.table, file.rowsLoaded, file.rowsRejected]).toEqual([file.table, count?.['n'], 0]);
  }
});

test('totals of all orders and of purchases are those of the files', async () => {
  const totals = (where: string) =>
    theirs(`select count(distinct order_id) as orders, count(distinct customer_unique_id) as customers,
      round(sum(payment_value), 2) as payments
      from orders join customers using (customer_id) left join order_payments using (order_id) ${where}`);
  expect(await totals('')).toEqual([result.report.totals.allOrders]);
  expect(await totals("where order_status not in ('canceled', 'unavailable')")).toEqual([
    result.report.totals.purchases,
  ]);
});

test('revenue by payment type is that of the files', async () => {
  const expected = await theirs(`select payment_type, round(sum(payment_value), 2) as revenue
    from order_payments join orders using (order_id) where order_status not in ('canceled', 'unavailable')
    group by payment_type order by payment_type`);
  const found = await ours(`select payment_type, round(sum(revenue), 2) as revenue from fct_sales
    where payment_type <> '(none)' group by payment_type order by payment_type`);
  expect(found).toEqual(expected);
});

test('items, reviews and repeat customers are those of the files', async () => {
  expect(await ours('select sum(items) as items, sum(item_value) as price from fct_orders')).toEqual(
    await theirs('select count(*) as items, round(sum(price), 2) as price from order_items'),
  );
  expect(await ours('select round(avg(review_score), 9) as score from fct_orders')).toEqual(
    await theirs(
      'select round(avg(s), 9) as score from (select avg(review_score) as s from order_reviews group by order_id)',
    ),
  );
  expect(
    await ours(
      `select count(*) as n from (select customer_key from fct_orders where is_purchase group by 1 having count(*) > 1)`,
    ),
  ).toEqual(
    await theirs(`select count(*) as n from (select customer_unique_id from orders join customers using (customer_id)
      where order_status not in ('canceled', 'unavailable') group by 1 having count(*) > 1)`),
  );
});

test('the next purchase is the next in time of the same person', async () => {
  const purchases = `select customer_unique_id, order_id, order_purchase_timestamp as at
    from orders join customers using (customer_id) where order_status not in ('canceled', 'unavailable')`;
  const expected = await theirs(`select a.order_id, min(b.at) as next from (${purchases}) a join (${purchases}) b
    on b.customer_unique_id = a.customer_unique_id and b.at > a.at group by a.order_id order by a.order_id`);
  const found = await ours(`select order_id, next_purchase_at as next from fct_orders
    where next_purchase_at is not null order by order_id`);
  expect(found).toEqual(expected);
  expect(found.length).toBeGreaterThan(50);
});

test('regular trade lies within the days of purchases', () => {
  const { firstDay, lastDay, regularFirstDay, regularLastDay } = result.generation;
  const days = [firstDay, regularFirstDay, regularLastDay, lastDay];
  expect(days).toEqual(days.toSorted());
});
