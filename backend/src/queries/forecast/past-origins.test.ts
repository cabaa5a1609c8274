import { DEFAULT_SETTINGS } from '../../contract';
import { ForecastError, type Forecaster } from '../../forecast/forecast';
import type { ForecastContext } from './context';
import { scoresFrom } from './past-origins';
import { fakeForecaster } from './testing/fake-forecaster';

/** Sales of a shop that sells 10 a day, and 20 on Sundays, from Monday 1 January 2018 on. */
const values = Float64Array.from({ length: 120 }, (_, i) => (i % 7 === 6 ? 20 : 10));
const series = [{ name: 'SP', daily: { firstDay: '2018-01-01', values } }];
const contextWith = (forecaster: Forecaster) =>
  ({ settings: DEFAULT_SETTINGS, forecast: (request) => forecaster.forecast(request) }) as ForecastContext;

it('lets each forecast know the days up to its origin alone, and judges it on those that followed', async () => {
  const forecaster = fakeForecaster();
  const { rows, unused } = await scoresFrom(series, ['2018-02-28', '2018-03-31'], 'auto', contextWith(forecaster));
  const auto = forecaster.requests.filter(({ model }) => model === 'auto');
  expect(auto.map(({ series: [one], horizonDays }) => [one?.daily.values.length, horizonDays])).toEqual([
    [59, 61],
    [90, 30],
  ]);
  const chosen = rows.filter(({ role }) => role === 'chosen');
  expect(chosen.map(({ horizonDays, origins }) => [horizonDays, origins])).toEqual([
    [7, 2],
    [30, 2],
  ]);
  // A mean of 80 ÷ 7 is off by 10 ÷ 7 on six days and by 60 ÷ 7 on Sundays; its band of ± 20% holds all but those.
  expect(chosen[0]).toMatchObject({ series: 'SP', model: 'chosen', bias: expect.closeTo(0, 9) });
  expect(chosen[0]?.wape).toBeCloseTo(120 / 7 / 80, 9);
  expect(chosen[0]?.coverage80).toBeCloseTo(6 / 7, 9);
  expect(rows.map(({ role }) => role)).toContain('baseline');
  expect(unused).toEqual([{ name: 'SP', notices: [] }]);
});

it('tells of origins before the series, and of those after which too little is known', async () => {
  const origins = ['2017-12-31', '2018-03-31', '2018-04-23', '2018-04-24', '2019-01-01'];
  const { rows, unused } = await scoresFrom(series, origins, 'auto', contextWith(fakeForecaster()));
  expect(rows.find(({ role, horizonDays }) => role === 'chosen' && horizonDays === 7)?.origins).toBe(2);
  expect(unused).toEqual([
    {
      name: 'SP',
      notices: [
        'No forecast from Dec 31, 2017 is judged: the days that are learned from begin on Jan 1, 2018.',
        'No forecast from Apr 24, 2018 is judged: fewer than 7 days are known after it.',
        'No forecast from Jan 1, 2019 is judged: fewer than 7 days are known after it.',
      ],
    },
  ]);
});

it('tells of origins from which a model cannot learn', async () => {
  const failing = contextWith(fakeForecaster('too short'));
  const { rows, unused } = await scoresFrom(series, ['2018-02-28', '2018-02-28'], 'profile', failing);
  expect([rows, unused.flatMap(({ notices }) => notices)]).toEqual([
    [],
    ['No forecast from Feb 28, 2018 is judged: none can be made of what is known up to it.'],
  ]);
});

it('passes on what is no fault of the series', async () => {
  const broken: Forecaster = { ...fakeForecaster(), forecast: () => Promise.reject(new Error('no threads')) };
  const asked = scoresFrom(series, ['2018-02-28'], 'auto', contextWith(broken));
  await expect(asked).rejects.not.toBeInstanceOf(ForecastError);
});
