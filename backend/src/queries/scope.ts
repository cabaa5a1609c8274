import { DAY_MS, startOf, type GenerationSummary, type Narrowing, type TimeRange } from '../contract';
import type { QueryContext } from './context';
import { needsCustomers, needsScores } from './filters';

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

/**
 * Calls `use` with the table of all customers as of the as-of day: the scored one when the filters name risk bands.
 *
 * @throws NoScoreError where risk bands are named and there is no score
 */
export function withCustomers<T>(
  narrowing: Narrowing,
  context: Pick<QueryContext, 'asOf' | 'snapshot' | 'scored'>,
  use: (customers: string) => Promise<T>,
): Promise<T> {
  if (needsScores(narrowing)) return context.scored(context.asOf, ({ table }) => use(table));
  return context.snapshot(context.asOf, use);
}

/** The same when the filters name segments or risk bands, else without a table. */
export function withCustomersIfNeeded<T>(
  narrowing: Narrowing,
  context: Pick<QueryContext, 'asOf' | 'snapshot' | 'scored'>,
  use: (customers?: string) => Promise<T>,
): Promise<T> {
  return needsCustomers(narrowing) ? withCustomers(narrowing, context, use) : use();
}

/** The part of the asked range from the first to the last day with a purchase; undefined when they do not meet. */
export function insideData({ range, generation }: Pick<QueryContext, 'range' | 'generation'>): TimeRange | undefined {
  const from = Math.max(range.from, startOf(generation.firstDay));
  const to = Math.min(range.to, startOf(generation.lastDay) + DAY_MS - 1);
  return from <= to ? { from, to } : undefined;
}
