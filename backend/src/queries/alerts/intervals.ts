/** The normal quantile of a two-sided 95% interval. */
const Z = 1.959963984540054;

export interface Share {
  /** So many of the customers. */
  hits: number;
  customers: number;
}

export interface Interval {
  lower: number;
  upper: number;
}

/** Wilson's score interval of a share, 95% (Wilson, JASA 22, 1927): it fits few customers and shares near 0 and 1. */
export function wilson({ hits, customers }: Share): Interval {
  if (customers === 0) return { lower: 0, upper: 1 };
  const p = hits / customers;
  const middle = p + Z ** 2 / (2 * customers);
  const half = Z * Math.sqrt((p * (1 - p)) / customers + Z ** 2 / (4 * customers ** 2));
  const scale = 1 + Z ** 2 / customers;
  return { lower: Math.max(0, (middle - half) / scale), upper: Math.min(1, (middle + half) / scale) };
}

/**
 * The 95% interval of the difference of two independent shares, one less the other, from their Wilson intervals
 * (Newcombe, Statistics in Medicine 17, 1998, 873-890, method 10).
 */
export function newcombe(one: Share, other: Share): Interval & { difference: number } {
  const [p1, p2] = [one.hits / one.customers, other.hits / other.customers];
  const [w1, w2] = [wilson(one), wilson(other)];
  const difference = p1 - p2;
  return {
    difference,
    lower: difference - Math.hypot(p1 - w1.lower, w2.upper - p2),
    upper: difference + Math.hypot(w1.upper - p1, p2 - w2.lower),
  };
}
