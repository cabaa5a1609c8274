/** Days in a week. */
export const WEEK = 7;

/**
 * For each place in the week (day index modulo seven) its share of an average day, 1 being average: the mean of
 * `values` on those days over the mean of all, without the days that `usual` marks with 0. Seven ones where nothing was
 * sold.
 */
export function weekdayProfile(values: Float64Array, usual: Uint8Array): Float64Array {
  const sums = new Float64Array(WEEK);
  const counts = new Float64Array(WEEK);
  values.forEach((value, day) => {
    if (!usual[day]) return;
    sums[day % WEEK]! += value;
    counts[day % WEEK]! += 1;
  });
  const means = sums.map((sum, place) => (counts[place] ? sum / counts[place] : NaN));
  const known = means.filter((mean) => !Number.isNaN(mean));
  const average = known.reduce((sum, mean) => sum + mean, 0) / known.length;
  if (!(average > 0)) return new Float64Array(WEEK).fill(1);
  return means.map((mean) => (Number.isNaN(mean) ? 1 : mean / average));
}
