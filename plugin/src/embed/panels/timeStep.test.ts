import { smallestStep, timeLabel } from './timeStep';

const DAY = 86_400_000;
const at = Date.UTC(2018, 7, 31, 14, 5);

it.each([
  [31 * DAY, 'August 2018'],
  [28 * DAY, 'August 2018'],
  [7 * DAY, 'Week of Aug 31, 2018'],
  [DAY, 'Fri, Aug 31, 2018'],
])('a step of %d ms is written as %s', (step, text) => {
  expect(timeLabel(at, step, 'utc', 'en-US')).toBe(text);
});

it('writes the time of day for shorter steps, in the dashboard’s time zone', () => {
  expect(timeLabel(at, 3_600_000, 'utc', 'en-US')).toMatch(/^Aug 31, 2018, 2:05\sPM$/);
  expect(timeLabel(at, 3_600_000, 'America/Sao_Paulo', 'en-US')).toMatch(/^Aug 31, 2018, 11:05\sAM$/);
  expect(timeLabel(at, DAY, 'browser', 'en-US')).toBe('Fri, Aug 31, 2018');
});

it('finds the shortest step: months differ in length', () => {
  expect(smallestStep([0, 31 * DAY, 59 * DAY])).toBe(28 * DAY);
  expect([smallestStep([]), smallestStep([5])]).toEqual([0, 0]);
});
