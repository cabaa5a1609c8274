import fc from 'fast-check';
import { seededRandom } from '../evaluation';
import { buildDriftReference, compareWithReference, decodeDriftReference, DriftError, driftLevel } from '.';

const random = seededRandom(9);
const uniform = (customers: number, from: number, to: number) =>
  new Float64Array(customers).map(() => from + (to - from) * random());
const values = fc
  .array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noDefaultInfinity: true })), { minLength: 1 })
  .map((list) => Float64Array.from(list));

test('deciles of training', () => {
  const reference = buildDriftReference(Float64Array.from({ length: 100 }, (_, i) => i));
  expect(reference.edges).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90]);
  expect(reference.counts).toEqual([10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 0]);
});

test('few values keep a bin each, unknown ones have theirs', () => {
  const reference = buildDriftReference(Float64Array.of(1, 1, 1, NaN, 2, 5));
  expect(reference).toEqual({ edges: [2, 5], counts: [3, 1, 1, 1] });
  expect(buildDriftReference(Float64Array.of(NaN, NaN))).toEqual({ edges: [], counts: [0, 2] });
  expect(buildDriftReference(Float64Array.of(4, 4, 4))).toEqual({ edges: [], counts: [3, 0] });
});

test('a value that 97% share does not swallow the others', () => {
  const skewed = Float64Array.from({ length: 1000 }, (_, i) => (i < 970 ? 1 : 2 + i / 1000));
  const { edges, counts } = buildDriftReference(skewed);
  expect(edges).toHaveLength(1);
  expect(counts).toEqual([970, 30, 0]);
});

test('the same customers have not drifted, whatever their values', () => {
  fc.assert(
    fc.property(values, (given) => {
      const reference = buildDriftReference(given);
      expect(reference.counts.reduce((sum, count) => sum + count, 0)).toBe(given.length);
      expect(decodeDriftReference(JSON.parse(JSON.stringify(reference)))).toEqual(reference);
      expect(compareWithReference(reference, given).psi).toBeCloseTo(0, 12);
    }),
  );
});

test('an index is never below 0, and finite', () => {
  fc.assert(
    fc.property(values, values, (then, now) => {
      const { psi } = compareWithReference(buildDriftReference(then), now);
      expect(psi).toBeGreaterThanOrEqual(-1e-12);
      expect(Number.isFinite(psi)).toBe(true);
    }),
  );
});

test('levels of drift', () => {
  const reference = buildDriftReference(uniform(20_000, 0, 1));
  expect(compareWithReference(reference, uniform(20_000, 0, 1)).level).toBe('stable');
  expect(compareWithReference(reference, uniform(20_000, 0.1, 1)).level).toBe('large');
  const unknown = uniform(20_000, 0, 1).map((value, i) => (i % 20 === 0 ? NaN : value));
  expect(compareWithReference(reference, unknown).level).toBe('large');
  expect([0, 0.0999, 0.1, 0.2499, 0.25].map(driftLevel)).toEqual(['stable', 'stable', 'moderate', 'moderate', 'large']);
});

test('the index itself', () => {
  // Shares with half a customer in each of three bins: (3.5, 1.5, .5) / 5.5 then, (1.5, 3.5, .5) / 5.5 now.
  const reference = buildDriftReference(Float64Array.of(0, 0, 0, 1));
  const { psi } = compareWithReference(reference, Float64Array.of(0, 1, 1, 1));
  expect(psi).toBeCloseTo(2 * (2 / 5.5) * Math.log(3.5 / 1.5), 12);
});

test.each([
  [null, /"edges"/],
  [{ edges: [1], counts: [1, 2] }, /2 counts for 1 edges/],
  [{ edges: [2, 1], counts: [1, 2, 3, 0] }, /ascend/],
  [{ edges: [], counts: [0, 0] }, /no numbers of customers/],
  [{ edges: [], counts: [1.5, 0] }, /no numbers of customers/],
  [{ edges: ['1'], counts: [1, 0, 0] }, /"edges"/],
  [{ edges: [] }, /"counts"/],
])('reference %j is refused', (value, message) => {
  expect(() => decodeDriftReference(value)).toThrow(message);
});

test('nothing to compare', () => {
  expect(() => buildDriftReference(new Float64Array(0))).toThrow(DriftError);
  expect(() => buildDriftReference(Float64Array.of(1), 1)).toThrow(/1 bins/);
  expect(() => compareWithReference({ edges: [], counts: [1, 0] }, new Float64Array(0))).toThrow(/no customers/);
});
