/** The 97.5% point of the normal distribution: intervals are 95%, two-sided. */
export const Z95 = 1.959963984540054;

/** A measure with its 95% interval; null where there are too few customers for one. */
export interface Estimate {
  value: number;
  low: number | null;
  high: number | null;
}

/**
 * Wilson's 95% interval of a share (E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical
 * Inference", JASA 22, 1927): sensible for shares near 0, where the textbook interval falls below it.
 * Without trials: 0 to 1, as nothing is known.
 */
export function wilsonInterval(successes: number, trials: number): { low: number; high: number } {
  if (trials <= 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const scale = 1 + Z95 ** 2 / trials;
  const centre = (share + Z95 ** 2 / (2 * trials)) / scale;
  const half = (Z95 / scale) * Math.sqrt((share * (1 - share)) / trials + Z95 ** 2 / (4 * trials ** 2));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
