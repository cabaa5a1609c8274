import { countWhere } from '@contract';
import type { Scales } from './scales';

/** The moment nearest to a place in the picture, as an index; undefined where there is none. */
export function nearestIndex(times: readonly number[], x: number, scales: Pick<Scales, 'x'>): number | undefined {
  if (times.length === 0) return undefined;
  const before = countWhere(times, (time) => scales.x(time) < x);
  const next = Math.min(times.length - 1, before);
  const distance = (index: number): number => Math.abs(scales.x(times[index] ?? 0) - x);
  return next > 0 && distance(next - 1) <= distance(next) ? next - 1 : next;
}

const STEPS: Record<string, number> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 30,
  PageDown: -30,
};

/** The index that a key leads to; undefined for keys that lead nowhere. */
export function indexAfterKey(key: string, current: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  return step === undefined ? undefined : Math.min(count - 1, Math.max(0, current + step));
}
