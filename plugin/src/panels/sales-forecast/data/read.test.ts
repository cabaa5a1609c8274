import { FieldType, toDataFrame } from '@grafana/data';
import { AS_OF, backtestFrame, forecastFrame, without } from '../testing/frames';
import { shownName } from './fields';
import { guessGrain } from './guessGrain';
import { readBacktest } from './readBacktest';
import { readForecast } from './readForecast';
import { readMeta } from './readMeta';
import { nearForecasts, shorten } from './shorten';

const DAY = 86_400_000;

function forecast(frames = [forecastFrame()]) {
  const reading = readForecast(frames);
  if (reading.state !== 'ready') throw new Error(`The frames are ${reading.state}.`);
  return reading.model;
}

describe('a forecast in frames', () => {
  it('is read with what is said beside it', () => {
    const { series, ...model } = forecast();
    expect(model).toMatchObject({
      grain: 'day',
      asOf: '2018-08-29',
      horizonDays: 10,
      level: 80,
      target: null,
      dimension: '',
    });
    expect(series[0]?.points[59]).toEqual({
      time: AS_OF,
      actual: 1000,
      expected: 1010,
      inner: { lower: 800, upper: 1200 },
      outer: { lower: 600, upper: 1400 },
      anomalous: false,
      future: false,
    });
    expect(series[0]?.points[60]).toMatchObject({ actual: null, future: true });
  });

  it.each([
    ['Brinquedos: esperado', 'Brinquedos'],
    ['SP: sul: esperado', 'SP: sul'],
    ['', 'toys'],
  ])('is called as its display name “%s” begins', (displayNameFromDS, name) => {
    const field = { name: 'forecast', type: FieldType.number, values: [], config: { displayNameFromDS } };
    expect(shownName({ ...field, labels: { category: 'toys' } })).toBe(name);
    expect(shownName(field)).toBe('');
  });

  it('may be spread over several frames, as transformations leave it', () => {
    const both = forecastFrame({ names: ['SP', 'RJ'] });
    const half = (name: string) => ({
      ...both,
      fields: both.fields.filter(({ labels }) => labels === undefined || labels.state === name),
    });
    expect(forecast([half('SP'), half('RJ')]).series.map(({ name }) => name)).toEqual(['SP', 'RJ']);
    expect(forecast([both]).dimension).toBe('state');
  });

  it('begins after the last actual where the backend does not say', () => {
    const { meta: _, ...bare } = forecastFrame();
    expect(forecast([bare])).toMatchObject({ grain: 'day', asOf: '2018-08-29', level: null, holidays: [] });
  });

  it('is put into the order of time', () => {
    const frame = forecastFrame({ past: 3, future: 1 });
    for (const field of frame.fields) field.values = field.values.toReversed();
    const times = forecast([frame]).series[0]?.points.map(({ time }) => time);
    expect(times).toEqual(times?.toSorted((one, other) => one - other));
  });

  it.each([
    ['year', 366],
    ['half-year', 183],
    ['quarter', 91],
    ['all', 500],
  ] as const)('can be shortened: %s', (history, days) => {
    const [series] = shorten(forecast([forecastFrame({ past: 500 })]), history).series;
    expect(series?.points.filter(({ future }) => !future)).toHaveLength(days);
    expect(series?.points.filter(({ future }) => future)).toHaveLength(10);
  });
});

describe('what is said beside the fields', () => {
  it('is left out where it is of another kind', () => {
    const custom = {
      grain: 'year',
      forecastFrom: 'soon',
      level: '80',
      holidays: [{ day: 'x', name: 'No day' }, null, { day: '2018-09-07' }],
      series: [{ series: 'SP', expectedSum: 5 }, 'RJ'],
    };
    expect(readMeta(toDataFrame({ meta: { custom }, fields: [] }))).toEqual({
      grain: undefined,
      forecastFrom: undefined,
      horizonDays: null,
      level: null,
      target: null,
      holidays: [{ time: Date.UTC(2018, 8, 7), name: '' }],
      series: [
        {
          name: 'SP',
          model: '',
          sentence: '',
          total: { expected: 5, lower: 5, upper: 5, periodBefore: null, lastYear: null },
        },
      ],
    });
  });

  it('takes a level as a share too', () => {
    expect(readMeta(toDataFrame({ meta: { custom: { level: 0.8 } }, fields: [] })).level).toBe(80);
  });
});

describe('past forecasts in frames', () => {
  it('are read by their origins, the earliest first', () => {
    const reading = readBacktest([backtestFrame([], ['2018-07-30', '2018-06-30'])]);
    expect(reading).toMatchObject({ state: 'ready', model: { grain: 'day', origins: ['2018-06-30', '2018-07-30'] } });
    const [series] = reading.state === 'ready' ? reading.model.series : [];
    expect(series?.forecasts[0]?.points).toHaveLength(30);
    expect(series?.forecasts[0]?.points[0]?.time).toBe(Date.UTC(2018, 6, 1));
  });

  it('are shown from shortly before the first', () => {
    const reading = readBacktest([backtestFrame([], ['2018-08-28'])]);
    if (reading.state !== 'ready') throw new Error(`The frame is ${reading.state}.`);
    expect(nearForecasts(reading.model).series[0]?.actual[0]?.time).toBe(Date.UTC(2018, 6, 1));
    const late = { ...reading.model, origins: ['2018-10-01'] };
    expect(nearForecasts(late).series[0]?.actual[0]?.time).toBe(Date.UTC(2018, 7, 2));
  });

  it.each([
    ['no frames', [], { state: 'empty' }],
    ['no origins', [backtestFrame([], [])], { state: 'empty' }],
    ['no actuals', [without(backtestFrame(), 'actual')], { state: 'missing', fields: ['actual'] }],
    ['something else', [toDataFrame({ fields: [{ name: 'x', values: [1] }] })], { state: 'other' }],
  ])('%s: is told apart', (_name, frames, reading) => {
    expect(readBacktest(frames)).toEqual(reading);
  });
});

it.each([
  [[], 'day'],
  [[0], 'day'],
  [[0, 7 * DAY, 14 * DAY], 'week'],
  [[0, 31 * DAY, 59 * DAY], 'month'],
])('the grain of %j is the %s', (times, grain) => {
  expect(guessGrain(times)).toBe(grain);
});
