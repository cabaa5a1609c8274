import { QUALITY_COLUMNS } from '../../contract';
import { ForecastError, type Forecaster } from '../../forecast/forecast';
import { rowsOf, type AskOptions } from '../testing/shop';
import { askSampleShop, noticesOf } from './testing/asking';
import { fakeForecaster } from './testing/fake-forecaster';

const { ask, frameOf, rows, shop } = askSampleShop();

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
    expect([zero.fields, noticesOf(zero)]).toEqual([[], expect.stringContaining('The target is zero')]);
    expect(noticesOf(zero)).not.toContain('had no sales');
  });

  it.each(['forecast_shortfall', 'forecast_quality'])('%s: filters that match nothing are told', async (kind) => {
    const frame = await frameOf({ kind, filters: { state: ['ZZ'] } });
    expect([frame.fields, noticesOf(frame)]).toEqual([[], expect.stringMatching(/^Nothing .* matches these filters/)]);
  });
});

describe('the view deviations', () => {
  const RANGE = { from: '2018-01-01', to: '2018-02-28' };
  const deviations = (query: object = {}, options: AskOptions = RANGE) =>
    rows({ kind: 'sales_forecast', view: 'deviations', ...query }, options);

  it('is one number per day for alert rules: zero inside of the band, what is beyond it outside', async () => {
    const frame = await frameOf({ kind: 'sales_forecast', view: 'deviations' }, RANGE);
    expect(frame.meta?.type).toBe('numeric-long');
    const table = rowsOf(frame);
    expect(table).toHaveLength(59);
    expect(table.map((row) => Object.keys(row))[0]).toEqual(['day', 'outside_band']);
    const anomalies = await rows({ kind: 'sales_forecast', view: 'anomalies', grain: 'day' }, RANGE);
    const outside = table.filter(({ outside_band }) => outside_band !== 0);
    expect(anomalies.length).toBeGreaterThan(0);
    expect(outside).toHaveLength(anomalies.length);
    const [actual, expected] = [await deviations({ figure: 'actual' }), await deviations({ figure: 'expected' })];
    const at = table.indexOf(outside[0]!);
    // The fake's 95% band ends 40% above what it expects.
    const beyond = Number(actual[at]?.actual) / Number(expected[at]?.expected) - 1.4;
    expect(outside[0]?.outside_band).toBeCloseTo(beyond, 9);
  });

  it('answers for the last days of regular trade when it is asked about now', async () => {
    const now = { from: '2026-01-01', to: '2026-01-02' };
    const days = (await deviations({}, now)).map(({ day }) => day);
    expect(days.length).toBeGreaterThan(0);
    expect(days.length).toBeLessThan(4);
    expect(String(days[0])).toMatch(/^2018-0[78]-/);
  });

  it('leaves out a day that is not over', async () => {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.UTC(2018, 1, 28, 15));
    try {
      const asked = await deviations({ by: 'state', limit: 1 });
      expect(asked.map(({ day }) => day)).not.toContain('2018-02-28');
      expect(asked.map(({ day }) => day)).toContain('2018-02-27');
    } finally {
      clock.mockRestore();
    }
  });

  it('is no data where nothing was sold', async () => {
    const frame = await frameOf({ kind: 'sales_forecast', view: 'deviations', filters: { state: ['ZZ'] } });
    expect([frame.fields, frame.meta?.type]).toEqual([[], 'numeric-long']);
  });
});

describe('the headline', () => {
  it('says what to expect, against the days before, and from where', async () => {
    const [row] = await rows({ kind: 'headline', topic: 'forecast' });
    expect(row?.text).toMatch(
      /Sales of the next 30 days: R\$ [\d.,]+[kM]? expected \(R\$ .* to R\$ .*\), [\d.]+% (above|below) the 30 days before; [\d.]+% of it from SP\. It was off by 10% on average\.$/,
    );
  });

  it('names no state where one is left, and says when there is nothing', async () => {
    const text = async (filters: object) => (await rows({ kind: 'headline', topic: 'forecast', filters }))[0]?.text;
    expect(await text({ state: ['SP'] })).not.toContain('of it from');
    expect(await text({ state: ['XX'] })).toContain('no sales here to forecast from');
  });

  it('speaks of the whole shop, where neither it nor a state can be forecast', async () => {
    const refusing: Forecaster = {
      forecast: ({ series }) =>
        Promise.reject(new ForecastError(`Too little of ${series[0]?.name || 'the whole shop'}.`)),
      close: () => Promise.resolve(),
    };
    const [row] = await rows({ kind: 'headline', topic: 'forecast' }, { forecaster: refusing });
    expect(row?.text).toMatch(/Too little of the whole shop\.$/);
  });

  it('names no state, where the shop can be forecast and no state can', async () => {
    const whole = fakeForecaster();
    const refusing: Forecaster = {
      ...whole,
      forecast: (request) =>
        request.series.length === 1 ? whole.forecast(request) : Promise.reject(new ForecastError('No states.')),
    };
    const [row] = await rows({ kind: 'headline', topic: 'forecast' }, { forecaster: refusing });
    expect(row?.text).toContain('Sales of the next 30 days');
    expect(row?.text).not.toMatch(/of it from|No states/);
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
    [{ kind: 'sales_forecast', level: 100 }, 'level must be a whole number from 50 to 95'],
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
    const answer = await shop().ask({ kind: 'forecast_shortfall' });
    expect(answer).toMatchObject({ status: 422, error: expect.stringContaining('No forecasts are made here') });
  });
});
