import {
  addDays,
  readColumn,
  type ColumnSet,
  type ForecastDimension,
  type Narrowing,
  type SalesMeasure,
} from '../../contract';
import type { NamedSeries } from '../../forecast/forecast';
import { bind, lineCondition, where } from '../filters';
import { MEASURE_SQL } from '../measures';
import { withCustomers, withCustomersIfNeeded } from '../scope';
import { fill } from '../template';
import { daysBetween } from './grain';
import type { ForecastContext } from './context';
import type { LearnedDays } from './learned-days';
import byDimensionSql from './sql/daily-by-dimension.sql';
import totalsSql from './sql/daily-totals.sql';

/** Which sales make the series. */
export interface SeriesOf extends Narrowing {
  measure: SalesMeasure;
  by?: ForecastDimension;
  limit: number;
}

/** Less cannot be forecast. A series that began later than that was zero before: the shop was open. */
const FEWEST_DAYS = 21;

const IN_DAYS = 'purchase_day BETWEEN $first::DATE AND $last::DATE';

/**
 * The daily values of what is forecast, read by one statement: the whole shop, or the largest values of a dimension and
 * then "Other". A series begins with its first sale, or three weeks before its end where that is earlier, and ends with
 * the last of the days; a day without a sale is zero.
 * Customers are those who buy on the day.
 *
 * @returns none where nothing was sold
 */
export function dailySeries(wanted: SeriesOf, days: LearnedDays, context: ForecastContext): Promise<NamedSeries[]> {
  const withTable = wanted.by === 'segment' ? withCustomers<NamedSeries[]> : withCustomersIfNeeded<NamedSeries[]>;
  return withTable(wanted, context, (customers) => load(wanted, days, context, customers));
}

async function load(
  wanted: SeriesOf,
  days: LearnedDays,
  context: ForecastContext,
  customers: string | undefined,
): Promise<NamedSeries[]> {
  const { measure, by, limit } = wanted;
  const lines = lineCondition(wanted, customers);
  const sql = fill(by ? byDimensionSql : totalsSql, {
    sales: by === 'segment' ? `fct_sales JOIN ${segmentsOf(customers ?? '')} USING (customer_key)` : 'fct_sales',
    dimension: by ?? '',
    measure: MEASURE_SQL[measure],
    where: where(IN_DAYS, lines.sql),
  });
  const own = { ...days, ...(by ? { limit } : {}) };
  const result = await context.engine.columns(sql, bind(own, lines), context.signal);
  return seriesIn(result, days);
}

/** The series of rows of a name, days since the first day, and a value. */
function seriesIn({ columns, length }: ColumnSet, days: LearnedDays): NamedSeries[] {
  const [names = [], offsets = [], values = []] = columns.map(readColumn);
  const span = daysBetween(days.first, days.last);
  const bySeries = new Map<string, { first: number; values: Float64Array }>();
  for (let i = 0; i < length; i++) {
    const [name, offset] = [String(names[i] ?? ''), Number(offsets[i])];
    const known = bySeries.get(name) ?? begin(Math.min(offset, Math.max(0, span - FEWEST_DAYS)), span);
    known.values[offset - known.first] = Number(values[i]);
    bySeries.set(name, known);
  }
  return [...bySeries].map(([name, series]) => ({
    name,
    daily: { firstDay: addDays(days.first, series.first), values: series.values },
  }));
}

const begin = (first: number, span: number): { first: number; values: Float64Array } => ({
  first,
  values: new Float64Array(span - first),
});

/** Names only of what the sales do not have themselves, lest columns be ambiguous. */
const segmentsOf = (customers: string): string =>
  `(SELECT customer_key, segment::VARCHAR AS segment FROM ${customers})`;
