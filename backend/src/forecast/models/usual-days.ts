/** A day is unusual when its value is further than so many robust standard deviations above or below the middle. */
const DEVIATIONS = 5;
/** Median absolute deviation to standard deviation of normal values. */
const SCALE = 1.4826;
/** When more days than this share stand out, they are how the shop sells, and none is an outlier. */
const LARGEST_SHARE = 0.05;

/**
 * 1 for each day whose value is like the others', 0 for an outlier such as Black Friday (further from the median than
 * five scaled median absolute deviations). Where more than half of the days are alike, or many stand out, as in a shop
 * that sells on few days, every day is usual.
 */
export function usualDays(values: Float64Array): Uint8Array {
  const middle = median(values);
  const fence = DEVIATIONS * SCALE * median(values.map((value) => Math.abs(value - middle)));
  if (!(fence > 0)) return new Uint8Array(values.length).fill(1);
  const usual = Uint8Array.from(values, (value) => (Math.abs(value - middle) <= fence ? 1 : 0));
  const outliers = usual.reduce((count, flag) => count + 1 - flag, 0);
  return outliers > Math.max(1, values.length * LARGEST_SHARE) ? usual.fill(1) : usual;
}

/** The middle value, NaN of none. */
export function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
