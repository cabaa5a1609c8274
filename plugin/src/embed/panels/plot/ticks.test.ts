import { niceTicks } from './ticks';

it.each([
  [0, 97, 5, [0, 20, 40, 60, 80, 100]],
  [0, 0.0267, 4, [0, 0.01, 0.02, 0.03]],
  [0.006, 0.0267, 4, [0, 0.01, 0.02, 0.03]],
  [0, 8756, 4, [0, 2500, 5000, 7500, 10000]],
  [-3, 3, 3, [-4, -2, 0, 2, 4]],
])('from %d to %d in about %d steps', (low, high, count, ticks) => {
  expect(niceTicks(low, high, count)).toEqual(ticks);
});

it('has two ends where there is a single value, and none where there is no number', () => {
  expect(niceTicks(5, 5, 1)).toEqual([5, 10]);
  expect(niceTicks(0, 0, 1)).toEqual([0, 1]);
  expect(niceTicks(Number.NaN, 1, 4)).toEqual([]);
});
