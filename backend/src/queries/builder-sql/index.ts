import { MAX_SQL_LENGTH, type ChurnwatchQuery } from '../../contract';
import { needsScores } from '../filters';
import { breakdownStatement } from './breakdown';
import { customersStatement } from './customers';
import { kpisStatement } from './kpis';
import type { SqlContext } from './pieces';
import { rfmSegmentsStatement } from './rfm-segments';
import { salesStatement } from './sales';
import { valuesStatement } from './values';

/**
 * A statement that answers a query of the builder in SQL mode, with macros in place of its time range and as-of day;
 * undefined for what SQL cannot answer: the churn model's and the forecast's part.
 */
export function builderSql(query: ChurnwatchQuery, context: SqlContext): string | undefined {
  if (needsScores(query)) return undefined;
  const sql = statementOf(query, context);
  return sql === undefined || sql.length > MAX_SQL_LENGTH ? undefined : sql;
}

function statementOf(query: ChurnwatchQuery, context: SqlContext): string | undefined {
  switch (query.kind) {
    case 'sales':
      return salesStatement(query, context);
    case 'breakdown':
      return breakdownStatement(query, context);
    case 'customers':
      return customersStatement(query, context);
    case 'rfm_segments':
      return rfmSegmentsStatement(query, context);
    case 'values':
      return valuesStatement(query, context);
    case 'kpis':
      return kpisStatement(query, context);
    default:
      return undefined;
  }
}
