/** Days of the season of sales: a week. */
export const SEASON_DAYS = 7;

/**
 * What errors are scaled by: the mean absolute error of the seasonal naive forecast, one week ahead, within the values
 * before `until`. Hyndman and Koehler, "Another look at measures of forecast accuracy", 2006.
 *
 * @returns NaN when there is no week to compare with
 */
export function seasonalScale(values: Float64Array, until: number): number {
  let sum = 0;
  for (let day = SEASON_DAYS; day < until; day++) sum += Math.abs(values[day]! - values[day - SEASON_DAYS]!);
  return sum / (until - SEASON_DAYS || Number.NaN);
}

/** Sums of errors over some days, from which all measures follow. */
export interface ErrorSums {
  days: number;
  /** Of |forecast − actual|. */
  absolute: number;
  /** Of forecast − actual. */
  signed: number;
  /** Of the actual values. */
  actual: number;
  /** Of 2 |forecast − actual| ÷ (|forecast| + |actual|), 0 where both are 0. */
  symmetric: number;
}

/** The errors of the first `days` days of a path that begins on the day `origin` of the values. */
export function errorSums(values: Float64Array, origin: number, path: Float64Array, days: number): ErrorSums {
  const sums: ErrorSums = { days, absolute: 0, signed: 0, actual: 0, symmetric: 0 };
  for (let lead = 0; lead < days; lead++) {
    const actual = values[origin + lead]!;
    const error = path[lead]! - actual;
    const size = Math.abs(path[lead]!) + Math.abs(actual);
    sums.absolute += Math.abs(error);
    sums.signed += error;
    sums.actual += actual;
    sums.symmetric += size > 0 ? (2 * Math.abs(error)) / size : 0;
  }
  return sums;
}

export interface ErrorMeasures {
  mase?: number;
  smape?: number;
  wape?: number;
  bias?: number;
}

/**
 * The measures over several origins: MASE is the mean of the origins' own (each has its scale), sMAPE the mean over all
 * days, WAPE and bias the summed errors ÷ the summed actual values. What divides by nothing is left out.
 */
export function measuresOf(errors: readonly ErrorSums[], scales: readonly number[]): ErrorMeasures {
  const total = (part: (sums: ErrorSums) => number): number => errors.reduce((sum, one) => sum + part(one), 0);
  const scaled = errors.map(({ absolute, days }, i) => absolute / days / scales[i]!);
  const actual = total((sums) => sums.actual);
  return withoutGaps({
    mase: scaled.reduce((sum, one) => sum + one, 0) / scaled.length,
    smape: total((sums) => sums.symmetric) / total((sums) => sums.days),
    wape: total((sums) => sums.absolute) / actual,
    bias: total((sums) => sums.signed) / actual,
  });
}

/** Without what is not a number. */
function withoutGaps(measures: Required<ErrorMeasures>): ErrorMeasures {
  return Object.fromEntries(Object.entries(measures).filter(([, value]) => Number.isFinite(value)));
}
