import type { ChurnwatchQuery, TimeRange } from '../contract';
import type { QueryContext } from './context';
import type { Question } from './question';

/** As many points as a picture of unknown size has room for. */
export const DEFAULT_POINTS = 1_000;

/** Of the picture's size only what the kind looks at, so that panels of other widths share an answer. */
export function pointsFor(
  { kind }: ChurnwatchQuery,
  { range, maxDataPoints, intervalMs = 0 }: Question,
): Pick<QueryContext, 'maxDataPoints' | 'intervalMs'> {
  const interval = intervalMs > 0 ? intervalMs : intervalOf(range, maxDataPoints);
  if (kind === 'annotations') return { maxDataPoints: DEFAULT_POINTS, intervalMs: 0 };
  return kind === 'sql' ? { maxDataPoints: DEFAULT_POINTS, intervalMs: interval } : { maxDataPoints, intervalMs: 0 };
}

/** Length in ms of one of so many steps of a range. */
export const intervalOf = ({ from, to }: TimeRange, points: number): number =>
  Math.max(1, Math.round((to - from) / points));
