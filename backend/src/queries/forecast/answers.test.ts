import {
  addDays,
  ANOMALY_COLUMNS,
  dayOf,
  FORECAST_FIELDS,
  QUALITY_COLUMNS,
  startOf,
  SUMS_COLUMNS,
  type Frame,
} from '../../contract';
import { encodeArrow } from '../../frames';
import type { Answer } from '../answer';
import { rowsOf, sampleShop, type AskOptions, type Shop } from '../testing/shop';
import { fakeForecaster, meanOfLastDays } from './testing/fake-forecaster';

const PURCHASE = "order_status NOT IN ('canceled', 'unavailable')";
const forecaster = fakeForecaster();

let shop: Shop;
beforeAll(async () => {
  shop = await sampleShop();
}, 60_000);
afterAll(() => shop.close());

const ask = (model: object, options: AskOptions = {}): Promise<Answer> => shop.ask(model, { forecaster, ...options });
const frameOf = async (model: object, options?: AskOptions): Promise<Frame> => {
  const { status, error, frames } = await ask(model, options);
  expect({ status, error }).toEqual({ status: 200, error: undefined });
  for (const frame of frames) expect(() => encodeArrow(frame)).not.toThrow();
  return frames[0]!;
};
const rows = async (model: object, options?: AskOptions) => rowsOf(await frameOf(model, options));
const lastRequest = () => forecaster.requests[forecaster.requests.length - 1]!;
const noticesOf = ({ meta }: Frame) => (meta?.notices ?? []).map(({ text }) => text).join('\n');
const dayAt = (cell: unknown) => dayOf(Number(cell) / 1e6);
const days = (frame: Frame) => rowsOf(frame).map(({ time }) => dayAt(time));

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
    expect(firstDay).toBe(shop.warehouse.generation.regularFirstDay);
    expect(addDays(firstDay, values.length - 1)).toBe('2018-05-31');
    const truth = await shop.csv(`
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
    const [truth] = await shop.csv(`
      SELECT count(*)::INTEGER AS n FROM (
        SELECT DISTINCT order_purchase_timestamp::DATE, customer_unique_id FROM orders JOIN customers USING (customer_id)
        WHERE ${PURCHASE} AND customer_state = 'SP' AND order_purchase_timestamp::DATE >= '${all.firstDay}'
          AND order_purchase_timestamp::DATE <= '${shop.warehouse.generation.regularLastDay}')`);
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
    const { regularFirstDay } = shop.warehouse.generation;
    const asOf = addDays(regularFirstDay, 40);
    await frameOf({ kind: 'sales_forecast', by: 'category', limit: 200, asOf });
    const { series } = lastRequest();
    for (const { daily } of series) {
      expect(daily.values.length).toBeGreaterThanOrEqual(21);
      expect(addDays(daily.firstDay, daily.values.length - 1)).toBe(asOf);
    }
    expect(series.some(({ daily }) => daily.values.length === 21)).toBe(true);
  });

  it('is said, and that trade was no longer regular where it was not', async () => {
    const { generation } = shop.warehouse;
    const regular = await frameOf({ kind: 'sales_forecast', asOf: '2018-05-31' });
    expect(noticesOf(regular)).toMatch(/Learned from \d+ \w+ \d{4} to 31 May 2018/);
    expect(noticesOf(regular)).not.toContain('Regular trade ended');
    if (generation.lastDay === generation.regularLastDay) return;
    const drained = await frameOf({ kind: 'sales_forecast', asOf: generation.lastDay });
    expect(noticesOf(drained)).toContain('Regular trade ended');
  });
});

describe('the view forecast', () => {
  it('shows the past inside the range and the whole horizon after the as-of date', async () => {
    const frame = await frameOf({ kind: 'sales_forecast', horizonDays: 30 }, { from: '2018-05-01', to: '2018-05-31' });
    expect(frame.meta).toMatchObject({ type: 'timeseries-wide', custom: { grain: 'day', forecastFrom: '2018-06-01' } });
    expect(frame.fields.map(({ column }) => column.name)).toEqual(['time', ...FORECAST_FIELDS]);
    expect(frame.meta?.custom?.holidays).toContainEqual({ day: '2018-06-12', name: "Lovers' Day" });
    expect([days(frame)[0], days(frame)[61 - 1], days(frame).length]).toEqual(['2018-05-01', '2018-06-30', 61]);
    const [past, future] = [rowsOf(frame)[0]!, rowsOf(frame)[60]!];
    expect(Object.values(past).every((cell) => cell !== null)).toBe(true);
    expect(future).toMatchObject({ actual: null, anomalous: null });
    expect(Number(future.lower_95)).toBeLessThan(Number(future.lower));
    expect(Number(future.forecast)).toBeCloseTo(meanOfLastDays(lastRequest().series[0]!.daily.values), 6);
  });

  it('labels each series with its value, and tells the panel of each', async () => {
    const frame = await frameOf({ kind: 'sales_forecast', by: 'state', limit: 2, measure: 'orders', target: 500 });
    const names = [...new Set(frame.fields.slice(1).map(({ labels }) => labels?.state))];
    expect(names).toHaveLength(3);
    expect(frame.fields[1]?.config?.displayNameFromDS).toBe(`${names[0]}: actual`);
    expect(frame.fields[1]?.config).toMatchObject({ unit: 'locale', decimals: 0 });
    expect(frame.meta?.custom).toMatchObject({ measure: 'orders', level: 80, horizonDays: 180, target: 500 });
    const series = (frame.meta?.custom as { series: { series: string; expectedSum: number; model: string }[] }).series;
    expect(series.map((one) => one.series)).toEqual(names);
    expect(series[0]).toMatchObject({ model: 'mean of four weeks', expectedSum: expect.any(Number) });
  });

  it('chooses the grain by how much is shown and by the room', async () => {
    const grainOf = async (options: AskOptions, query: object = {}) =>
      (await frameOf({ kind: 'sales_forecast', ...query }, options)).meta?.custom?.grain;
    expect(await grainOf({ from: '2018-03-01' })).toBe('day');
    expect(await grainOf({ from: '2016-01-01' })).toBe('week');
    expect(await grainOf({ from: '2018-03-01', maxDataPoints: 60 })).toBe('week');
    expect(await grainOf({ from: '2016-01-01', maxDataPoints: 60 })).toBe('month');
    expect(await grainOf({ from: '2018-08-01' }, { grain: 'month' })).toBe('month');
  });

  it('leaves out the actuals of weeks and months that are not over, and has each step once', async () => {
    const frame = await frameOf({ kind: 'sales_forecast', grain: 'month' }, { from: '2018-01-15', to: '2018-05-15' });
    const table = rowsOf(frame);
    expect(days(frame).slice(0, 4)).toEqual(['2018-02-01', '2018-03-01', '2018-04-01', '2018-05-01']);
    expect(table[3]).toMatchObject({ actual: null, forecast: expect.any(Number) });
    expect(new Set(days(frame)).size).toBe(table.length);
    const [truth] = await shop.csv(`
      SELECT sum(payment_value::DECIMAL(18, 2))::DOUBLE AS paid FROM orders JOIN order_payments USING (order_id)
      WHERE ${PURCHASE} AND strftime(order_purchase_timestamp::DATE, '%Y-%m') = '2018-03'`);
    expect(table[1]?.actual).toBeCloseTo(Number(truth?.paid), 0);
  });

  it('answers a range that lies in the future alone: as of the last day of regular trade, with its horizon', async () => {
    const frame = await frameOf({ kind: 'sales_forecast', horizonDays: 30 }, { from: '2026-01-01', to: '2026-01-02' });
    expect(frame.meta?.custom).toMatchObject({ asOf: shop.warehouse.generation.regularLastDay });
    expect(rowsOf(frame).filter((row) => row.actual === null)).toHaveLength(30);
    expect(noticesOf(frame)).toContain('lies after the data');
  });

  it('shows the horizon alone where the as-of date lies before the range', async () => {
    const frame = await frameOf(
      { kind: 'sales_forecast', asOf: '2018-01-31', horizonDays: 10 },
      { from: '2018-05-01', to: '2018-05-31' },
    );
    expect(days(frame)).toHaveLength(10);
    expect(noticesOf(frame)).toContain('no past is shown');
  });

  it.each(['forecast', 'sums', 'backtest', 'anomalies'])(
    '%s: nothing sold is a typed frame without fields',
    async (view) => {
      const frame = await frameOf({ kind: 'sales_forecast', view, filters: { category: ['unheard_of'] } });
      expect(frame.fields).toEqual([]);
      expect(frame.meta?.type).toBe(view === 'sums' || view === 'anomalies' ? 'table' : 'timeseries-wide');
    },
  );
});

describe('the view sums', () => {
  it('sets the expected sum against the days before, last year and the target', async () => {
    const query = { kind: 'sales_forecast', view: 'sums', horizonDays: 30, target: 1_000 };
    const frame = await frameOf(query, { to: '2018-05-31' });
    expect(frame.fields.map(({ column }) => column.name)).toEqual(SUMS_COLUMNS);
    const [row] = rowsOf(frame);
    const paidBetween = async (from: string, to: string) => {
      const [truth] = await shop.csv(`
        SELECT sum(payment_value::DECIMAL(18, 2))::DOUBLE AS paid FROM orders JOIN order_payments USING (order_id)
        WHERE ${PURCHASE} AND order_purchase_timestamp::DATE BETWEEN '${from}' AND '${to}'`);
      return Number(truth?.paid);
    };
    const expected = Number(row?.expected_sum);
    const before = await paidBetween('2018-05-02', '2018-05-31');
    expect(row).toMatchObject({ series: 'All', target: 1_000 });
    expect([dayAt(row?.from), dayAt(row?.to)]).toEqual(['2018-06-01', '2018-06-30']);
    expect(row?.period_before).toBeCloseTo(before, 1);
    expect(row?.change_period_before).toBeCloseTo(expected / before - 1, 6);
    expect(row?.last_year).toBeCloseTo(await paidBetween('2017-06-01', '2017-06-30'), 1);
    expect(row?.change_target).toBeCloseTo(expected / 1_000 - 1, 9);
  });

  it('leaves empty what the shop was not open for, and what is not over', async () => {
    const [early] = await rows({ kind: 'sales_forecast', view: 'sums', horizonDays: 90, asOf: '2017-03-01' });
    expect(early).toMatchObject({ period_before: null, last_year: null, change_target: null, target: null });
    const [long] = await rows({ kind: 'sales_forecast', view: 'sums', horizonDays: 400 });
    expect(long?.last_year).toBeNull();
  });
});

describe('the view backtest', () => {
  it('lays the forecasts of past origins over what happened, labelled by origin', async () => {
    const frame = await frameOf(
      { kind: 'sales_forecast', view: 'backtest', by: 'state', limit: 1, grain: 'day' },
      { to: '2018-05-31' },
    );
    const labels = frame.fields.slice(1).map(({ column, labels: given }) => [column.name, given?.state, given?.origin]);
    const [state] = labels.map(([, name]) => name);
    expect(labels.slice(0, 4)).toEqual([
      ['actual', state, undefined],
      ['forecast', state, '2018-03-02'],
      ['lower', state, '2018-03-02'],
      ['upper', state, '2018-03-02'],
    ]);
    const at = rowsOf({ ...frame, fields: [frame.fields[0]!, frame.fields[2]!] });
    const told = at.filter((row) => row.forecast !== null).map(({ time }) => dayAt(time));
    expect([told[0], told[29], told.length]).toEqual(['2018-03-03', '2018-04-01', 30]);
  });

  it('begins with the first origin even where the time range begins later', async () => {
    const query = { kind: 'sales_forecast', view: 'backtest', horizonDays: 30 };
    const frame = await frameOf(query, { from: '2018-05-20', to: '2018-05-31' });
    expect(days(frame)[0]).toBe('2018-03-02');
  });
});

describe('the view anomalies', () => {
  it('has a row for each day out of the ordinary, for Grafana’s annotations', async () => {
    const frame = await frameOf({ kind: 'sales_forecast', view: 'anomalies', grain: 'day' });
    expect(frame.fields.map(({ column }) => column.name)).toEqual(ANOMALY_COLUMNS);
    const table = rowsOf(frame);
    const shown = await rows({ kind: 'sales_forecast', grain: 'day' });
    expect(table).toHaveLength(shown.filter((row) => row.anomalous === 1).length);
    const times = table.map((row) => Number(row.time));
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(table[0]).toMatchObject({
      title: 'Unusually high revenue',
      text: expect.stringMatching(/^R\$ .* on \d+ \w+ \d{4}, where R\$ .* was expected.*\.$/),
      tags: 'forecast,anomaly,high',
    });
    expect(Number(table[0]?.timeEnd) - Number(table[0]?.time)).toBeCloseTo(86_399_999e6, -7);
  });

  it('is empty where nothing was', async () => {
    const frame = await frameOf(
      { kind: 'sales_forecast', view: 'anomalies', asOf: '2017-02-01' },
      { from: '2018-01-01' },
    );
    expect(frame.fields).toEqual([]);
  });
});

describe('forecast_quality', () => {
  it('lists every model and horizon, empty where nothing could be measured', async () => {
    const frame = await frameOf({ kind: 'forecast_quality', by: 'state', limit: 1 });
    expect(frame.fields.map(({ column }) => column.name)).toEqual(QUALITY_COLUMNS);
    const table = rowsOf(frame);
    expect(table).toHaveLength(4);
    expect(table[0]).toMatchObject({ role: 'chosen', horizon_days: 30, mase: 0.9, coverage_80: null, origins: 2 });
    expect(table[1]).toMatchObject({ role: 'baseline', model: 'last week repeated', mase: null });
  });

  it('gives alert rules one number per horizon and series, and none that could not be measured', async () => {
    const frame = await frameOf({ kind: 'forecast_quality', by: 'state', limit: 1, figure: 'mase' });
    expect(frame.meta?.type).toBe('numeric-long');
    const table = rowsOf(frame);
    expect(table.map((row) => Object.keys(row))).toEqual(Array(2).fill(['state', 'horizon_days', 'mase']));
    expect(table[0]).toMatchObject({ horizon_days: '30', mase: 0.9 });
    expect(await frameOf({ kind: 'forecast_quality', figure: 'coverage_80' })).toMatchObject({
      fields: [],
      meta: { type: 'numeric-long' },
    });
  });
});

describe('forecast_shortfall', () => {
  const figure = async (query: object, options?: AskOptions) =>
    Object.values((await rows({ kind: 'forecast_shortfall', ...query }, options))[0] ?? {}).pop();

  it('is what is missing to the days before, and its share, for the whole shop as numeric-wide', async () => {
    const frame = await frameOf({ kind: 'forecast_shortfall' });
    expect(frame.meta?.type).toBe('numeric-wide');
    expect(frame.fields.map(({ column }) => column.name)).toEqual(['shortfall_share']);
    const [expected, compared] = [await figure({ figure: 'expected_sum' }), await figure({ figure: 'compared_sum' })];
    expect(await figure({})).toBeCloseTo(1 - Number(expected) / Number(compared), 9);
    expect(await figure({ figure: 'shortfall' })).toBeCloseTo(Number(compared) - Number(expected), 6);
  });

  it('is one number per value of a dimension, for alert rules about now', async () => {
    const now = { from: '2026-01-01', to: '2026-01-01' };
    const frame = await frameOf({ kind: 'forecast_shortfall', by: 'state', limit: 3 }, now);
    expect(frame.meta?.type).toBe('numeric-long');
    expect(frame.fields.map(({ column }) => [column.name, column.type])).toEqual([
      ['state', 'text'],
      ['shortfall_share', 'float64'],
    ]);
    expect(rowsOf(frame)).toHaveLength(4);
  });

  it('compares with a target, and asks for one', async () => {
    const expected = Number(await figure({ figure: 'expected_sum' }));
    expect(await figure({ against: 'target', target: expected * 2 })).toBeCloseTo(0.5, 9);
    expect(await ask({ kind: 'forecast_shortfall', against: 'target' })).toMatchObject({
      status: 400,
      error: expect.stringContaining('needs one: set "target"'),
    });
  });

  it('is no data, with the reason, where there is nothing to compare with', async () => {
    const early = await frameOf({ kind: 'forecast_shortfall', against: 'last_year', asOf: '2017-03-01' });
    expect([early.fields, noticesOf(early)]).toEqual([
      [],
      expect.stringContaining('cannot be compared with last year'),
    ]);
    const zero = await frameOf({ kind: 'forecast_shortfall', against: 'target', target: 0 });
    expect(zero.fields).toEqual([]);
  });
});

describe('the headline', () => {
  it('says what to expect, against the days before, and from where', async () => {
    const [row] = await rows({ kind: 'headline', topic: 'forecast' });
    expect(row?.text).toMatch(
      /Sales of the next 30 days: R\$ [\d.,]+( [kM])? expected \(R\$ .* to R\$ .*\), [\d.]+ % (above|below) the 30 days before; [\d.]+ % of it from SP\. It was off by 10 % on average\.$/,
    );
  });

  it('names no state where one is left, and says when there is nothing', async () => {
    const text = async (filters: object) => (await rows({ kind: 'headline', topic: 'forecast', filters }))[0]?.text;
    expect(await text({ state: ['SP'] })).not.toContain('of it from');
    expect(await text({ state: ['XX'] })).toContain('no sales here to forecast from');
  });

  it('says why there is no forecast instead of failing', async () => {
    const failing = { forecaster: fakeForecaster('Too little history.') };
    const [row] = await rows({ kind: 'headline', topic: 'forecast' }, failing);
    expect(row?.text).toContain('Too little history.');
  });
});

describe('mistakes', () => {
  it.each([
    [{ kind: 'sales_forecast', horizonDays: 0 }, 'horizonDays must be a whole number from 1 to 730'],
    [{ kind: 'sales_forecast', horizonDays: 5_000 }, 'from 1 to 730'],
    [{ kind: 'sales_forecast', level: 100 }, 'level must be a whole number from 50 to 99'],
    [{ kind: 'sales_forecast', by: 'city' }, 'by cannot be "city"'],
    [{ kind: 'sales_forecast', model: 'oracle' }, 'model cannot be "oracle"'],
    [{ kind: 'sales_forecast', target: -1 }, 'target must be at least 0'],
    [{ kind: 'sales_forecast', limit: 500 }, 'from 1 to 200'],
    [{ kind: 'forecast_quality', figure: 'r2' }, 'figure cannot be "r2"'],
  ])('%j is refused in words', async (query, message) => {
    expect(await ask(query)).toMatchObject({ status: 400, error: expect.stringContaining(message) });
  });

  it('what cannot be forecast is 422 with the reason', async () => {
    const failing = { forecaster: fakeForecaster('There are too few days.') };
    const answer = await ask({ kind: 'sales_forecast' }, failing);
    expect(answer).toMatchObject({ status: 422, error: 'There are too few days.' });
  });

  it('nobody to forecast is said', async () => {
    const answer = await shop.ask({ kind: 'forecast_shortfall' });
    expect(answer).toMatchObject({ status: 422, error: expect.stringContaining('No forecasts are made here') });
  });
});
