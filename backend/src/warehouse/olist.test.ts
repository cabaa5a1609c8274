import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type BuildResult } from './build/build';
import { OLIST_FOLDER, whenOlist } from './testing/olist';
import { openWarehouse, type Warehouse } from './warehouse';

jest.setTimeout(120_000);

whenOlist('the real Olist files', () => {
  let out: string;
  let result: BuildResult;
  let warehouse: Warehouse;
  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'churnwatch-olist-'));
    result = await build({ data: OLIST_FOLDER, out });
    warehouse = await openWarehouse(out);
  });
  afterAll(async () => {
    await warehouse.close();
    await rm(out, { recursive: true, force: true });
  });
  const one = (sql: string, parameters = {}) =>
    warehouse.use(async (engine) => (await engine.rows(sql, parameters))[0]);

  test('all rows are read, none refused', () => {
    expect(result.report.generation.rowsRejected).toBe(0);
    const rows = Object.fromEntries(result.report.files.map((file) => [file.table, file.rowsLoaded]));
    expect(rows).toMatchObject({
      customers: 99_441,
      orders: 99_441,
      order_items: 112_650,
      order_payments: 103_886,
      products: 32_951,
      sellers: 3_095,
      geolocation: 1_000_163,
      translation: 71,
    });
  });

  test('totals of all orders and of purchases', () => {
    expect(result.report.totals).toEqual({
      allOrders: { orders: 99_441, customers: 96_096, payments: 16_008_872.12 },
      purchases: { orders: 98_207, customers: 94_990, payments: 15_739_137.01 },
    });
  });

  test('the days of purchases and of regular trade', () => {
    expect(result.generation).toMatchObject({
      firstDay: '2016-09-04',
      lastDay: '2018-09-03',
      regularFirstDay: '2017-01-05',
      regularLastDay: '2018-08-28',
    });
  });

  test('orders by status', async () => {
    const rows = await warehouse.use((engine) =>
      engine.rows('select status, count(*) as orders from fct_orders group by status order by orders desc'),
    );
    expect(Object.fromEntries(rows.map((row) => [row['status'], row['orders']]))).toEqual({
      delivered: 96_478,
      shipped: 1_107,
      canceled: 625,
      unavailable: 609,
      invoiced: 314,
      processing: 301,
      created: 5,
      approved: 2,
    });
  });

  test('orders without items, and the one without payments', async () => {
    expect(await one('select count(*) as n from fct_orders where items = 0')).toEqual({ n: 775 });
    expect(await one('select order_id from fct_orders where payment_types = 0')).toEqual({
      order_id: 'bfbd0f9bdef84302105ad712db648a6c',
    });
  });

  test('persons with more than one order', async () => {
    const persons = (where: string, day: string) =>
      one(`select count(*) as n, count(*) filter (where days = 1) as one_day from (
        select customer_key, count(distinct ${day}) as days from fct_orders ${where}
        group by customer_key having count(*) > 1)`);
    expect(await persons('', 'purchase_day')).toMatchObject({ n: 2_997 });
    expect(await persons('where is_purchase', 'purchase_day')).toEqual({ n: 2_888, one_day: 823 });
  });

  test('Black Friday 2017', async () => {
    const day = await one("select cast(revenue as integer) as revenue from dim_days where day = date '2017-11-24'");
    expect(day).toEqual({ revenue: 178_450 });
  });

  test.each([
    ['2017-12-31', 7_144_305.03, 44_675, 43_322, 2.83, 33.37, 95.72],
    ['2018-06-30', 13_702_194.24, 85_552, 82_765, 3.02, 51.76, 92.9],
    ['2018-08-31', 15_738_970.55, 98_206, 94_990, 3.04, 59.91, 93.28],
  ])('purchases as of %s', async (day, payments, orders, persons, repeat, churned, onTime) => {
    // On time: of the purchases delivered by then, the share delivered by their estimated date.
    const found = await one(
      `with orders as (select * from fct_orders where is_purchase and purchase_day <= cast($day as date)),
      persons as (
        select count(*) as orders, max(purchase_day) as last_day from orders group by customer_key
      )
      select
        (select sum(payment_value) from orders) as payments,
        (select count(*) from orders) as orders,
        (select count(*) from persons) as persons,
        (select round(100 * avg(cast(orders > 1 as integer)), 2) from persons) as repeat,
        (select round(100 * avg(cast(cast($day as date) - last_day >= 180 as integer)), 2) from persons) as churned,
        (select round(100 * avg(cast(on_time as integer)), 2) from orders
          where cast(delivered_at as date) <= cast($day as date)) as on_time`,
      { day },
    );
    expect(found).toEqual({ payments, orders, persons, repeat, churned, on_time: onTime });
  });

  test('fct_sales adds up to the payments of purchases', async () => {
    const sales = await one('select sum(revenue) as revenue, count(distinct order_key) as orders from fct_sales');
    expect(sales?.['revenue']).toBeCloseTo(15_739_137.01, 4);
    expect(sales?.['orders']).toBe(98_207);
  });
});
