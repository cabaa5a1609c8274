import type { HistoryGroups } from './history';
import { logGamma } from './log-gamma';
import type { BgNbdParameters } from './parameters';

/**
 * Log-likelihood of the histories under BG/NBD (Fader, Hardie and Lee, "'Counting Your Customers' the Easy Way: An
 * Alternative to the Pareto/NBD Model", Marketing Science 24, 2005, equation 6), in logarithms throughout so that neither
 * hundreds of occasions nor an empty history overflow.
 */
export function logLikelihood({ r, alpha, a, b }: BgNbdParameters, groups: HistoryGroups): number {
  const { repeats, lastRepeat, observed, customers } = groups;
  const logAlpha = Math.log(alpha);
  const byRepeats = new Map<number, number>();
  const ofRepeats = (x: number): number => {
    let known = byRepeats.get(x);
    if (known === undefined) {
      known = logGamma(r + x) - logGamma(r) + logGamma(a + b) + logGamma(b + x) - logGamma(b) - logGamma(a + b + x);
      byRepeats.set(x, known);
    }
    return known;
  };
  let sum = 0;
  for (let g = 0; g < repeats.length; g++) {
    const x = repeats[g]!;
    // With alpha^r and alpha^-(r+x) taken together, as x = 0 has nearly all customers and T is small beside alpha.
    const stayed = -(r + x) * Math.log1p(observed[g]! / alpha);
    const left = x > 0 ? Math.log(a / (b + x - 1)) - (r + x) * Math.log1p(lastRepeat[g]! / alpha) : -Infinity;
    const high = Math.max(stayed, left);
    const either = high + Math.log1p(Math.exp(Math.min(stayed, left) - high));
    sum += customers[g]! * (ofRepeats(x) - x * logAlpha + either);
  }
  return sum;
}
