import { ForecastError } from '../forecast';
import { blackFriday } from './black-friday';
import { holidaysBetween } from './holidays-between';

const BRAZIL_2018 = [
  '2018-01-01', // New Year's Day
  '2018-02-12', // Carnival
  '2018-02-13',
  '2018-03-30', // Good Friday
  '2018-04-01', // Easter Sunday
  '2018-04-21', // Tiradentes
  '2018-05-01', // Labour Day
  '2018-05-13', // Mother's Day
  '2018-05-31', // Corpus Christi
  '2018-06-12', // Lovers' Day
  '2018-08-12', // Father's Day
  '2018-09-07', // Independence
  '2018-10-12', // Aparecida
  '2018-11-02', // All Souls
  '2018-11-15', // Republic
  '2018-11-23', // Black Friday
  '2018-12-24',
  '2018-12-25',
  '2018-12-31',
];

test("Brazil's days of 2018, in order of time", () => {
  const days = holidaysBetween('BR', '2018-01-01', '2018-12-31');
  expect(days.map(({ day }) => day)).toEqual(BRAZIL_2018);
  expect(days.find(({ day }) => day === '2018-06-12')?.name).toBe("Lovers' Day");
});

test('both ends belong to it, across years too, and small letters name a country as well', () => {
  const days = holidaysBetween('br', '2017-12-25', '2018-01-01').map(({ day }) => day);
  expect(days).toEqual(['2017-12-25', '2017-12-31', '2018-01-01']);
  expect(holidaysBetween('BR', '2018-01-02', '2018-01-31')).toEqual([]);
});

test.each([
  [2010, '2010-11-26'],
  [2017, '2017-11-24'],
  [2018, '2018-11-23'],
  [2019, '2019-11-29'],
  [2024, '2024-11-29'],
])('Black Friday of %i is %s', (year, day) => {
  expect(blackFriday(year)).toBe(day);
});

test('another country has other days, but the same Black Friday', () => {
  const days = holidaysBetween('DE', '2017-10-01', '2017-11-30').map(({ day }) => day);
  expect(days).toContain('2017-10-03');
  expect(days).toContain('2017-11-24');
  expect(days).not.toContain('2017-11-15');
});

test.each(['XX', '', 'Brazil', 'constructor'])('an unknown country (%j) is named', (country) => {
  const ask = () => holidaysBetween(country, '2018-01-01', '2018-12-31');
  expect(ask).toThrow(ForecastError);
  expect(ask).toThrow(`"${country}"`);
});
