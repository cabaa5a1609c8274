import { holidaysBetween } from '../../holidays';
import { augurs, loadAugurs } from '../augurs/library';
import { FIRST_DAY, dayAt, indexOf, noise, planted, weekly } from '../testing/planted';
import { fitProphet } from './fit-prophet';
import { holidayRegressors } from './holiday-regressors';
import { prophet } from './prophet';

beforeAll(loadAugurs);

const LINE = Float64Array.from({ length: 210 }, (_, day) => 5 + day / 210 + Math.sin((2 * Math.PI * day) / 7));
const learnt = new Uint8Array(210).fill(1);
const task = { firstSecond: 0, logs: LINE, learnt, holidays: new Map(), horizonDays: 70 };

test('the fit follows a planted trend and week, and holds the trend of the last day', () => {
  const path = fitProphet(augurs(), task);
  LINE.forEach((value, day) => expect(Math.abs(path[day]! - value)).toBeLessThan(0.02));
  for (let day = 210; day < 280; day += 1)
    expect(path[day]).toBeCloseTo(5 + 209 / 210 + Math.sin((2 * Math.PI * day) / 7), 1);
});

test('a failing search for the fit is tried again with fewer changepoints', () => {
  const library = augurs();
  let calls = 0;
  const optimizer: typeof library.optimizer = {
    optimize: (...given) => {
      calls += 1;
      if (calls === 1) throw new Error('Line search failed to achieve a sufficient decrease');
      return library.optimizer.optimize(...given);
    },
  };
  const path = fitProphet({ ...library, optimizer }, task);
  expect(calls).toBe(2);
  expect(path[0]).toBeCloseTo(5, 1);
});

test('where nothing fits, the model says so in words', () => {
  const failing = jest.spyOn(augurs().optimizer, 'optimize').mockImplementation(() => {
    throw new Error('Line search failed');
  });
  const ask = () => prophet.forecast({ series: planted(100, (day) => weekly(day) + 100 * noise(day)) }, 30);
  expect(ask).toThrow('The model "Prophet" found no fit for this history. Choose another model.');
  failing.mockRestore();
});

test('holidays on which half is sold are forecast so, those of a kind alike', () => {
  const holidays = new Set(holidaysBetween('BR', FIRST_DAY, '2018-12-31').map(({ day }) => day));
  const series = planted(indexOf('2018-04-15'), (day) => weekly(day) * (holidays.has(dayAt(day)) ? 0.5 : 1));
  const path = prophet.forecast({ series, country: 'BR' }, 60);
  // Labour Day was not among the last nine months, but other public holidays were.
  const labourDay = indexOf('2018-05-01') - series.values.length;
  expect(path[labourDay]! / path[labourDay + 7]!).toBeLessThan(0.65);
  expect(path[labourDay]! / path[labourDay + 7]!).toBeGreaterThan(0.35);
});

test('a Black Friday is expected again, and kinds without a day so far are left out', () => {
  const kinds = holidayRegressors('BR', '2017-11-01', '2018-11-30', '2017-12-15');
  expect([...kinds.keys()].sort()).toEqual(['black friday', 'public', 'sale']);
  const days = kinds.get('black friday')!.occurrences.map(({ start }) => new Date(start * 1000).toISOString());
  expect(days).toEqual(['2017-11-24T00:00:00.000Z', '2018-11-23T00:00:00.000Z']);
  const { start, end } = kinds.get('sale')!.occurrences[0]!;
  expect((end - start) / 86_400).toBe(4);
});
