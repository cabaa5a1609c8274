import { SEGMENTS, type ValuesQuery } from '../../contract';
import { lineCondition } from '../filters';
import { literal } from '../sql-literals';
import { COLUMN, MAX_VALUES } from '../values';
import { asOfSql, CUSTOMERS_AS_OF, firstCtes, laidOut, type SqlContext, whereBlock } from './pieces';
import valuesSql from './sql/values.sql';

/** The values of a dimension; undefined for risk bands, which the churn model gives. */
export function valuesStatement(query: ValuesQuery, context: SqlContext): string | undefined {
  const { dimension = 'state' } = query;
  if (dimension === 'band') return undefined;
  if (dimension === 'segment') {
    return `SELECT name AS text, name AS value\nFROM (SELECT unnest(${literal(SEGMENTS)}) AS name)`;
  }
  return laidOut(valuesSql, {
    with: firstCtes(query, context),
    column: COLUMN[dimension],
    where: whereBlock([lineCondition(query, CUSTOMERS_AS_OF)], asOfSql(query, context), 2),
    limit: String(MAX_VALUES),
  });
}
