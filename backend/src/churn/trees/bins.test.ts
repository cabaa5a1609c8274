import fc from 'fast-check';
import { binRows } from './binned-rows';
import { binOf, chooseBins } from './bins';
import { TrainingError } from './errors';

const binned = (values: number[], maxBins?: number) => {
  const column = [Float64Array.from(values)];
  return Array.from(binRows(chooseBins(column, maxBins), column).bytes);
};

test('few values get a bin each, in their order', () => {
  expect(binned([3, 1, 2, 1, 3])).toEqual([3, 1, 2, 1, 3]);
});

test('unknown values have the lowest bin', () => {
  expect(binned([NaN, 7, NaN, 9])).toEqual([0, 1, 0, 2]);
  expect(binned([NaN, NaN])).toEqual([0, 0]);
});

test('a constant column has one bin, with room for values never met', () => {
  const [edges] = chooseBins([Float64Array.of(5, 5, 5)]);
  expect(edges).toHaveLength(0);
});

test('infinite values have bins of their own', () => {
  expect(binned([-Infinity, 0, Infinity, 1])).toEqual([1, 2, 4, 3]);
  expect(binned([-Infinity, Infinity])).toEqual([1, 2]);
});

test('neighbouring floating-point numbers are told apart', () => {
  const next = 1 + Number.EPSILON;
  expect(binned([1, next])).toEqual([1, 2]);
  expect(binned([Number.MAX_VALUE, -Number.MAX_VALUE])).toEqual([2, 1]);
});

test('zero and minus zero are one value', () => {
  expect(binned([0, -0, 1])).toEqual([1, 1, 2]);
});

test('many values fall into bins of about equal size', () => {
  const values = Array.from({ length: 10_000 }, (_, i) => Math.sqrt(i));
  const counts = new Map<number, number>();
  for (const bin of binned(values, 10)) counts.set(bin, (counts.get(bin) ?? 0) + 1);
  expect(counts.size).toBe(10);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThanOrEqual(1);
});

test('a value that most rows have takes no bins from the others', () => {
  const values = [...new Array<number>(900).fill(0), ...Array.from({ length: 100 }, (_, i) => i + 1)];
  expect(new Set(binned(values, 11)).size).toBe(11);
});

test('the highest bin number fits a byte', () => {
  const bins = binned(Array.from({ length: 70_000 }, (_, i) => i));
  expect(Math.max(...bins)).toBe(255);
});

test('the fast search finds the same bin as a search one by one, and the same again for new data', () => {
  const values = fc.array(fc.double(), { minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(values, values, fc.integer({ min: 2, max: 255 }), (known, later, maxBins) => {
      const bins = chooseBins([Float64Array.from(known)], maxBins);
      const column = Float64Array.from([...known, ...later]);
      const slow = Array.from(column, (value) => binOf(bins[0]!, value));
      expect(Array.from(binRows(bins, [column]).bytes)).toEqual(slow);
      // Bins keep the order of values.
      const sorted = column.filter((value) => !Number.isNaN(value)).sort();
      const inOrder = Array.from(binRows(bins, [sorted]).bytes);
      expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
    }),
    { numRuns: 100 },
  );
});

test.each([1, 256, 2.5, NaN])('refuses %d bins', (maxBins) => {
  expect(() => chooseBins([], maxBins)).toThrow(TrainingError);
});

test('refuses columns that are not the ones the bins were chosen for', () => {
  const bins = chooseBins([Float64Array.of(1, 2)]);
  expect(() => binRows(bins, [])).toThrow('The model knows 1 features, but 0 columns were given.');
});

test('the bins of a row lie side by side, however many rows there are', () => {
  const columns = [0, 1, 2].map((feature) =>
    Float64Array.from({ length: 1300 }, (_, row) => (row * (feature + 3)) % 11),
  );
  const bins = chooseBins(columns);
  const { bytes, width, length } = binRows(bins, columns);
  expect([width, length]).toEqual([3, 1300]);
  const expected = Array.from({ length: 1300 }, (_, row) => columns.map((column, i) => binOf(bins[i]!, column[row]!)));
  expect(Array.from(bytes)).toEqual(expected.flat());
});
