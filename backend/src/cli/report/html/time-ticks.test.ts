import { DAY_MS } from '../../../contract';
import { timeTicks } from './time-ticks';

const textsBetween = (first: string, last: string, language: 'en' | 'pt-BR' = 'en') =>
  timeTicks(Date.parse(first), Date.parse(last), language).map(({ text }) => text);

it.each([
  ['2016-09-01', '2018-08-31', ['Jan 2017', 'Jul 2017', 'Jan 2018', 'Jul 2018']],
  ['2018-01-01', '2018-03-31', ['Jan 2018', 'Feb 2018', 'Mar 2018']],
  ['2018-06-01', '2018-06-30', ['Jun 4', 'Jun 11', 'Jun 18', 'Jun 25']],
  ['2010-06-01', '2018-06-30', ['2012', '2014', '2016', '2018']],
  ['2018-06-01T23:44Z', '2018-06-02T00:41Z', ['23:50', '00:00', '00:10', '00:20', '00:30', '00:40']],
])('stand at even steps of the calendar between %s and %s', (first, last, expected) => {
  expect(textsBetween(first, last)).toEqual(expected);
});

it('are written in the reader’s language, without words between the parts', () => {
  expect(textsBetween('2018-01-01', '2018-03-31', 'pt-BR')).toEqual(['jan. 2018', 'fev. 2018', 'mar. 2018']);
});

it('are the ends where no two steps lie between them', () => {
  expect(textsBetween('2018-01-02T00:00:10Z', '2018-01-02T00:00:20Z')).toEqual(['Jan 2, 2018', 'Jan 2, 2018']);
  expect(textsBetween('2018-01-02', '2018-01-02')).toEqual(['Jan 2, 2018']);
});

it('are never too many to be told apart, however long the time is', () => {
  for (let days = 1; days < 20_000; days = Math.ceil(days * 1.3)) {
    const ticks = timeTicks(0, days * DAY_MS, 'en');
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThanOrEqual(6);
  }
});
