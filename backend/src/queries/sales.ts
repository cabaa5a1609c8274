import {
  DAY_MS,
  labelOf,
  readColumn,
  startOf,
  type ColumnSet,
  type Frame,
  type FrameField,
  type SalesMeasure,
  type SalesQuery,
  type TimeRange,
} from '../contract';
import { noData, numberColumn, timeColumn } from '../frames';
import type { QueryContext } from './context';
import { bind, IN_RANGE, lineCondition, where } from './filters';
import { MEASURE_CONFIG, MEASURE_SQL } from './measures';
import { withCustomersIfNeeded } from './scope';
import { fill } from './template';
import topValuesSql from './sql/sales-by-dimension.sql';
import totalSql from './sql/sales.sql';
import { bucketStarts, chooseGrain, type FixedGrain } from './time-buckets';

const DEFAULT_LIMIT = 10;

/** Revenue, orders or customers over time: one series, or one per value of a dimension (wide, labelled). */
export function sales(query: SalesQuery, context: QueryContext): Promise<Frame[]> {
  return withCustomersIfNeeded(query, context, async (snapshot) => {
    const range = insideData(context);
    if (!range) return [noData('sales', 'timeseries-wide')];
    const measure = query.measure ?? 'revenue';
    const grain = chooseGrain(query.grain ?? 'auto', range, context.maxDataPoints);
    const result = await load(query, context, grain, range, snapshot);
    if (result.length === 0) return [noData('sales', 'timeseries-wide')];
    const starts = bucketStarts(range, grain);
    return [
      {
        name: 'sales',
        meta: { type: 'timeseries-wide', custom: { grain } },
        fields: [{ column: timeColumn('time', starts.map(startOf)) }, ...series(query, measure, result, starts)],
      },
    ];
  });
}

/** The part of the asked range from the first to the last day with a purchase; undefined when they do not meet. */
function insideData({ range, generation }: QueryContext): TimeRange | undefined {
  const from = Math.max(range.from, startOf(generation.firstDay));
  const to = Math.min(range.to, startOf(generation.lastDay) + DAY_MS - 1);
  return from <= to ? { from, to } : undefined;
}

function load(
  query: SalesQuery,
  context: QueryContext,
  grain: FixedGrain,
  range: TimeRange,
  snapshot?: string,
): Promise<ColumnSet> {
  const lines = lineCondition(query, snapshot);
  const measure = MEASURE_SQL[query.measure ?? 'revenue'];
  const sql = fill(query.by ? topValuesSql : totalSql, {
    dimension: query.by ?? '',
    measure,
    bucket: grain === 'day' ? 'purchase_day' : `date_trunc('${grain}', purchase_day)`,
    where: where(...IN_RANGE, lines.sql),
  });
  const own = { from: range.from, to: range.to, ...(query.by ? { limit: query.limit ?? DEFAULT_LIMIT } : {}) };
  return context.engine.columns(sql, bind(own, lines), context.signal);
}

/** Series in the order of their size, each with a value for every bucket: none sold is zero, not unknown. */
function series(
  query: SalesQuery,
  measure: SalesMeasure,
  { columns, length }: ColumnSet,
  starts: readonly string[],
): FrameField[] {
  const [buckets = [], values = [], names = []] = columns.map(readColumn);
  const bySeries = new Map<string, Map<string, number>>();
  for (let i = 0; i < length; i++) {
    const name = String(names[i] ?? '');
    const own = bySeries.get(name) ?? new Map<string, number>();
    own.set(String(buckets[i]), Number(values[i]));
    bySeries.set(name, own);
  }
  return [...bySeries.entries()].map(([name, values]) => ({
    column: numberColumn(
      measure,
      starts.map((start) => values.get(start) ?? 0),
    ),
    labels: query.by ? { [query.by]: name } : undefined,
    config: { ...MEASURE_CONFIG[measure], displayNameFromDS: query.by ? name : labelOf(measure) },
  }));
}
