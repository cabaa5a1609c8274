import fc from 'fast-check';
import { COUNT_SHIFT } from './bootstrap';
import { bestSplit, countBins, countDraws, newHistogram, sideScore } from './gini';

const drawnRow = fc.record({ bin: fc.integer({ min: 0, max: 9 }), count: fc.integer({ min: 1, max: 3 }) });
const drawnRows = fc.array(drawnRow, { minLength: 1, maxLength: 40 });
const USED = 10;

/** Weighted Gini impurity of a side, 2 p (1 - p) W, by its definition. */
const impurity = (positives: number, negatives: number) => {
  const all = positives + negatives;
  return 2 * (positives / all) * (negatives / all) * all;
};

test('finds the split with the least impurity that trying them all finds', () => {
  const weight = fc.constantFrom(0.5, 1, 7);
  fc.assert(
    fc.property(drawnRows, drawnRows, fc.integer({ min: 1, max: 8 }), weight, weight, (yes, no, minLeaf, wp, wn) => {
      const histogram = newHistogram(2);
      yes.forEach(({ bin, count }) => (histogram.positives[256 + bin]! += count));
      no.forEach(({ bin, count }) => (histogram.negatives[256 + bin]! += count));
      const sum = (rows: typeof yes, keep: (bin: number) => boolean) =>
        rows.reduce((total, { bin, count }) => total + (keep(bin) ? count : 0), 0);
      const all = { yes: sum(yes, () => true), no: sum(no, () => true) };
      let least = Infinity;
      for (let threshold = 0; threshold < USED - 1; threshold++) {
        const left = { yes: sum(yes, (bin) => bin <= threshold), no: sum(no, (bin) => bin <= threshold) };
        const right = { yes: all.yes - left.yes, no: all.no - left.no };
        if (left.yes + left.no < minLeaf || right.yes + right.no < minLeaf) continue;
        least = Math.min(least, impurity(left.yes * wp, left.no * wn) + impurity(right.yes * wp, right.no * wn));
      }
      const rules = { minLeaf, positiveWeight: wp, negativeWeight: wn };
      const found = bestSplit(histogram, 1, USED, all.yes, all.no, rules);
      if (least === Infinity) expect(found).toEqual({ threshold: -1, score: -Infinity });
      else expect(2 * (all.yes * wp - found.score)).toBeCloseTo(least, 9);
    }),
  );
});

test('a pure side costs nothing', () => {
  expect(sideScore(5, 0)).toBe(5);
  expect(sideScore(0, 5)).toBe(0);
});

test.each([
  [7, 1],
  [7, 2],
  [1500, 6],
  [2049, 7],
])('counts %d rows in the bins of %d features, with how often each was drawn', (length, tried) => {
  const width = 9;
  const bytes = Uint8Array.from({ length: length * 2 * width }, (_, at) => (at * at) % 7);
  const drawn = Int32Array.from({ length }, (_, i) => (i * 2) | (((i % 5) + 1) << COUNT_SHIFT));
  const features = Int32Array.from({ length: tried }, (_, slot) => width - 1 - slot);
  const counts = newHistogram(tried).positives.fill(99);
  countBins(counts, features, { bytes, width, length: length * 2 }, drawn, 1, length);
  features.forEach((feature, slot) => {
    const expected = new Array<number>(7).fill(0);
    for (let i = 1; i < length; i++) expected[bytes[i * 2 * width + feature]!]! += (i % 5) + 1;
    expect(Array.from(counts.subarray(slot * 256, slot * 256 + 7))).toEqual(expected);
    expect(countDraws(drawn, 1, length)).toBe(expected.reduce((sum, count) => sum + count));
  });
});

test('reads counts of up to 63', () => {
  expect(countDraws(Int32Array.of(5 | (63 << COUNT_SHIFT)), 0, 1)).toBe(63);
});
