import fc from 'fast-check';
import {
  brierScore,
  calibrationCurve,
  expectedCalibrationError,
  logLoss,
  rocAucValue,
  seededRandom,
} from '../evaluation';
import {
  calibrate,
  calibrateAll,
  calibrateContributions,
  CalibrationError,
  chooseCalibration,
  decodeCalibration,
  encodeCalibration,
  fitIsotonic,
  fitPlatt,
  poolAdjacentViolators,
  slopeAt,
  type Calibration,
} from '.';

/** Raw values with known true probabilities of returning. */
function simulate(customers: number, truth: (raw: number) => number, seed = 5) {
  const random = seededRandom(seed);
  const raw = new Float64Array(customers).map(() => random());
  return { raw, returned: Uint8Array.from(raw, (value) => Number(random() < truth(value))) };
}
const plattTruth = (raw: number) => 1 / (1 + Math.exp(-(0.7 * Math.log(raw / (1 - raw)) - 2)));
const stepTruth = (raw: number) => (raw < 0.5 ? 0.02 : 0.3);

const judged = fc
  .array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), { minLength: 2, maxLength: 50 })
  .filter((rows) => rows.some(([, back]) => back) && rows.some(([, back]) => !back))
  .map((rows) => ({
    raw: Float64Array.from(rows, ([value]) => value),
    returned: Uint8Array.from(rows, ([, back]) => Number(back)),
  }));
const anyCalibration: fc.Arbitrary<Calibration> = fc.oneof(
  judged.map(({ raw, returned }): Calibration => fitIsotonic(raw, returned)),
  judged.map(({ raw, returned }): Calibration => fitPlatt(raw, returned)),
);

test('Platt scaling finds the slope and intercept that made the data', () => {
  const { raw, returned } = simulate(30_000, plattTruth);
  const { slope, intercept } = fitPlatt(raw, returned);
  expect(slope).toBeGreaterThan(0.65);
  expect(slope).toBeLessThan(0.75);
  expect(intercept).toBeGreaterThan(-2.08);
  expect(intercept).toBeLessThan(-1.92);
});

test('Platt targets are smoothed: a perfect split gives no certainty', () => {
  const fitted = fitPlatt(Float64Array.of(0.1, 0.1, 0.9, 0.9), Uint8Array.of(0, 0, 1, 1));
  expect(calibrate(fitted, 0.1)).toBeCloseTo(0.25, 6);
  expect(calibrate(fitted, 0.9)).toBeCloseTo(0.75, 6);
});

test('raw values that rank the wrong way round give everyone one probability, near the base rate', () => {
  const fitted = fitPlatt(Float64Array.of(0.9, 0.8, 0.7, 0.2, 0.1, 0.3), Uint8Array.of(0, 0, 0, 1, 1, 0));
  expect(fitted.slope).toBe(0);
  expect(calibrate(fitted, 0.5)).toBeCloseTo((2 * (3 / 4) + 4 * (1 / 6)) / 6, 6);
});

test('one raw value for all, zeros and ones among them, can be fitted', () => {
  const flat = fitPlatt(new Float64Array(10).fill(0), Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  expect(calibrate(flat, 0)).toBeGreaterThan(0.1);
  expect(calibrate(flat, 0)).toBeLessThan(0.2);
});

test('pooling of adjacent violators, weighted', () => {
  const blocks = poolAdjacentViolators(
    Float64Array.of(1, 2, 3, 4),
    Float64Array.of(0.1, 0.6, 0.3, 0.9),
    Float64Array.of(1, 1, 2, 1),
  );
  expect(blocks.map((block) => block.weight)).toEqual([1, 3, 1]);
  expect(blocks[1]!.value).toBeCloseTo(0.4, 12);
  expect(blocks[1]!.centre).toBeCloseTo(8 / 3, 12);
});

test('isotonic: continuous, between the blocks a straight line, inside (0, 1)', () => {
  const fitted = fitIsotonic(Float64Array.of(0.2, 0.4, 0.6, 0.8), Uint8Array.of(0, 0, 1, 1));
  expect(fitted).toEqual({
    kind: 'isotonic',
    raw: [expect.closeTo(0.3), expect.closeTo(0.7)],
    probabilities: [0.1, 0.9],
  });
  expect(calibrate(fitted, 0)).toBe(0.1);
  expect(calibrate(fitted, 1)).toBe(0.9);
  expect(calibrate(fitted, 0.5)).toBeCloseTo(0.5, 12);
  expect(slopeAt(fitted, 0.5)).toBeCloseTo(2, 6);
  expect(slopeAt(fitted, fitted.raw[0]!)).toBeCloseTo(1, 6);
  expect(slopeAt(fitted, 0.9)).toBe(0);
});

test('always monotone, and a probability', () => {
  const value = fc.double({ min: -0.5, max: 1.5, noNaN: true });
  fc.assert(
    fc.property(anyCalibration, value, value, (calibration, a, b) => {
      const [low, high] = [calibrate(calibration, Math.min(a, b)), calibrate(calibration, Math.max(a, b))];
      expect(low).toBeLessThanOrEqual(high);
      expect(low).toBeGreaterThan(0);
      expect(high).toBeLessThan(1);
    }),
  );
});

test('calibration helps a model that is out by far, and keeps its ranking', () => {
  const train = simulate(20_000, plattTruth, 1);
  const test = simulate(20_000, plattTruth, 2);
  const { calibration } = chooseCalibration(train.raw, train.returned);
  const after = calibrateAll(calibration, test.raw);
  const error = (probabilities: Float64Array) =>
    expectedCalibrationError(calibrationCurve(probabilities, test.returned));
  expect(error(test.raw)).toBeGreaterThan(0.2);
  expect(error(after)).toBeLessThan(0.015);
  expect(logLoss(after, test.returned)).toBeLessThan(logLoss(test.raw, test.returned));
  expect(brierScore(after, test.returned).skill!).toBeGreaterThan(0);
  expect(rocAucValue(after, test.returned)).toBeCloseTo(rocAucValue(test.raw, test.returned), 3);
});

test('the choice: Platt where its shape is true or returners are few, isotonic for a step', () => {
  const smooth = simulate(8_000, plattTruth);
  expect(chooseCalibration(smooth.raw, smooth.returned).calibration.kind).toBe('platt');
  const step = simulate(8_000, stepTruth);
  const chosen = chooseCalibration(step.raw, step.returned, { measure: 'brier' });
  expect(chosen.calibration.kind).toBe('isotonic');
  expect(chosen.isotonic!).toBeLessThan(chosen.platt!);
  expect(chosen.reason).toMatch(/^Isotonic regression: cross-validated Brier score/);
  const few = simulate(500, stepTruth);
  expect(chooseCalibration(few.raw, few.returned)).toMatchObject({ platt: null, isotonic: null });
  expect(chooseCalibration(few.raw, few.returned).reason).toMatch(/too few/);
  expect(() => chooseCalibration(few.raw, few.returned, { folds: 1 })).toThrow(/1 folds/);
});

test('the same data gives the same choice', () => {
  const { raw, returned } = simulate(5_000, stepTruth);
  expect(chooseCalibration(raw, returned)).toEqual(chooseCalibration(raw, returned));
});

test('one class, or NaN, cannot be calibrated', () => {
  const raw = Float64Array.of(0.1, 0.2);
  for (const fit of [fitPlatt, fitIsotonic, chooseCalibration]) {
    expect(() => fit(raw, Uint8Array.of(0, 0))).toThrow(/None of the 2 customers/);
    expect(() => fit(Float64Array.of(NaN, 0.1), Uint8Array.of(0, 1))).toThrow(/not a number/);
  }
  expect(() => calibrate({ kind: 'platt', slope: 1, intercept: 0 }, NaN)).toThrow(CalibrationError);
});

describe('kept as JSON', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(anyCalibration, (calibration) => {
        expect(decodeCalibration(encodeCalibration(calibration))).toEqual(calibration);
      }),
    );
  });

  test.each([
    [null, /no object/],
    ['{', /no JSON/],
    [{}, /kind is missing/],
    [{ kind: 'beta' }, /"beta"/],
    [{ kind: 'platt', slope: -1, intercept: 0 }, /slope/],
    [{ kind: 'platt', slope: 1 }, /intercept/],
    [{ kind: 'isotonic' }, /"raw" is no list/],
    [{ kind: 'isotonic', raw: [], probabilities: [] }, /0 raw values/],
    [{ kind: 'isotonic', raw: [0.1, 0.1], probabilities: [0.1, 0.2] }, /do not ascend/],
    [{ kind: 'isotonic', raw: [0.1, 0.2], probabilities: [0.2, 0.1] }, /descend/],
    [{ kind: 'isotonic', raw: [0.1, 0.2], probabilities: [0, 0.1] }, /between 0 and 1/],
    [{ kind: 'isotonic', raw: [0.1, null], probabilities: [0.1, 0.2] }, /"raw" is no list/],
  ])('%j is refused', (value, message) => {
    expect(() => decodeCalibration(value)).toThrow(message);
    expect(() => decodeCalibration(value)).toThrow(CalibrationError);
  });
});

describe('contributions', () => {
  const small = fc.double({ min: -0.2, max: 0.2, noNaN: true });

  test('add up to the calibrated probability within 1e-12', () => {
    fc.assert(
      fc.property(
        anyCalibration,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(small, { minLength: 1, maxLength: 30 }),
        (calibration, base, raw) => {
          const given = Float64Array.from(raw);
          const found = calibrateContributions(calibration, base, given);
          const sum = found.contributions.reduce((total, value) => total + value, 0);
          const rawSum = given.reduce((total, value) => total + value, 0);
          expect(found.base).toBe(calibrate(calibration, base));
          expect(found.probability).toBe(calibrate(calibration, base + rawSum));
          expect(Math.abs(found.base + sum - found.probability)).toBeLessThanOrEqual(1e-12);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('the rescale rule', () => {
    const platt: Calibration = { kind: 'platt', slope: 0.5, intercept: -1 };
    const { contributions, base, probability } = calibrateContributions(platt, 0.3, Float64Array.of(0.3, -0.1, 0));
    const slope = (probability - base) / 0.2;
    expect([...contributions]).toEqual([expect.closeTo(0.3 * slope), expect.closeTo(-0.1 * slope), 0]);
  });

  test('contributions that cancel out keep their size by the slope at the base', () => {
    const platt: Calibration = { kind: 'platt', slope: 1, intercept: -1 };
    const { contributions, base, probability } = calibrateContributions(platt, 0.5, Float64Array.of(0.2, -0.2));
    expect(probability).toBe(base);
    const p = 1 / (1 + Math.E);
    expect(contributions[0]).toBeCloseTo(0.2 * 4 * p * (1 - p), 10);
    expect(contributions[1]).toBe(-contributions[0]!);
  });

  test('bad ones are refused; none at all leave the base', () => {
    const platt: Calibration = { kind: 'platt', slope: 1, intercept: 0 };
    expect(() => calibrateContributions(platt, NaN, Float64Array.of(0.1))).toThrow(CalibrationError);
    expect(() => calibrateContributions(platt, 0.5, Float64Array.of(Infinity))).toThrow(/not a number/);
    expect(calibrateContributions(platt, 0.5, new Float64Array(0)).probability).toBeCloseTo(0.5, 12);
  });
});
