import type { LabelledMatrix } from '../features/matrix';
import { mediansOf, stack } from './stack';

const matrix = (rows: number[][], returned: number[], names = ['one', 'two']): LabelledMatrix => ({
  cut: '2018-01-01',
  horizonDays: 180,
  names,
  length: returned.length,
  customerKeys: Int32Array.from(returned.keys()),
  columns: names.map((_, feature) => Float64Array.from(rows, (row) => row[feature]!)),
  returned: Uint8Array.from(returned),
});

test('cuts are stacked in their order, each row with its label', () => {
  const first = matrix(
    [
      [1, 10],
      [2, Number.NaN],
    ],
    [1, 0],
  );
  const { names, labels, columns } = stack([first, matrix([], []), matrix([[3, 30]], [1])]);
  expect(names).toEqual(['one', 'two']);
  expect([...labels]).toEqual([1, 0, 1]);
  expect(columns.map((column) => [...column])).toEqual([
    [1, 2, 3],
    [10, Number.NaN, 30],
  ]);
});

test('no cuts, or cuts of different features, are told', () => {
  expect(() => stack([])).toThrow('There are no cuts to learn from.');
  const other = matrix([[1, 2]], [1], ['two', 'one']);
  expect(() => stack([matrix([[1, 2]], [1]), other])).toThrow('The cuts have different features.');
});

test('medians leave out what is unknown, unless that is most', () => {
  const columns = [[3, 1, 2], [9, Number.NaN, 5], [Number.NaN, Number.NaN, 7], [Number.NaN, 4], [-1, -2, -10], []].map(
    (values) => Float64Array.from(values),
  );
  expect([...mediansOf(columns)]).toEqual([2, 9, Number.NaN, 4, -2, Number.NaN]);
});

test('medians leave the columns as they were', () => {
  const column = Float64Array.of(3, 1, 2);
  mediansOf([column]);
  expect([...column]).toEqual([3, 1, 2]);
});
