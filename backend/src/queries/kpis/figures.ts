import type { KpiKey, Narrowing, TimeRange } from '../../contract';
import type { Row } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import { bind, hasFilters, lineCondition, where } from '../filters';
import { fill } from '../template';
import allOrdersSql from './all-orders.sql';
import { customerBases, type CustomerBase } from './customer-base';
import experienceFiguresSql from './experience-figures.sql';
import ordersSql from './orders.sql';
import salesFiguresSql from './sales-figures.sql';
import { slidingWindows, windowDays, windowSums, type Windows } from './windows';

/** The eight key figures of one window; null where nothing was there to be averaged or counted from. */
export type Figures = Record<KpiKey, number | null>;

export interface FigurePath {
  windows: Windows;
  /** Figures of each window, from the period before (first) to the range itself (last). */
  figures: Figures[];
  /** Customers who have purchased by the end of the last window. */
  customerBase: number;
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const cents = (value: number): number => Math.round(value * 100) / 100;

/**
 * The key figures along windows that slide from the period before the range to the range itself.
 *
 * @param steps how many steps to take; 1 gives just the two periods
 * @param snapshot table of the customers at the as-of day, needed when segments are filtered
 */
export async function figurePath(
  context: QueryContext,
  range: TimeRange,
  narrowing: Narrowing,
  steps: number,
  snapshot?: string,
): Promise<FigurePath> {
  const windows = slidingWindows(range, steps);
  const days = windowDays(windows, context.asOf);
  const run = (sql: string): Promise<Row[]> => windowRows(context, sql, range, narrowing, windows, snapshot);
  const [sales, experience, bases] = await Promise.all([
    run(salesFiguresSql),
    run(experienceFiguresSql),
    customerBases(context, days, narrowing, snapshot),
  ]);
  const sums = {
    ...windowSums(windows, sales, ['revenue', 'orders'], wholeLife),
    ...windowSums(windows, experience, ['delivered', 'on_time', 'reviewed', 'review_sum'], onceKnown),
    ...windowSums(windows, sales.map(asCustomers), ['customers'], latestOfCustomer),
  };
  const figures = windows.ends.map((_, i) => figuresOf((key) => sums[key]?.[i] ?? 0, bases[i]));
  return { windows, figures, customerBase: bases[bases.length - 1]?.customers ?? 0 };
}

function windowRows(
  { engine, signal }: QueryContext,
  sql: string,
  range: TimeRange,
  narrowing: Narrowing,
  { start, bucket, steps }: Windows,
  snapshot: string | undefined,
): Promise<Row[]> {
  const lines = lineCondition(narrowing, snapshot);
  // Both the range and the period before it.
  const moment = (ms: number): string => `make_timestamp(${Math.round(ms)}::BIGINT * 1000)`;
  const inSpan = [`purchased_at >= ${moment(start)}`, `purchased_at <= ${moment(range.to + 1)}`];
  const orders = hasFilters(narrowing)
    ? fill(ordersSql, { where: where(...inSpan, lines.sql) })
    : fill(allOrdersSql, { where: where('is_purchase', ...inSpan) });
  return engine.rows(fill(sql, { orders }), bind({ start, bucket, steps }, lines), signal);
}

/** The windows, first and last, to which a row of a query belongs. */
type Span = [first: number, last: number];

const bucketOf = (row: Row): number => Number(row.bucket);

const wholeLife = (row: Row, steps: number): Span => [bucketOf(row) - steps + 1, bucketOf(row)];

const onceKnown = (row: Row, steps: number): Span => [
  Math.max(bucketOf(row), Number(row.known_bucket)) - steps + 1,
  bucketOf(row),
];

const latestOfCustomer = (row: Row, steps: number): Span => [
  bucketOf(row) - steps + 1,
  Math.min(bucketOf(row), Number(row.next_bucket) - steps),
];

const asCustomers = (row: Row): Row => ({ ...row, customers: row.orders ?? 0 });

function figuresOf(at: (key: string) => number, base: CustomerBase | undefined): Figures {
  const { customers, repeaters, churned } = base ?? { customers: 0, repeaters: 0, churned: 0 };
  return {
    revenue: cents(at('revenue')),
    orders: at('orders'),
    active_customers: at('customers'),
    average_order_value: ratio(at('revenue'), at('orders')),
    repeat_purchase_rate: ratio(repeaters, customers),
    churned_share: ratio(churned, customers),
    review_score: ratio(at('review_sum'), at('reviewed')),
    on_time_share: ratio(at('on_time'), at('delivered')),
  };
}
