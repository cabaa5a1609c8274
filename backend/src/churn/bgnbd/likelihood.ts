import type { HistoryGroups } from './history';
import { logGamma } from './log-gamma';
import type { BgNbdParameters } from './parameters';

// Held here, since this is the inner loop of the fit and looking up globals costs more than the sums where they are
// proxied.
const { abs, exp, log, log1p, max } = Math;

/**
 * Log-likelihood of the histories under BG/NBD (Fader, Hardie and Lee, "'Counting Your Customers' the Easy Way: An
 * Alternative to the Pareto/NBD Model", Marketing Science 24, 2005), in logarithms throughout so that
 * neither hundreds of occasions nor an empty history overflow.
 */
export function logLikelihood({ r, alpha, a, b }: BgNbdParameters, groups: HistoryGroups): number {
  const { repeats, lastRepeat, observed, customers } = groups;
  const logAlpha = log(alpha);
  const byRepeats = new Map<number, { known: number; leaving: number }>();
  let sum = 0;
  for (let g = 0; g < repeats.length; g++) {
    const x = repeats[g]!;
    let terms = byRepeats.get(x);
    if (terms === undefined) byRepeats.set(x, (terms = termsOf(x, r, a, b)));
    // With alpha^r and alpha^-(r+x) taken together, as x = 0 has nearly all customers and T is small beside alpha.
    let either = -(r + x) * log1p(observed[g]! / alpha);
    if (x > 0) {
      const left = terms.leaving - (r + x) * log1p(lastRepeat[g]! / alpha);
      either = max(either, left) + log1p(exp(-abs(either - left)));
    }
    sum += customers[g]! * (terms.known - x * logAlpha + either);
  }
  return sum;
}

/** What depends on the number of occasions alone. */
function termsOf(x: number, r: number, a: number, b: number): { known: number; leaving: number } {
  return {
    known: logGamma(r + x) - logGamma(r) + logGamma(a + b) + logGamma(b + x) - logGamma(b) - logGamma(a + b + x),
    leaving: log(a / (b + x - 1)),
  };
}
