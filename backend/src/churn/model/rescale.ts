/** An answer taken apart: `base` and a row's values in all columns add up to it. */
export interface AdditiveColumns {
  base: number;
  columns: readonly Float64Array[];
}

/** Nearer than this, the secant is mostly rounding: the slope at the base stands for it. */
const NEARLY_EQUAL = 1e-9;

/**
 * Contributions to an answer as contributions to a function of it, by the rescale rule: each times what the function
 * grows between base and answer, per unit of the answer (Shrikumar, Greenside and Kundaje, "Learning Important Features
 * Through Propagating Activation Differences", ICML 2017). Shares and signs stay as they were.
 */
export function rescale(
  { base, columns }: AdditiveColumns,
  transform: (value: number) => number,
  slopeAtBase: number,
): AdditiveColumns {
  const rows = columns[0]?.length ?? 0;
  const start = transform(base);
  const slopes = Float64Array.from({ length: rows }, (_, row) => {
    const difference = columns.reduce((sum, column) => sum + column[row]!, 0);
    if (Math.abs(difference) < NEARLY_EQUAL) return slopeAtBase;
    return (transform(base + difference) - start) / difference;
  });
  return { base: start, columns: columns.map((column) => column.map((value, row) => value * slopes[row]!)) };
}
