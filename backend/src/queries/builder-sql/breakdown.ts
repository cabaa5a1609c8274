import type { BreakdownQuery } from '../../contract';
import { DIMENSION_SQL, orderSql } from '../breakdown';
import { lineCondition } from '../filters';
import { MEASURE_SQL } from '../measures';
import { asOfSql, CUSTOMERS_AS_OF, firstCtes, laidOut, onlyCtes, type SqlContext, whereBlock } from './pieces';
import byNameSql from './sql/breakdown-by-name.sql';
import breakdownSql from './sql/breakdown.sql';

/** A measure by one dimension; undefined for a comparison, which takes more than a readable statement. */
export function breakdownStatement(query: BreakdownQuery, context: SqlContext): string | undefined {
  if (query.compare) return undefined;
  const { by = 'state', measure = 'revenue', sort, limit } = query;
  const largest = sort === 'name' && limit !== undefined;
  const lines = lineCondition(query, CUSTOMERS_AS_OF);
  const { order } = orderSql(query);
  return laidOut(largest ? byNameSql : breakdownSql, {
    with: firstCtes(query, context),
    ctes: onlyCtes(query, context),
    dimension: DIMENSION_SQL[by] === by ? by : `${DIMENSION_SQL[by]} AS ${by}`,
    by,
    measure: MEASURE_SQL[measure],
    name: measure,
    where: whereBlock(['$__timeFilter(purchased_at)', lines], asOfSql(query, context), largest ? 2 : 0),
    order: order.replace('value', '2').replace('dimension', '1'),
    limit: largest ? String(limit) : limit === undefined ? '' : `LIMIT ${limit}`,
  });
}
