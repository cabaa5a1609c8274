import { builtOlist } from '../warehouse/testing/built-once';
import { whenOlist } from '../warehouse/testing/olist';
import { openShop, rowsOf, type Shop } from './testing/shop';

// Facts of the Brazilian e-commerce public data set, counted independently of this code.
whenOlist('on the real Olist files', () => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await openShop(await builtOlist());
  }, 120_000);

  afterAll(() => shop.close());

  const kpis = async (to: string): Promise<Record<string, number>> => {
    const answer = await shop.ask({ kind: 'kpis' }, { from: '2016-09-01', to });
    return Object.fromEntries(rowsOf(answer.frames[0]).map((row) => [String(row.measure), Number(row.value)]));
  };

  it.each([
    ['2017-12-31', 7_144_305.03, 44_675, 43_322, 2.83, 33.37, 95.72],
    ['2018-06-30', 13_702_194.24, 85_552, 82_765, 3.02, 51.76, 92.9],
    ['2018-08-31', 15_738_970.55, 98_206, 94_990, 3.04, 59.91, 93.28],
  ])('as of %s', async (day, revenue, orders, customers, repeat, churned, onTime) => {
    const figures = await kpis(day);
    expect(figures.revenue).toBeCloseTo(revenue, 2);
    expect(figures).toMatchObject({ orders, active_customers: customers });
    expect((figures.repeat_purchase_rate ?? 0) * 100).toBeCloseTo(repeat, 2);
    expect((figures.churned_share ?? 0) * 100).toBeCloseTo(churned, 2);
    expect((figures.on_time_share ?? 0) * 100).toBeCloseTo(onTime, 2);
  });

  it('shows all purchases for the range that shows all data, judged as of the last day of regular trade', async () => {
    expect(await kpis('2018-12-31')).toMatchObject({
      revenue: 15_739_137.01,
      orders: 98_207,
      active_customers: 94_990,
    });
    expect(shop.warehouse.generation).toMatchObject({
      regularFirstDay: '2017-01-05',
      regularLastDay: '2018-08-28',
      all: { orders: 99_441, customers: 96_096, payments: 16_008_872.12 },
    });
  });

  it('shows Black Friday 2017', async () => {
    const answer = await shop.ask({ kind: 'sales', grain: 'day' }, { from: '2017-11-24', to: '2017-11-24' });
    expect(Math.round(Number(rowsOf(answer.frames[0])[0]?.revenue))).toBe(178_450);
  });

  it('calls 2,065 customers repeat buyers by days, and no single buyer a champion', async () => {
    const answer = await shop.ask({ kind: 'customers', limit: 1_000_000, asOf: '2018-09-03' });
    const rows = rowsOf(answer.frames[0]);
    expect(rows).toHaveLength(94_990);
    // 2,888 persons with more than one order, of whom 823 only ever ordered twice on one day.
    expect(rows.filter((row) => Number(row.frequency) > 1)).toHaveLength(2_888 - 823);
    const champions = rows.filter((row) => row.segment === 'Champions');
    expect(champions.length).toBeGreaterThan(0);
    expect(champions.every((row) => Number(row.frequency) > 1)).toBe(true);
  });

  it('counts what is left out, and the period before, as the files do', async () => {
    const [truth] = await shop.csv(`
      SELECT
        sum(paid) FILTER (WHERE day >= '2018-01-01') AS now,
        sum(paid) FILTER (WHERE day < '2018-01-01') AS before
      FROM (
        SELECT order_purchase_timestamp::DATE AS day, payment_value::DECIMAL(18, 2)::DOUBLE AS paid
        FROM orders JOIN customers USING (customer_id) JOIN order_payments USING (order_id)
        WHERE order_status NOT IN ('canceled', 'unavailable') AND customer_state NOT IN ('SP', 'RJ'))
      WHERE day BETWEEN '2017-10-03' AND '2018-03-31'`);
    const model = { exclude: { state: ['SP', 'RJ'] }, compare: true };
    const range = { from: '2018-01-01', to: '2018-03-31' };
    const { frames } = await shop.ask({ kind: 'sales', grain: 'week', ...model }, range);
    const [now, before] = frames[0]!.fields
      .slice(1)
      .map(({ column }) => Array.from(column.values, Number).reduce((sum, one) => sum + one, 0));
    expect(now).toBeCloseTo(Number(truth?.now), 1);
    expect(before).toBeCloseTo(Number(truth?.before), 1);
    const rows = rowsOf((await shop.ask({ kind: 'breakdown', by: 'city', ...model }, range)).frames[0]);
    expect(rows.reduce((sum, row) => sum + Number(row.revenue), 0)).toBeCloseTo(Number(truth?.now), 0);
  });

  it('lists customers who never paid by voucher and spent much, as the files do', async () => {
    const [truth] = await shop.csv(`
      WITH people AS (
        SELECT customer_unique_id, sum(payment_value::DECIMAL(18, 2)) AS paid, bool_or(payment_type = 'voucher') AS voucher
        FROM orders JOIN customers USING (customer_id) JOIN order_payments USING (order_id)
        WHERE order_status NOT IN ('canceled', 'unavailable') AND order_purchase_timestamp::DATE <= '2018-06-30'
        GROUP BY 1)
      SELECT count(*)::INTEGER AS customers FROM people WHERE NOT voucher AND paid >= 500`);
    const query = {
      kind: 'customers',
      exclude: { payment_type: ['voucher'] },
      where: [{ field: 'monetary', operator: '>=', value: 500 }],
      limit: 1_000_000,
    };
    const { frames } = await shop.ask(query, { from: '2017-01-01', to: '2018-06-30' });
    expect(rowsOf(frames[0])).toHaveLength(Number(truth?.customers));
  });
});
