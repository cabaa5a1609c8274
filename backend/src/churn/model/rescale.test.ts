import { logistic } from '../calibration/log-odds';
import { rescale } from './rescale';

const slope = (odds: number): number => logistic(odds) * (1 - logistic(odds));
const columnsOf = (...rows: number[][]): Float64Array[] =>
  rows[0]!.map((_, feature) => Float64Array.from(rows, (row) => row[feature]!));

test('contributions add up to the transformed answer, with their shares and signs', () => {
  const { base, columns } = rescale({ base: -2, columns: columnsOf([1, -0.25], [3, 4]) }, logistic, slope(-2));
  expect(base).toBe(logistic(-2));
  expect(base + columns[0]![0]! + columns[1]![0]!).toBeCloseTo(logistic(-1.25), 14);
  expect(base + columns[0]![1]! + columns[1]![1]!).toBeCloseTo(logistic(5), 14);
  expect(columns[0]![0]! / columns[1]![0]!).toBeCloseTo(-4, 12);
});

test('contributions that cancel out keep their size by the slope at the base', () => {
  const { base, columns } = rescale({ base: 0.5, columns: columnsOf([2, -2], [2, -2 + 1e-12]) }, logistic, slope(0.5));
  for (const row of [0, 1]) {
    expect(columns[0]![row]).toBeCloseTo(2 * slope(0.5), 12);
    expect(base + columns[0]![row]! + columns[1]![row]!).toBeCloseTo(logistic(0.5), 11);
  }
});

test('without rows there is the base alone', () => {
  expect(rescale({ base: 0, columns: [new Float64Array(0)] }, logistic, 0.25)).toEqual({
    base: 0.5,
    columns: [new Float64Array(0)],
  });
});
