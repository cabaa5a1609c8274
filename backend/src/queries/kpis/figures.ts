import type { Filters, KpiKey, TimeRange } from '../../contract';
import { bind, lineCondition, segmentCondition, where, type Condition } from '../filters';
import type { QueryContext } from '../context';
import type { Row } from '../../warehouse/engine';
import activeCustomersSql from './active-customers.sql';
import customerBaseSql from './customer-base.sql';
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

const number = (row: Row, key: string): number => Number(row[key] ?? 0);
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
  filters: Filters,
  steps: number,
  snapshot?: string,
): Promise<FigurePath> {
  const windows = slidingWindows(range, steps);
  const days = windowDays(windows, context.asOf);
  const lines = lineCondition(filters, snapshot);
  const [sales, active, base] = await Promise.all([
    salesFigures(context, range, windows, lines),
    activeCustomers(context, range, windows, lines),
    customerBase(context, days, filters, snapshot),
  ]);
  const figures = windows.ends.map((_, i) => ({
    ...salesOf(sales, i),
    active_customers: active[i] ?? 0,
    ...baseOf(base.get(days[i] ?? '')),
  }));
  const last = base.get(days[days.length - 1] ?? '');
  return { windows, figures, customerBase: last ? number(last, 'customers') : 0 };
}

const SALES_SUMS = ['revenue', 'orders', 'review_sum', 'reviewed', 'on_time', 'delivered'] as const;
type SalesSums = Record<(typeof SALES_SUMS)[number], number[]>;

function salesOf(sums: SalesSums, i: number): Omit<Figures, 'active_customers' | 'repeat_purchase_rate' | 'churned_share'> {
  const at = (key: keyof SalesSums): number => sums[key][i] ?? 0;
  return {
    revenue: cents(at('revenue')),
    orders: at('orders'),
    average_order_value: ratio(at('revenue'), at('orders')),
    review_score: ratio(at('review_sum'), at('reviewed')),
    on_time_share: ratio(at('on_time'), at('delivered')),
  };
}

function baseOf(row: Row | undefined): Pick<Figures, 'repeat_purchase_rate' | 'churned_share'> {
  const customers = row ? number(row, 'customers') : 0;
  return {
    repeat_purchase_rate: row ? ratio(number(row, 'repeaters'), customers) : null,
    churned_share: row ? ratio(number(row, 'churned'), customers) : null,
  };
}

/** Both the range and the period before it. */
function spanCondition(range: TimeRange, lines: Condition): string {
  const { from, to } = { from: 2 * range.from - range.to, to: range.to };
  const moment = (ms: number): string => `make_timestamp(${Math.round(ms) * 1000})`;
  return where(`purchased_at >= ${moment(from)}`, `purchased_at <= ${moment(to)}`, lines.sql);
}

async function salesFigures(context: QueryContext, range: TimeRange, windows: Windows, lines: Condition): Promise<SalesSums> {
  const rows = await context.engine.rows(
    salesFiguresSql.replace('{where}', spanCondition(range, lines)),
    bind({ start: windows.start, bucket: windows.bucket }, lines),
    context.signal,
  );
  // A purchase at the very last moment of the range falls on the end of the last bucket: it belongs into it.
  const lastBucket = 2 * windows.steps - 1;
  const sums = SALES_SUMS.map((key) => {
    const byBucket = new Map<number, number>();
    for (const row of rows) {
      const bucket = Math.min(number(row, 'bucket'), lastBucket);
      byBucket.set(bucket, (byBucket.get(bucket) ?? 0) + number(row, key));
    }
    return [key, windowSums(windows, byBucket)] as const;
  });
  return Object.fromEntries(sums) as SalesSums;
}

async function activeCustomers(
  context: QueryContext,
  range: TimeRange,
  windows: Windows,
  lines: Condition,
): Promise<number[]> {
  const rows = await context.engine.rows(
    activeCustomersSql.replace('{where}', spanCondition(range, lines)),
    bind({ start: windows.start, bucket: windows.bucket, steps: windows.steps }, lines),
    context.signal,
  );
  const counts = windows.ends.map(() => 0);
  for (const row of rows) {
    for (let i = number(row, 'first_window'); i <= number(row, 'last_window'); i++) {
      counts[i] = (counts[i] ?? 0) + number(row, 'customers');
    }
  }
  return counts;
}

async function customerBase(
  context: QueryContext,
  days: readonly string[],
  filters: Filters,
  snapshot: string | undefined,
): Promise<Map<string, Row>> {
  const { state, segment: _, ...bought } = filters;
  const buyers = lineCondition(bought);
  const segments = segmentCondition(filters, snapshot);
  const states: Condition =
    state && state.length > 0
      ? { sql: 'fct_orders.state IN (SELECT unnest($state::VARCHAR[]))', parameters: { state } }
      : { sql: '', parameters: {} };
  const sql = customerBaseSql
    .replace('{buyers}', buyers.sql === '' ? 'fct_orders WHERE is_purchase' : `fct_sales WHERE ${buyers.sql}`)
    .replace('{where}', where('fct_orders.is_purchase', states.sql, segments.sql));
  const rows = await context.engine.rows(
    sql,
    bind({ days: [...new Set(days)], churn_days: context.settings.churnDays }, buyers, states, segments),
    context.signal,
  );
  return new Map(rows.map((row) => [String(row.day), row]));
}
