import { probit } from 'simple-statistics';

/**
 * Quantile of Student's t: exact for 1 and 2 degrees of freedom, otherwise the expansion around the normal quantile
 * (Abramowitz and Stegun 1964, 26.7.5), which is within 1% for the levels that bands have.
 *
 * @param probability between 0 and 1
 */
export function studentQuantile(probability: number, degrees: number): number {
  if (degrees < 2) return Math.tan(Math.PI * (probability - 0.5));
  if (degrees < 3) return (2 * probability - 1) / Math.sqrt(2 * probability * (1 - probability));
  const z = probit(probability);
  const n = degrees;
  return (
    z +
    (z ** 3 + z) / (4 * n) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * n ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * n ** 3)
  );
}
