import type { SalesQuery } from '../../contract';
import { lineCondition } from '../filters';
import { MEASURE_SQL } from '../measures';
import { DEFAULT_LIMIT } from '../sales';
import { insideData } from '../scope';
import { bucketSql } from '../sales-series';
import { chooseGrain } from '../time-buckets';
import { asOfSql, CUSTOMERS_AS_OF, firstCtes, laidOut, type SqlContext, whereBlock } from './pieces';
import byDimensionSql from './sql/sales-by-dimension.sql';
import salesSql from './sql/sales.sql';

/** Sales over time; undefined outside the data and for a comparison, which takes more than a readable statement. */
export function salesStatement(query: SalesQuery, context: SqlContext): string | undefined {
  const range = insideData(context);
  if (!range || query.compare) return undefined;
  const { by, measure = 'revenue', limit = DEFAULT_LIMIT } = query;
  const bucket = bucketSql(chooseGrain(query.grain ?? 'auto', range, context.maxDataPoints));
  const lines = lineCondition(query, CUSTOMERS_AS_OF);
  return laidOut(by ? byDimensionSql : salesSql, {
    with: firstCtes(query, context),
    step: bucket.replace('purchase_day', 'day'),
    bucket,
    measure: MEASURE_SQL[measure],
    name: measure,
    by: by ?? '',
    limit: String(limit),
    where: whereBlock(['$__timeFilter(purchased_at)', lines], asOfSql(query, context), 2),
  });
}
