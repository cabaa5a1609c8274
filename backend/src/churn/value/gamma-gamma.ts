import { logGamma } from '../bgnbd/log-gamma';
import { nelderMead } from '../bgnbd/nelder-mead';

/** Spend per order varies as Gamma(p, ν) about a customer's own mean; ν varies as Gamma(q, γ) between customers. */
export interface GammaGamma {
  p: number;
  q: number;
  gamma: number;
}

export interface SpendHistory {
  /** Days with a purchase. */
  frequency: Float64Array;
  /** Paid on all of them together. */
  monetary: Float64Array;
}

/** More would make fitting slower, not the three parameters better. */
const MOST_CUSTOMERS = 20_000;

/**
 * The gamma-gamma model of spend per order, fitted by maximum likelihood to customers with two purchases or more: only
 * they tell the spread within a customer from that between customers. Undefined when no sensible fit is found.
 * Source: P. Fader and B. Hardie, "The Gamma-Gamma Model of Monetary Value" (2013), equation 1a.
 */
export function fitGammaGamma(history: SpendHistory): GammaGamma | undefined {
  const sample = repeatersOf(history);
  // In units of the mean order, so that the start suits any currency.
  const unit = sample.reduce((sum, { mean }) => sum + mean, 0) / sample.length;
  if (!(unit > 0)) return undefined;
  const groups = groupsOf(sample, unit);
  const loss = (point: readonly number[]): number => {
    const model = modelAt(point);
    const sum = groups.reduce((total, group) => total + logLikelihood(model, group), 0);
    return Number.isFinite(sum) ? -sum / sample.length : Infinity;
  };
  const best = nelderMead(loss, [1, 1.2, 0.5]);
  const { p, q, gamma } = modelAt(best.x);
  return best.converged && isSensible(p, q) ? { p, q, gamma: gamma * unit } : undefined;
}

interface Repeater {
  orders: number;
  mean: number;
}

/** Customers with equally many orders, who share most terms of the likelihood. */
interface Group {
  orders: number;
  means: number[];
  sumOfLogs: number;
}

function repeatersOf({ frequency, monetary }: SpendHistory): Repeater[] {
  const all: Repeater[] = [];
  frequency.forEach((orders, i) => {
    const mean = monetary[i]! / orders;
    if (orders >= 2 && mean > 0 && Number.isFinite(mean)) all.push({ orders, mean });
  });
  const step = Math.max(1, all.length / MOST_CUSTOMERS);
  return Array.from({ length: Math.ceil(all.length / step) }, (_, i) => all[Math.floor(i * step)]!);
}

function groupsOf(sample: readonly Repeater[], unit: number): Group[] {
  const groups = new Map<number, Group>();
  for (const { orders, mean } of sample) {
    const group = groups.get(orders) ?? { orders, means: [], sumOfLogs: 0 };
    group.means.push(mean / unit);
    group.sumOfLogs += Math.log(mean / unit);
    groups.set(orders, group);
  }
  return [...groups.values()];
}

function modelAt([p = 0, q = 0, gamma = 0]: readonly number[]): GammaGamma {
  return { p: Math.exp(p), q: Math.exp(q), gamma: Math.exp(gamma) };
}

function logLikelihood({ p, q, gamma }: GammaGamma, { orders, means, sumOfLogs }: Group): number {
  const shape = p * orders;
  const shared = logGamma(shape + q) - logGamma(shape) - logGamma(q) + q * Math.log(gamma) + shape * Math.log(orders);
  const spread = means.reduce((sum, mean) => sum + Math.log(gamma + orders * mean), 0);
  return means.length * shared + (shape - 1) * sumOfLogs - (shape + q) * spread;
}

/** With q at 1 or below there is no mean; at the far ends the likelihood was flat and the fit has no meaning. */
function isSensible(p: number, q: number): boolean {
  return p > 1e-3 && p < 1e4 && q > 1.05 && q < 1e4;
}
