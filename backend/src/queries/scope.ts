import { DAY_MS, startOf, type Filters, type GenerationSummary, type TimeRange } from '../contract';
import type { QueryContext } from './context';
import { needsSnapshot } from './filters';

/**
 * The part of a time range near the data: an absurdly long range is cut to one period before the data and a day after
 * it. Nothing lies outside, and dates stay within what the database can hold.
 */
export function heldRange(range: TimeRange, days: Pick<GenerationSummary, 'firstDay' | 'lastDay'>): TimeRange {
  const first = startOf(days.firstDay);
  const last = startOf(days.lastDay) + DAY_MS;
  const earliest = first - (last - first);
  const clamp = (ms: number): number => Math.min(Math.max(ms, earliest), last);
  return { from: clamp(range.from), to: clamp(range.to) };
}

/** Calls `use` with the snapshot of the as-of day when the filters name segments, else without. */
export function withSnapshotIfNeeded<T>(
  filters: Filters | undefined,
  context: QueryContext,
  use: (snapshot?: string) => Promise<T>,
): Promise<T> {
  return needsSnapshot(filters ?? {}) ? context.snapshot(context.asOf, use) : use();
}
