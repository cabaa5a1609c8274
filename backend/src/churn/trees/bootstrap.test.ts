import { COUNT_SHIFT, drawRows, ROW_MASK } from './bootstrap';
import { randomStream } from './random';

const labels = Uint8Array.from({ length: 40_000 }, (_, row) => (row % 4 === 0 ? 1 : 0));
const draws = (rows: Int32Array) => rows.reduce((sum, entry) => sum + (entry >>> COUNT_SHIFT), 0);

test('draws each class at its own rate, and tells the rows of the classes apart', () => {
  const { positives, negatives } = drawRows(labels, undefined, { positive: 1, negative: 0.1 }, randomStream(1, 0));
  // Four standard errors of a Poisson sum.
  expect(Math.abs(draws(positives) - 10_000)).toBeLessThan(400);
  expect(Math.abs(draws(negatives) - 3_000)).toBeLessThan(220);
  expect(positives.every((entry) => (entry & ROW_MASK) % 4 === 0)).toBe(true);
  expect(negatives.every((entry) => (entry & ROW_MASK) % 4 !== 0)).toBe(true);
});

test('a bootstrap sample leaves out about 1/e of the rows', () => {
  const { negatives } = drawRows(labels, undefined, { positive: 1, negative: 1 }, randomStream(2, 0));
  expect(Math.abs(negatives.length / 30_000 - (1 - Math.exp(-1)))).toBeLessThan(0.012);
});

test('rows count by their weights, and not at all with none', () => {
  const weights = Float64Array.from(labels, (label, row) => (label ? 16 : row % 2 ? 0 : 0.5));
  const { positives, negatives } = drawRows(labels, weights, { positive: 1, negative: 1 }, randomStream(3, 0));
  expect(Math.abs(draws(positives) - 160_000)).toBeLessThan(1_600);
  expect(Math.abs(draws(negatives) - 5_000)).toBeLessThan(290);
  expect(negatives.every((entry) => (entry & ROW_MASK) % 2 === 0)).toBe(true);
});
