const ENOUGH = 1e-16;
const MAX_TERMS = 1_000_000;

/**
 * Gauss's hypergeometric function 2F1(a, b; c; z) for 0 <= z < 1 by its series (Abramowitz and Stegun, "Handbook of
 * Mathematical Functions", 15.1.1), c neither 0 nor a negative integer. Where c - a - b < 0 the series grows without
 * end towards z = 1, and Euler's transformation (15.3.3) is summed instead.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  return c - a - b < 0 ? (1 - z) ** (c - a - b) * series(c - a, c - b, c, z) : series(a, b, c, z);
}

function series(a: number, b: number, c: number, z: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 0; n < MAX_TERMS; n++) {
    const ratio = (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    term *= ratio;
    sum += term;
    // Terms may grow at first; past that, what is left is at most about term / (1 - |ratio|).
    if (Math.abs(ratio) < 1 && Math.abs(term) <= ENOUGH * Math.abs(sum) * (1 - Math.abs(ratio))) break;
  }
  return sum;
}
