import { gammaln } from 'simple-statistics';

/** Logarithm of the gamma function for x > 0; the library's loses digits near 0, where the recursion helps. */
export function logGamma(x: number): number {
  return x < 0.5 ? gammaln(x + 1) - Math.log(x) : gammaln(x);
}
