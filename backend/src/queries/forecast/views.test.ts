import { ANOMALY_COLUMNS, FORECAST_FIELDS, SUMS_COLUMNS } from '../../contract';
import { rowsOf, type AskOptions } from '../testing/shop';
import { askSampleShop, dayAt, days, noticesOf, PURCHASE } from './testing/asking';
import { meanOfLastDays } from './testing/fake-forecaster';

const { frameOf, rows, lastRequest, shop, paidBetween } = askSampleShop();

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
    const [truth] = await shop().csv(`
      SELECT sum(payment_value::DECIMAL(18, 2))::DOUBLE AS paid FROM orders JOIN order_payments USING (order_id)
      WHERE ${PURCHASE} AND strftime(order_purchase_timestamp::DATE, '%Y-%m') = '2018-03'`);
    expect(table[1]?.actual).toBeCloseTo(Number(truth?.paid), 0);
  });

  it('answers a range that lies in the future alone: as of the last day of regular trade, with its horizon', async () => {
    const frame = await frameOf({ kind: 'sales_forecast', horizonDays: 30 }, { from: '2026-01-01', to: '2026-01-02' });
    expect(frame.meta?.custom).toMatchObject({ asOf: shop().warehouse.generation.regularLastDay });
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
      expect(noticesOf(frame)).toContain('matches these filters, so there is nothing to forecast from');
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
      text: expect.stringMatching(/^R\$ .* on \w+ \d+, \d{4}, where R\$ .* was expected.*\.$/),
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
