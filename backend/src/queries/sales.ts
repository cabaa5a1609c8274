import {
  labelOf,
  startOf,
  type ColumnSet,
  type Frame,
  type FrameField,
  type SalesQuery,
  type TimeRange,
} from '../contract';
import { noData, numberColumn, timeColumn } from '../frames';
import type { QueryContext } from './context';
import { bind, IN_RANGE, lineCondition, where } from './filters';
import { MEASURE_CONFIG, MEASURE_SQL } from './measures';
import { coverageNotices, periodBefore } from './period-before';
import { seriesBefore, type ShownSales } from './sales-before';
import { bucketSql, valuesBySeries } from './sales-series';
import { insideData, withCustomersIfNeeded } from './scope';
import { fill } from './template';
import topValuesSql from './sql/sales-by-dimension.sql';
import totalSql from './sql/sales.sql';
import { bucketStarts, chooseGrain, type FixedGrain } from './time-buckets';

export const DEFAULT_LIMIT = 10;

/**
 * Revenue, orders or customers over time: one series, or one per value of a dimension (wide, labelled). Compared with the
 * period before, its series follow, in the same order.
 */
export function sales(query: SalesQuery, context: QueryContext): Promise<Frame[]> {
  return withCustomersIfNeeded(query, context, async (customers) => {
    const range = insideData(context);
    if (!range) return [noData('sales', 'timeseries-wide')];
    const grain = chooseGrain(query.grain ?? 'auto', range, context.maxDataPoints);
    const result = await load(query, context, grain, range, customers);
    if (result.length === 0) return [noData('sales', 'timeseries-wide')];
    const starts = bucketStarts(range, grain);
    const bySeries = valuesBySeries(result);
    const shown: ShownSales = { query, range, grain, starts, names: [...bySeries.keys()] };
    const before = query.compare ? periodBefore(context.range, context.generation.firstDay) : undefined;
    const fields = [
      ...series(query, bySeries, starts),
      ...(before ? await seriesBefore(shown, before, context, customers) : []),
    ];
    const notices = before ? coverageNotices(before, context.language) : [];
    return [
      {
        name: 'sales',
        meta: { type: 'timeseries-wide', custom: { grain }, ...(notices.length > 0 ? { notices } : {}) },
        fields: [{ column: timeColumn('time', starts.map(startOf)) }, ...fields],
      },
    ];
  });
}

function load(
  query: SalesQuery,
  context: QueryContext,
  grain: FixedGrain,
  range: TimeRange,
  customers?: string,
): Promise<ColumnSet> {
  const lines = lineCondition(query, customers);
  const measure = MEASURE_SQL[query.measure ?? 'revenue'];
  const sql = fill(query.by ? topValuesSql : totalSql, {
    dimension: query.by ?? '',
    measure,
    bucket: bucketSql(grain),
    where: where(...IN_RANGE, lines.sql),
  });
  const own = { from: range.from, to: range.to, ...(query.by ? { limit: query.limit ?? DEFAULT_LIMIT } : {}) };
  return context.engine.columns(sql, bind(own, lines), context.signal);
}

/** Series in the order of their size, each with a value for every bucket: none sold is zero, not unknown. */
function series(
  { by, measure = 'revenue' }: SalesQuery,
  bySeries: ReadonlyMap<string, ReadonlyMap<string, number>>,
  starts: readonly string[],
): FrameField[] {
  return [...bySeries.entries()].map(([name, values]) => ({
    column: numberColumn(
      measure,
      starts.map((start) => values.get(start) ?? 0),
    ),
    labels: by ? { [by]: name } : undefined,
    config: { ...MEASURE_CONFIG[measure], displayNameFromDS: by ? name : labelOf(measure) },
  }));
}
