/** A day is unusual when its value is further than so many robust standard deviations above or below the middle. */
const DEVIATIONS = 5;
/** Median absolute deviation to standard deviation of normal values. */
const SCALE = 1.4826;

/** 1 for each day whose value is like the others', 0 for an outlier such as Black Friday (median ± 5 scaled MAD). */
export function usualDays(values: Float64Array): Uint8Array {
  const middle = median(values);
  const spread = median(values.map((value) => Math.abs(value - middle))) * SCALE;
  // Where most days are alike (mostly zeros, say) there is no spread to judge by.
  if (!(spread > 0)) return new Uint8Array(values.length).fill(1);
  return Uint8Array.from(values, (value) => (Math.abs(value - middle) <= DEVIATIONS * spread ? 1 : 0));
}

function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
