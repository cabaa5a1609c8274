import { momentOf, type Bounds } from '../../contract';

/**
 * A dashboard that opens with another time range: those that come with Churnwatch open with the years of the Olist data. One
 * that speaks of the last hours keeps its own.
 *
 * @param bounds as they were given; what is absent stays
 */
export function openedWith(dashboard: unknown, bounds: Bounds): unknown {
  const { time = {} } = dashboard as { time?: Bounds };
  if (isRelative(time.from)) return dashboard;
  const given = Object.entries(bounds).filter(([, bound]) => bound !== undefined);
  return { ...(dashboard as object), time: { ...time, ...Object.fromEntries(given.map(inGrafanasForm)) } };
}

const isRelative = (bound = ''): boolean => bound.startsWith('now');

/** Grafana would read a day in the reader's zone: the data is in UTC. */
const inGrafanasForm = ([name, bound]: [string, string]): [string, string] => [
  name,
  isRelative(bound) ? bound : new Date(momentOf(bound, false, 0) ?? NaN).toISOString(),
];
