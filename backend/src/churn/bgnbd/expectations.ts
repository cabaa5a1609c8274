import { BgNbdError } from './error';
import { checkHistories, type PurchaseHistories } from './history';
import { hypergeometric } from './hypergeometric';
import type { BgNbdParameters } from './parameters';

/** One customer's history, see PurchaseHistories. */
export interface PurchaseHistory {
  repeats: number;
  lastRepeat: number;
  observed: number;
}

/**
 * Probability that the customer has not left for good by the cut (Fader, Hardie and Lee, "Computing P(alive) Using the
 * BG/NBD Model", note of 2008): 1 without repeat occasions, since BG/NBD lets customers leave only after one. A ranking
 * by this alone puts all single buyers first; rank by the expectations below.
 */
export function probabilityAlive({ r, alpha, a, b }: BgNbdParameters, history: PurchaseHistory): number {
  const { repeats: x, lastRepeat, observed } = history;
  if (x === 0) return 1;
  const logRatio = (r + x) * (Math.log(alpha + observed) - Math.log(alpha + lastRepeat));
  return 1 / (1 + (a / (b + x - 1)) * Math.exp(logRatio));
}

/**
 * Probability of at least one occasion in the `days` after the cut. A customer who is alive with a purchase rate lambda
 * has none with probability exp(-lambda * days), since the chance to leave comes only after an occasion; alive, lambda
 * has the gamma distribution (r + x, alpha + T), whatever the chance to leave. Hence P(alive) * (1 - ((alpha + T) /
 * (alpha + T + days))^(r + x)).
 */
export function probabilityOfReturn(parameters: BgNbdParameters, history: PurchaseHistory, days: number): number {
  const known = parameters.alpha + history.observed;
  const atLeastOne = -Math.expm1(-(parameters.r + history.repeats) * Math.log1p(days / known));
  return probabilityAlive(parameters, history) * atLeastOne;
}

/**
 * Parameters this near to where the formula below divides 0 by 0 are moved to both sides of it, and the mean is taken.
 */
const NEAR = 1e-5;

/**
 * Expected occasions in the `days` after the cut (Fader, Hardie and Lee 2005). With Euler's transformation
 * the powers of their formula fold into one: with z = days / (alpha + T + days), P(alive) * (a + b + x - 1) / (a - 1) *
 * (1 - (1 - z)^(a - 1) * 2F1(a + b - 1 - r, a - 1; a + b + x - 1; z)), where hundreds of occasions overflow nothing.
 */
export function expectedPurchases(parameters: BgNbdParameters, history: PurchaseHistory, days: number): number {
  const { a, b } = parameters;
  const alive = probabilityAlive(parameters, history);
  if (Math.abs(a - 1) < NEAR)
    return alive * meanOf([1 - NEAR, 1 + NEAR], (moved) => whenAlive({ ...parameters, a: moved }, history, days));
  if (history.repeats === 0 && Math.abs(a + b - 1) < NEAR)
    return meanOf([1 - a - NEAR, 1 - a + NEAR], (moved) => whenAlive({ ...parameters, b: moved }, history, days));
  return alive * whenAlive(parameters, history, days);
}

function whenAlive({ r, alpha, a, b }: BgNbdParameters, history: PurchaseHistory, days: number): number {
  const known = alpha + history.observed;
  const z = days / (known + days);
  const c = a + b + history.repeats - 1;
  const lost = (known / (known + days)) ** (a - 1) * hypergeometric(a + b - 1 - r, a - 1, c, z);
  return (c / (a - 1)) * (1 - lost);
}

function meanOf(sides: readonly [number, number], f: (side: number) => number): number {
  return (f(sides[0]) + f(sides[1])) / 2;
}

/** `expectedPurchases` of each customer. @throws BgNbdError for impossible histories or days */
export function expectedPurchasesOfAll(
  parameters: BgNbdParameters,
  histories: PurchaseHistories,
  days: number,
): Float64Array {
  return ofAll(histories, days, (history) => expectedPurchases(parameters, history, days));
}

/** `probabilityOfReturn` of each customer. @throws BgNbdError for impossible histories or days */
export function probabilitiesOfReturn(
  parameters: BgNbdParameters,
  histories: PurchaseHistories,
  days: number,
): Float64Array {
  return ofAll(histories, days, (history) => probabilityOfReturn(parameters, history, days));
}

/** `probabilityAlive` of each customer. @throws BgNbdError for impossible histories */
export function probabilitiesAlive(parameters: BgNbdParameters, histories: PurchaseHistories): Float64Array {
  return ofAll(histories, 0, (history) => probabilityAlive(parameters, history));
}

function ofAll(histories: PurchaseHistories, days: number, f: (history: PurchaseHistory) => number): Float64Array {
  if (!(days >= 0 && Number.isFinite(days))) throw new BgNbdError(`A horizon of ${days} days: give 0 or more.`);
  checkHistories(histories);
  const { repeats, lastRepeat, observed } = histories;
  return repeats.map((x, i) => f({ repeats: x, lastRepeat: lastRepeat[i]!, observed: observed[i]! }));
}
