import fc from 'fast-check';
import {
  averagePrecision,
  bestF1Threshold,
  confusionAt,
  evaluate,
  EvaluationError,
  liftAt,
  liftByDecile,
  rankCorrelation,
  rocAuc,
  rocAucValue,
  seededRandom,
  shareThreshold,
} from '.';

/** Checked against scikit-learn 1.9 (areas) and a literal DeLong in numpy (standard error). */
const SCORES = Float64Array.of(0.9, 0.8, 0.8, 0.7, 0.5, 0.5, 0.5, 0.3, 0.2, 0.1, 0.1, 0.05);
const RETURNED = Uint8Array.of(1, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0);

const judged = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.boolean()), { minLength: 2, maxLength: 60 })
  .filter((rows) => rows.some(([, back]) => back) && rows.some(([, back]) => !back))
  .map((rows) => ({
    scores: Float64Array.from(rows, ([score]) => score / 12),
    returned: Uint8Array.from(rows, ([, back]) => Number(back)),
  }));

test('ROC-AUC with DeLong interval', () => {
  const found = rocAuc(SCORES, RETURNED);
  expect(found.value).toBeCloseTo(0.734375, 12);
  expect(found.standardError).toBeCloseTo(0.16904460615189004, 12);
  expect(found.low).toBeCloseTo(0.734375 - 1.959964 * 0.1690446, 5);
  expect(found.high).toBe(1);
});

test('ROC-AUC is the share of pairs ranked right', () => {
  fc.assert(
    fc.property(judged, ({ scores, returned }) => {
      let right = 0;
      let pairs = 0;
      scores.forEach((a, i) =>
        scores.forEach((b, j) => {
          if (returned[i] !== 1 || returned[j] !== 0) return;
          pairs++;
          right += a > b ? 1 : a === b ? 0.5 : 0;
        }),
      );
      expect(rocAucValue(scores, returned)).toBeCloseTo(right / pairs, 10);
    }),
  );
});

test('one returner gives no interval', () => {
  expect(rocAuc(Float64Array.of(0.9, 0.1, 0.4), Uint8Array.of(1, 0, 0))).toEqual({
    value: 1,
    standardError: null,
    low: null,
    high: null,
  });
});

test('average precision, ties entering together', () => {
  const found = averagePrecision(SCORES, RETURNED, { seed: 7 });
  expect(found.value).toBeCloseTo(0.6349206349206349, 12);
  expect(found.low!).toBeLessThan(found.value);
  expect(found.high!).toBeGreaterThan(found.value);
  expect(averagePrecision(SCORES, RETURNED, { seed: 7 })).toEqual(found);
  expect(averagePrecision(SCORES, RETURNED, { seed: 8 })).not.toEqual(found);
  expect(averagePrecision(SCORES, RETURNED, { resamples: 0 })).toMatchObject({ low: null, high: null });
  expect(() => averagePrecision(SCORES, RETURNED, { resamples: -1 })).toThrow(/whole number/);
});

test('a score that tells nothing gives the return rate', () => {
  const scores = new Float64Array(12).fill(0.5);
  expect(averagePrecision(scores, RETURNED).value).toBeCloseTo(4 / 12, 12);
  expect(rocAucValue(scores, RETURNED)).toBe(0.5);
  for (const bin of liftByDecile(scores, RETURNED, 3)) expect(bin.lift).toBeCloseTo(1, 12);
});

test('no measure depends on the order of rows', () => {
  fc.assert(
    fc.property(judged, fc.integer(), ({ scores, returned }, seed) => {
      const random = seededRandom(seed);
      const order = Array.from(scores.keys(), (i) => ({ i, at: random() })).sort((a, b) => a.at - b.at);
      const mixed = evaluate(
        Float64Array.from(order, ({ i }) => scores[i]!),
        Uint8Array.from(order, ({ i }) => returned[i]!),
        0.5,
        { resamples: 5 },
      );
      const { brier, logLoss, ...rest } = evaluate(scores, returned, 0.5, { resamples: 5 });
      expect(mixed).toMatchObject(rest);
      expect(mixed.brier.value).toBeCloseTo(brier.value, 10);
      expect(mixed.logLoss).toBeCloseTo(logLoss, 10);
    }),
    { numRuns: 50 },
  );
});

test('lift by decile: rows of equal score are spread over the edge', () => {
  // One clear returner, then 9 equal rows with one returner among them, in 5 bins of 2.
  const scores = Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  const bins = liftByDecile(scores, Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 1), 5);
  expect(bins.map((bin) => bin.customers)).toEqual([2, 2, 2, 2, 2]);
  expect(bins[0]!.returners).toBeCloseTo(1 + 1 / 9, 12);
  expect(bins[4]!.returners).toBeCloseTo(2 / 9, 12);
  expect(bins[0]!.lift).toBeCloseTo((1 + 1 / 9) / 2 / 0.2, 12);
  expect(bins[4]!.cumulativeCapturedShare).toBeCloseTo(1, 12);
});

test('captured shares add up to one, and fewer customers than bins leave no empty bin', () => {
  fc.assert(
    fc.property(judged, fc.integer({ min: 1, max: 80 }), ({ scores, returned }, count) => {
      const bins = liftByDecile(scores, returned, count);
      expect(bins.reduce((sum, bin) => sum + bin.capturedShare, 0)).toBeCloseTo(1, 9);
      expect(bins.reduce((sum, bin) => sum + bin.customers, 0)).toBe(scores.length);
      expect(Math.min(...bins.map((bin) => bin.customers))).toBeGreaterThan(0);
    }),
  );
});

test('lift at a share', () => {
  expect(liftAt(SCORES, RETURNED, 1 / 12)).toBeCloseTo(3, 12);
  expect(liftAt(SCORES, RETURNED, 1)).toBeCloseTo(1, 12);
  expect(() => liftAt(SCORES, RETURNED, 0)).toThrow(/share of 0/);
});

test('the threshold of the best F1 is the best there is', () => {
  fc.assert(
    fc.property(judged, ({ scores, returned }) => {
      const best = bestF1Threshold(scores, returned);
      const found = confusionAt(scores, returned, best.threshold);
      expect(found.f1).toBeCloseTo(best.f1, 12);
      expect((found.truePositives + found.falsePositives) / scores.length).toBeCloseTo(best.share, 12);
      for (const other of scores) expect(confusionAt(scores, returned, other).f1!).toBeLessThanOrEqual(best.f1 + 1e-12);
    }),
  );
});

test('the threshold of a share', () => {
  expect(shareThreshold(SCORES, 0.25)).toBe(0.8);
  expect(shareThreshold(SCORES, 0.001)).toBe(0.9);
  expect(shareThreshold(SCORES, 1)).toBe(0.05);
  expect(() => shareThreshold(new Float64Array(0), 0.1)).toThrow(EvaluationError);
  expect(() => shareThreshold(Float64Array.of(NaN), 0.1)).toThrow(/not numbers/);
  expect(() => shareThreshold(SCORES, 1.5)).toThrow(/share of 1.5/);
});

test('rank correlation', () => {
  const found = rankCorrelation(Float64Array.of(1, 2, 2, 3, 5, 4, 4), Float64Array.of(3, 1, 2, 2, 6, 5, 7));
  expect(found).toBeCloseTo(0.6881023532039755, 12);
  expect(rankCorrelation(Float64Array.of(1, 2, 3), Float64Array.of(9, 8, 1))).toBe(-1);
  expect(rankCorrelation(Float64Array.of(1, 1), Float64Array.of(1, 2))).toBeNull();
  expect(() => rankCorrelation(Float64Array.of(1), Float64Array.of(1))).toThrow(/two pairs/);
  expect(() => rankCorrelation(Float64Array.of(1, NaN), Float64Array.of(1, 2))).toThrow(/not numbers/);
  expect(() => rankCorrelation(Float64Array.of(1, 2), Float64Array.of(1))).toThrow(/2 values against 1/);
});

describe('bad input', () => {
  const measures = { rocAuc, averagePrecision, liftByDecile, bestF1Threshold };
  const failure = (
    measure: (scores: Float64Array, returned: Uint8Array) => unknown,
    scores: number[],
    labels: number[],
  ) => {
    try {
      measure(Float64Array.from(scores), Uint8Array.from(labels));
    } catch (error) {
      return error instanceof EvaluationError ? error.problem : error;
    }
    return undefined;
  };

  test.each(Object.entries(measures))('%s names it', (_, measure) => {
    expect(failure(measure, [], [])).toBe('empty');
    expect(failure(measure, [0.1, 0.2], [0])).toBe('lengths');
    expect(failure(measure, [0.1, NaN], [0, 1])).toBe('not_a_number');
    expect(failure(measure, [0.1, 0.2], [0, 2])).toBe('not_a_label');
    expect(failure(measure, [0.1, 0.2], [0, 0])).toBe('one_class');
    expect(failure(measure, [0.1, 0.2], [1, 1])).toBe('one_class');
  });

  test('bins', () => {
    expect(() => liftByDecile(SCORES, RETURNED, 0)).toThrow(/0 bins/);
  });
});
