import { errorSums, measuresOf, seasonalScale } from './metrics';

const values = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 3, 2, 5, 4, 9, 6, 8);

test('the scale is the mean change from a week before, of the days up to the origin alone', () => {
  // |3-1| + |2-2| + |5-3| over three days.
  expect(seasonalScale(values, 10)).toBeCloseTo(4 / 3, 12);
  expect(seasonalScale(values, 7)).toBeNaN();
});

test('measures are those summed by hand', () => {
  const errors = errorSums(values, 10, Float64Array.of(6, 6, 6, 10), 3);
  // Actual 4, 9, 6; errors +2, -3, 0.
  expect(errors).toMatchObject({ days: 3, absolute: 5, signed: -1, actual: 19 });
  const measures = measuresOf([errors], [2]);
  expect(measures.mase).toBeCloseTo(5 / 3 / 2, 12);
  expect(measures.wape).toBeCloseTo(5 / 19, 12);
  expect(measures.bias).toBeCloseTo(-1 / 19, 12);
  expect(measures.smape).toBeCloseTo(((2 * 2) / 10 + (2 * 3) / 15 + 0) / 3, 12);
});

test('each origin counts alike for MASE, whatever its scale', () => {
  const one = errorSums(values, 10, Float64Array.of(6, 9), 2);
  const other = errorSums(values, 11, Float64Array.of(9, 10), 2);
  expect(measuresOf([one, other], [1, 4]).mase).toBeCloseTo((1 / 1 + 2 / 4) / 2, 12);
});

test('what divides by nothing is left out, and a zero that was foreseen is no error', () => {
  const zeros = new Float64Array(20);
  const errors = errorSums(zeros, 10, zeros.subarray(0, 5), 5);
  expect(measuresOf([errors], [seasonalScale(zeros, 10)])).toEqual({ smape: 0 });
  expect(measuresOf([], [])).toEqual({});
});
