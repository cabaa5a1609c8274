import { readForecast } from '../data/readForecast';
import type { ForecastModel } from '../data/model';
import { forecastFrame, type Shop } from '../testing/frames';
import { changeText, modelText, summaryOf } from './summary';

function modelOf(shop: Partial<Shop> = {}, changed: Partial<ForecastModel> = {}): ForecastModel {
  const reading = readForecast([forecastFrame(shop)]);
  if (reading.state !== 'ready') throw new Error(`The frame is ${reading.state}.`);
  return { ...reading.model, ...changed };
}

const said = (model: ForecastModel) => summaryOf(model, model.series);

describe('the answer in a sentence', () => {
  it('says nothing where there is no total for every series', () => {
    expect(said(modelOf({ meta: { series: [] } }))).toBe('');
  });

  it('leaves out what is not known', () => {
    const series = [{ ...modelOf().series[0], name: '', points: [], model: '', sentence: '' }].map((one) => ({
      ...one,
      total: { expected: 1500, lower: 1000, upper: 2000, periodBefore: null, lastYear: 0 },
    }));
    expect(said(modelOf({}, { series, horizonDays: null, level: null }))).toBe(
      'R$ 1.5k expected in total; between R$ 1.0k and R$ 2.0k.',
    );
  });

  it('claims no certainty by a range that has no width', () => {
    const [one] = modelOf().series;
    if (!one?.total) throw new Error('There is no total.');
    const total = { ...one.total, lower: one.total.expected, upper: one.total.expected };
    expect(said(modelOf({}, { series: [{ ...one, total }] }))).not.toMatch(/between|certainty/);
  });

  it('speaks of one day as of one', () => {
    expect(said(modelOf({ future: 1 }))).toMatch(/^R\$ 13.0k expected on the next day, Aug 30, 2018; between/);
  });

  it('adds series up, and compares only what is known of all', () => {
    const two = modelOf({ names: ['SP', 'RJ'] });
    const [one, other] = two.series;
    if (!one || !other?.total) throw new Error('There are too few series.');
    const series = [one, { ...other, total: { ...other.total, lastYear: null } }];
    expect(said({ ...two, series })).toBe(
      'R$ 26.0k expected in the next 10 days, to Sep 8, 2018; 4.0% more than the 10 days before.',
    );
  });

  it.each([
    [110, 100, '10.0% more than before'],
    [90, 100, '10.0% less than before'],
    [100.01, 100, 'as much as before'],
    [100, 0, undefined],
    [100, null, undefined],
  ])('compares %d with %j', (expected, compared, text) => {
    expect(changeText(expected, compared, 'before')).toBe(text);
  });
});

describe('the model in words', () => {
  it('is that of the one series, or how many there are', () => {
    const { series } = modelOf({ names: ['SP', 'RJ'] });
    expect(modelText(series)).toBe('By mean of weekday profile and Prophet, for each series.');
    const different = series.map((one) => ({ ...one, model: one.name }));
    expect(modelText(different)).toBe('Each series by the model that forecast its own past best: 2 different ones.');
    expect(modelText(series.map((one) => ({ ...one, model: '' })))).toBe('');
    expect(modelText([])).toBe('');
  });
});
