import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OLIST_FOLDER, whenOlist } from '../warehouse/testing/olist';
import { openShop, rowsOf, type Shop } from './testing/shop';

// Facts of the Brazilian e-commerce public data set, counted independently of this code.
whenOlist('on the real Olist files', () => {
  let shop: Shop;
  let out: string;

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'churnwatch-olist-'));
    shop = await openShop(OLIST_FOLDER, out, false);
  }, 120_000);

  afterAll(async () => {
    await shop.close();
    rmSync(out, { recursive: true, force: true });
  });

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
});
