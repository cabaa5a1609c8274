import { countWhere } from './count-where';

it.each([
  [[], 0],
  [[5], 0],
  [[1], 1],
  [[1, 2, 3, 3, 4, 9], 4],
  [[1, 2], 2],
])('of %j, so many are at most 3: %d', (sorted, count) => {
  expect(countWhere(sorted, (value) => value <= 3)).toBe(count);
  expect(countWhere(Float64Array.from(sorted), (value) => value <= 3)).toBe(count);
});

it('looks at a few of many only', () => {
  let looks = 0;
  const many = Int32Array.from({ length: 1_000_000 }, (_, i) => i);
  expect(countWhere(many, (value) => ++looks > 0 && value < 123_456)).toBe(123_456);
  expect(looks).toBeLessThan(25);
});
