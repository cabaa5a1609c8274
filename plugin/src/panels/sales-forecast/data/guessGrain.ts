import { DAY_MS } from '@contract';
import type { Grain } from './model';

/** The grain that moments step by. */
export function guessGrain(times: readonly number[]): Grain {
  const step = Math.min(...times.slice(1).map((time, index) => time - (times[index] ?? 0)));
  if (step > 27 * DAY_MS && Number.isFinite(step)) return 'month';
  return step > 6 * DAY_MS && Number.isFinite(step) ? 'week' : 'day';
}
