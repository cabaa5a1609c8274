import type { ForecastPoint } from '../data/model';
import type { ForecastOptions } from '../options';
import type { Domain } from './scales';

/**
 * The least and the greatest value of these points that the picture must hold; from zero where asked for. Ranges of the past
 * are not among them: wide ones would press what happened flat.
 */
export function valueDomain(
  points: readonly ForecastPoint[],
  { bands, fromZero }: Pick<ForecastOptions, 'bands' | 'fromZero'>,
  pace: number | null,
): Domain {
  const values = points.flatMap(({ actual, expected, inner, outer, future }) => [
    actual,
    expected,
    ...(future && bands !== 'none' && inner ? [inner.lower, inner.upper] : []),
    ...(future && bands === 'both' && outer ? [outer.lower, outer.upper] : []),
  ]);
  return domainOf([...values, pace], fromZero);
}

/** The least and the greatest of the values that are known. */
export function domainOf(values: ReadonlyArray<number | null>, fromZero: boolean): Domain {
  let [from, to] = fromZero ? [0, 0] : [Infinity, -Infinity];
  for (const value of values) {
    if (value === null) continue;
    from = Math.min(from, value);
    to = Math.max(to, value);
  }
  return from <= to ? { from, to } : { from: 0, to: 0 };
}

/** What holds all of these domains. */
export function widest(domains: readonly Domain[]): Domain {
  return domainOf(
    domains.flatMap(({ from, to }) => [from, to]),
    false,
  );
}
