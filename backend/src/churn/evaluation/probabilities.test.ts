import {
  brierScore,
  calibrationCurve,
  confusionAt,
  evaluate,
  EvaluationError,
  expectedCalibrationError,
  logLoss,
  seededRandom,
  wilsonInterval,
} from '.';

const SCORES = Float64Array.of(0.9, 0.8, 0.8, 0.7, 0.5, 0.5, 0.5, 0.3, 0.2, 0.1, 0.1, 0.05);
const RETURNED = Uint8Array.of(1, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0);

test('Brier score and log loss agree with scikit-learn', () => {
  const brier = brierScore(SCORES, RETURNED);
  expect(brier.value).toBeCloseTo(0.22354166666666667, 12);
  expect(brier.reference).toBeCloseTo((4 / 12) * (8 / 12), 12);
  expect(brier.skill).toBeCloseTo(1 - 0.22354166666666667 / (2 / 9), 12);
  expect(logLoss(SCORES, RETURNED)).toBeCloseTo(0.620790292290662, 12);
});

test('certainty costs much, not infinitely much; one class has no skill to gain', () => {
  expect(logLoss(Float64Array.of(0), Uint8Array.of(1))).toBeCloseTo(34.5, 1);
  expect(logLoss(Float64Array.of(1), Uint8Array.of(0))).toBeCloseTo(34.5, 1);
  expect(brierScore(Float64Array.of(0.2), Uint8Array.of(0)).skill).toBeNull();
});

test('probabilities outside 0..1 are refused', () => {
  expect(() => brierScore(Float64Array.of(0.2, 1.2), Uint8Array.of(0, 1))).toThrow(/Score 1 is 1.2/);
  expect(() => logLoss(Float64Array.of(-0.1), Uint8Array.of(1))).toThrow(EvaluationError);
  expect(() => calibrationCurve(Float64Array.of(NaN), Uint8Array.of(1))).toThrow(/not a number/);
  expect(() => calibrationCurve(new Float64Array(0), new Uint8Array(0))).toThrow(/no customers/);
  expect(() => calibrationCurve(SCORES, RETURNED, 2.5)).toThrow(/2.5 bins/);
});

test("Wilson's interval agrees with scipy", () => {
  const { low, high } = wilsonInterval(3, 200);
  expect(low).toBeCloseTo(0.00511423779325831, 9);
  expect(high).toBeCloseTo(0.04316572879269026, 9);
  expect(wilsonInterval(0, 50).low).toBe(0);
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
});

test('calibration curve: customers with one probability stay together', () => {
  const curve = calibrationCurve(SCORES, RETURNED, 4);
  expect(curve.map((bin) => [bin.customers, bin.returners])).toEqual([
    [3, 0],
    [2, 1],
    [4, 1],
    [3, 2],
  ]);
  expect(curve[1]!.predicted).toBeCloseTo(0.25, 12);
  expect(curve[1]!.observed).toBe(0.5);
  expect(calibrationCurve(new Float64Array(12).fill(0.3), RETURNED)).toHaveLength(1);
});

test('expected calibration error: none for true probabilities, the shift for shifted ones', () => {
  const random = seededRandom(3);
  const truth = new Float64Array(40_000).map(() => random() * 0.5);
  const returned = Uint8Array.from(truth, (probability) => Number(random() < probability));
  const error = (shift: number) =>
    expectedCalibrationError(
      calibrationCurve(
        truth.map((probability) => probability + shift),
        returned,
      ),
    );
  expect(error(0)).toBeLessThan(0.01);
  expect(error(0.2)).toBeGreaterThan(0.19);
  expect(error(0.2)).toBeLessThan(0.21);
  expect(() => expectedCalibrationError([])).toThrow(/empty/);
});

test('confusion matrix', () => {
  expect(confusionAt(SCORES, RETURNED, 0.5)).toEqual({
    threshold: 0.5,
    truePositives: 3,
    falsePositives: 4,
    trueNegatives: 4,
    falseNegatives: 1,
    accuracy: 7 / 12,
    precision: 3 / 7,
    recall: 3 / 4,
    f1: 6 / 11,
    specificity: 1 / 2,
  });
  expect(confusionAt(SCORES, RETURNED, 2)).toMatchObject({ precision: null, recall: 0, f1: 0, specificity: 1 });
  expect(confusionAt(SCORES, new Uint8Array(12), 2)).toMatchObject({ recall: null, f1: null, accuracy: 1 });
  expect(confusionAt(SCORES, new Uint8Array(12).fill(1), 0)).toMatchObject({ specificity: null, f1: 1 });
  expect(() => confusionAt(SCORES, RETURNED, NaN)).toThrow(/threshold/);
});

test('an evaluation survives JSON', () => {
  const found = evaluate(SCORES, RETURNED, 0.5);
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  expect(found).toMatchObject({ customers: 12, returners: 4, returnRate: 4 / 12 });
});
