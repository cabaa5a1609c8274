import { roundStep } from './round-step';

it.each([
  [0.9, 1],
  [1, 1],
  [1.1, 2],
  [2.2, 2.5],
  [3, 5],
  [7, 10],
  [22, 25],
  [0.021, 0.025],
])('the round step from %d on is %d', (least, step) => {
  expect(roundStep(least, false)).toBeCloseTo(step, 12);
});

it('of counts is never a part of one', () => {
  expect([0.02, 1, 2.2, 22].map((least) => roundStep(least, true))).toEqual([1, 1, 5, 25]);
});

it('takes what reckoning in binary numbers adds for nothing', () => {
  expect(roundStep(0.1 + 0.2 - 0.1, false)).toBeCloseTo(0.2, 12);
});
