import { eventFactors } from './event-factors';
import { profile, usualPath } from './profile';
import { indexOf, planted, weekly } from './testing/planted';
import { yearlyEvents } from './yearly-events';

const BLACK_FRIDAYS = ['2017-11-24', '2018-11-23'];

/** Sales that are usual but for Black Friday (six times) and the week of Christmas (half). */
function shop(until: string, often = (_year: number) => 6) {
  return planted(indexOf(until), (day) => {
    const event = BLACK_FRIDAYS.findIndex((friday) => indexOf(friday) === day);
    if (event >= 0) return weekly(day) * often(event);
    const christmas = day >= indexOf('2017-12-22') && day <= indexOf('2018-01-01');
    return weekly(day) * (christmas ? 0.5 : 1);
  });
}

const factorsOf = (until: string, days: number, country?: string) =>
  eventFactors({ series: shop(until), country }, days, usualPath);

it('raises a coming Black Friday as far as the last one stood out, and no other day', () => {
  const factors = factorsOf('2018-11-01', 30, 'BR');
  const friday = indexOf('2018-11-23') - indexOf('2018-11-01');
  expect(factors[friday]).toBeCloseTo(6, 6);
  factors.forEach((factor, day) => {
    if (day !== friday) expect(factor).toBeCloseTo(1, 6);
  });
});

it('lowers the week of Christmas as it was', () => {
  const factors = factorsOf('2018-12-15', 30, 'BR');
  expect(factors[indexOf('2018-12-25') - indexOf('2018-12-15')]).toBeCloseTo(0.5, 6);
  expect(factors[indexOf('2019-01-02') - indexOf('2018-12-15')]).toBe(1);
});

it('goes by the geometric mean of several years', () => {
  const series = shop('2019-11-01', (year) => [4, 9][year]!);
  const factors = eventFactors({ series, country: 'BR' }, 60, usualPath);
  expect(factors[indexOf('2019-11-29') - indexOf('2019-11-01')]).toBeCloseTo(6, 6);
});

it('leaves what no past year shows, what the model has learnt, and a shop without a country', () => {
  const ones = new Float64Array(40).fill(1);
  expect(factorsOf('2017-11-10', 40, 'BR')).toEqual(ones);
  expect(factorsOf('2018-11-01', 40)).toEqual(ones);
  const learnt = new Set(['black friday', 'sale', 'christmas']);
  expect(eventFactors({ series: shop('2018-11-01'), country: 'BR' }, 40, usualPath, learnt)).toEqual(ones);
});

it('does not judge by a history that begins shortly before, nor by one that mostly sells nothing', () => {
  const days = indexOf('2018-11-01');
  const sparse = planted(days, (day) => (day % 4 === 0 || day === indexOf('2017-11-24') ? 50 : 0));
  const young = planted(days, weekly);
  young.values.fill(0, 0, indexOf('2017-11-20'));
  for (const series of [sparse, young])
    expect(eventFactors({ series, country: 'BR' }, 40, usualPath).every((factor) => factor === 1)).toBe(true);
});

it('is limited where a day stood out beyond measure', () => {
  const series = shop('2018-11-01', () => 500);
  const factors = eventFactors({ series, country: 'BR' }, 30, usualPath);
  expect(Math.max(...factors)).toBeCloseTo(10, 9);
});

it('is in the forecast of the profile', () => {
  const path = profile.forecast({ series: shop('2018-11-01'), country: 'BR' }, 30);
  const friday = indexOf('2018-11-23') - indexOf('2018-11-01');
  expect(path[friday]! / path[friday - 7]!).toBeCloseTo(6, 3);
});

it('knows the events that touch a span of days', () => {
  expect(yearlyEvents('BR', '2017-11-26', '2017-12-22').map(({ kind }) => kind)).toEqual(['sale', 'christmas']);
  expect(yearlyEvents('BR', '2018-01-01', '2018-01-31').map(({ kind }) => kind)).toEqual(['christmas']);
  expect(yearlyEvents('BR', '2018-01-02', '2018-11-22')).toEqual([]);
});
