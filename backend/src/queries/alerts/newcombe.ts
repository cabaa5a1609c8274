import { wilsonInterval } from '../../churn/evaluation';

export interface Share {
  /** So many of the customers. */
  hits: number;
  customers: number;
}

/**
 * The 95% interval of the difference of two independent shares, one less the other, from their Wilson intervals
 * (Newcombe, Statistics in Medicine 17, 1998, 873-890, method 10). Both are shares of at least one customer.
 */
export function newcombe(one: Share, other: Share): { difference: number; lower: number; upper: number } {
  const [p1, p2] = [one.hits / one.customers, other.hits / other.customers];
  const w1 = wilsonInterval(one.hits, one.customers);
  const w2 = wilsonInterval(other.hits, other.customers);
  const difference = p1 - p2;
  return {
    difference,
    lower: difference - Math.hypot(p1 - w1.low, w2.high - p2),
    upper: difference + Math.hypot(w1.high - p1, p2 - w2.low),
  };
}
