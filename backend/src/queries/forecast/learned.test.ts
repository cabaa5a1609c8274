import { addDays, startOf } from '../../contract';
import { longDay } from '../wording';
import { askSampleShop, noticesOf, PURCHASE } from './testing/asking';

const { frameOf, lastRequest, shop } = askSampleShop();

describe('what is learned from', () => {
  it('is the daily revenue from the first day of regular trade to the as-of date, as the files say', async () => {
    await frameOf({ kind: 'sales_forecast' }, { to: '2018-05-31' });
    const { series, country, level, horizonDays, model } = lastRequest();
    expect({ country, level, horizonDays, model }).toEqual({
      country: 'BR',
      level: 0.8,
      horizonDays: 180,
      model: 'auto',
    });
    const { firstDay, values } = series[0]!.daily;
    expect(series.map(({ name }) => name)).toEqual(['']);
    expect(firstDay).toBe(shop().warehouse.generation.regularFirstDay);
    expect(addDays(firstDay, values.length - 1)).toBe('2018-05-31');
    const truth = await shop().csv(`
      SELECT order_purchase_timestamp::DATE::VARCHAR AS day, sum(payment_value::DECIMAL(18, 2))::DOUBLE AS paid
      FROM orders JOIN order_payments USING (order_id)
      WHERE ${PURCHASE} AND order_purchase_timestamp::DATE BETWEEN '${firstDay}' AND '2018-05-31' GROUP BY 1`);
    const paid = new Map(truth.map((row) => [row.day, Number(row.paid)]));
    values.forEach((value, i) => expect(value).toBeCloseTo(paid.get(addDays(firstDay, i)) ?? 0, 1));
  });

  it.each(['state', 'category', 'payment_type', 'segment'])('by %s adds up to the whole, day by day', async (by) => {
    await frameOf({ kind: 'sales_forecast' });
    const whole = lastRequest().series[0]!.daily;
    await frameOf({ kind: 'sales_forecast', by, limit: 2 });
    const { series } = lastRequest();
    expect(series.map(({ name }) => name)).toEqual([expect.any(String), expect.any(String), 'Other']);
    whole.values.forEach((value, i) => {
      const day = addDays(whole.firstDay, i);
      const parts = series.map(({ daily }) => daily.values[(startOf(day) - startOf(daily.firstDay)) / 86_400_000] ?? 0);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(value, 1);
    });
  });

  it('counts each day’s buyers once, keeps to the filters, and takes the country of the settings', async () => {
    const filters = { state: ['SP'], segment: ['Lost', 'Champions', 'Hibernating'] };
    await frameOf({ kind: 'sales_forecast', measure: 'customers', filters }, { settings: { country: 'PT' } });
    const { series, country } = lastRequest();
    expect(country).toBe('PT');
    const total = series[0]!.daily.values.reduce((sum, value) => sum + value, 0);
    await frameOf({ kind: 'sales_forecast', measure: 'customers', filters: { state: ['SP'] } });
    const all = lastRequest().series[0]!.daily;
    const [truth] = await shop().csv(`
      SELECT count(*)::INTEGER AS n FROM (
        SELECT DISTINCT order_purchase_timestamp::DATE, customer_unique_id FROM orders JOIN customers USING (customer_id)
        WHERE ${PURCHASE} AND customer_state = 'SP' AND order_purchase_timestamp::DATE >= '${all.firstDay}'
          AND order_purchase_timestamp::DATE <= '${shop().warehouse.generation.regularLastDay}')`);
    expect(all.values.reduce((sum, value) => sum + value, 0)).toBe(truth?.n);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan(Number(truth?.n));
  });

  it('goes without holidays, and says so, where those of the country are not known', async () => {
    const frame = await frameOf({ kind: 'sales_forecast' }, { settings: { country: 'AQ' } });
    expect(lastRequest().country).toBeUndefined();
    expect(frame.meta?.custom?.holidays).toEqual([]);
    expect(noticesOf(frame)).toContain('The holidays of the country "AQ" are not known');
  });

  it('gives a series that began a few days ago three weeks, zero before its first sale', async () => {
    const { regularFirstDay } = shop().warehouse.generation;
    const asOf = addDays(regularFirstDay, 40);
    await frameOf({ kind: 'sales_forecast', by: 'category', limit: 200, asOf });
    const { series } = lastRequest();
    for (const { daily } of series) {
      expect(daily.values.length).toBeGreaterThanOrEqual(21);
      expect(addDays(daily.firstDay, daily.values.length - 1)).toBe(asOf);
    }
    expect(series.some(({ daily }) => daily.values.length === 21)).toBe(true);
  });

  it('is said', async () => {
    const frame = await frameOf({ kind: 'sales_forecast', asOf: '2018-05-31' });
    expect(noticesOf(frame)).toMatch(/Learned from \w+ \d+, \d{4} to May 31, 2018/);
  });

  it('counts days on which the shop was closed as zero, which is said', async () => {
    const { firstDay, regularFirstDay } = shop().warehouse.generation;
    const before = addDays(regularFirstDay, -1);
    const [truth] = await shop().csv(`
      SELECT max(order_purchase_timestamp::DATE)::VARCHAR AS day FROM orders
      WHERE ${PURCHASE} AND order_purchase_timestamp::DATE < '${regularFirstDay}'`);
    const closed = `from ${longDay(addDays(String(truth?.day), 1))} to ${longDay(before)}`;
    const frame = await frameOf({ kind: 'sales_forecast', asOf: before, filters: { state: ['SP'] } });
    expect(firstDay < before).toBe(true);
    expect(noticesOf(frame)).toMatch(new RegExp(`No sales at all .*${closed}.*: these days count as zero`));
    expect(noticesOf(await frameOf({ kind: 'sales_forecast' }))).not.toContain('No sales at all');
  });

  it.each([{ by: 'segment' }, { filters: { segment: ['Lost'] } }])('%j is hindsight, which is said', async (query) => {
    expect(noticesOf(await frameOf({ kind: 'forecast_shortfall', figure: 'expected_sum', ...query }))).toContain(
      'the past shows what today’s members bought',
    );
  });
});
