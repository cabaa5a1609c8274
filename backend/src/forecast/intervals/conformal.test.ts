import { randomFrom } from '../testing/made-up-sales';
import { conformalWidth } from './conformal';
import { nonDecreasing } from './isotonic';
import type { SortedErrors } from './past-errors';
import { studentQuantile } from './student';

function errorsOf(sizes: number[], weights = sizes.map(() => 1), knownAt = sizes.map(() => 0)): SortedErrors {
  const order = [...sizes.keys()].sort((a, b) => sizes[a]! - sizes[b]!);
  return {
    sizes: Float64Array.from(order, (i) => sizes[i]!),
    weights: Float64Array.from(order, (i) => weights[i]!),
    knownAt: Int32Array.from(order, (i) => knownAt[i]!),
  };
}

test.each([0.8, 0.95])('a band at %f holds the next error so often, whatever the distribution', (level) => {
  let held = 0;
  const rounds = 4000;
  const random = randomFrom(7);
  for (let round = 0; round < rounds; round++) {
    const sizes = Array.from({ length: 39 }, () => Math.exp(3 * random()) - 1);
    if (Math.exp(3 * random()) - 1 <= conformalWidth(errorsOf(sizes), 0, level, 39)!) held++;
  }
  // Two and a half standard errors of so many rounds, and a step of 1/40 that 39 errors allow.
  expect(held / rounds).toBeGreaterThan(level - 0.016);
  expect(held / rounds).toBeLessThan(level + 0.016 + 1 / 40);
});

test('five normal errors hold 95% by Student', () => {
  let held = 0;
  const rounds = 4000;
  const random = randomFrom(8);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  for (let round = 0; round < rounds; round++) {
    const sizes = Array.from({ length: 5 }, () => Math.abs(normal()));
    if (Math.abs(normal()) <= conformalWidth(errorsOf(sizes), 0, 0.95, 5)!) held++;
  }
  expect(held / rounds).toBeGreaterThan(0.94);
  expect(held / rounds).toBeLessThan(0.985);
});

test('recent errors count for more, and later ones than known not at all', () => {
  const sizes = Array.from({ length: 100 }, (_, i) => (i < 50 ? 10 : 1));
  const even = conformalWidth(errorsOf(sizes), 0, 0.8, 100);
  const byAge = sizes.map((_, i) => (i < 50 ? 0.1 : 1));
  expect(even).toBe(10);
  expect(conformalWidth(errorsOf(sizes, byAge), 0, 0.8, 100)).toBe(1);
  const knownAt = sizes.map((_, i) => (i < 50 ? 9 : 5));
  expect(conformalWidth(errorsOf(sizes, undefined, knownAt), 5, 0.8, 100)).toBe(1);
});

test('overlapping errors are worth less, which makes the band wider', () => {
  const sizes = Array.from({ length: 60 }, (_, i) => 1 + i / 60);
  expect(conformalWidth(errorsOf(sizes), 0, 0.8, 6)!).toBeGreaterThan(conformalWidth(errorsOf(sizes), 0, 0.8, 60)!);
  expect(conformalWidth(errorsOf(sizes), 0, 0.8, 3)!).toBeGreaterThan(2);
});

test('without errors, or with next to none of their own, there is no width', () => {
  expect(conformalWidth(errorsOf([]), 0, 0.8, 0)).toBeUndefined();
  expect(conformalWidth(errorsOf([1, 2, 30, 4, 5]), 0, 0.8, 2)).toBeUndefined();
});

test.each([8, 60])('a higher level has a wider band, with %d errors and an outlier among them', (count) => {
  const sizes = Array.from({ length: count }, (_, i) => (i === 3 ? 40 : 1 + i / count));
  const widths = [0.5, 0.8, 0.9, 0.94, 0.95].map((level) => conformalWidth(errorsOf(sizes), 0, level, count)!);
  expect(widths).toEqual([...widths].sort((a, b) => a - b));
});

test("Student's quantiles are those of the tables", () => {
  expect(studentQuantile(0.975, 1)).toBeCloseTo(12.706, 2);
  expect(studentQuantile(0.975, 2)).toBeCloseTo(4.303, 2);
  expect(studentQuantile(0.975, 5) / 2.571).toBeCloseTo(1, 2);
  expect(studentQuantile(0.9, 10) / 1.372).toBeCloseTo(1, 2);
});

test('falling neighbours are pooled to their mean', () => {
  expect(nonDecreasing([1, 3, 2, 4, 1])).toEqual([1, 2.5, 2.5, 2.5, 2.5]);
  expect(nonDecreasing([])).toEqual([]);
});

test('an outlier among the errors widens the band unless it is dropped', () => {
  const sizes = [...Array.from({ length: 19 }, (_, i) => 1 + i / 19), 60];
  expect(conformalWidth(errorsOf(sizes), 0, 0.95, 20)).toBe(60);
  expect(conformalWidth(errorsOf(sizes), 0, 0.95, 20, 'dropped')!).toBeLessThan(4);
});
