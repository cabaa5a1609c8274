import { SEGMENTS, type ValuesQuery } from '../../contract';
import { hasFilters, lineCondition } from '../filters';
import { literal } from '../sql-literals';
import { holdsText, isLineDimension, LINE_COLUMN, MAX_VALUES } from '../values/of-lines';
import { asOfSql, CUSTOMERS_AS_OF, firstCtes, laidOut, type SqlContext, whereBlock } from './pieces';
import valuesSql from './sql/values.sql';

/** The values of a dimension of what was sold, or all segments; undefined for others, which no one statement gives. */
export function valuesStatement(query: ValuesQuery, context: SqlContext): string | undefined {
  const { dimension = 'state', within = 'all_time', limit = MAX_VALUES } = query;
  if (dimension === 'segment') return isNarrowed(query) ? undefined : ALL_SEGMENTS;
  if (!isLineDimension(dimension)) return undefined;
  const column = LINE_COLUMN[dimension];
  const conditions = [
    lineCondition(query, CUSTOMERS_AS_OF),
    within === 'time_range' ? '$__timeFilter(purchased_at)' : '',
    holdsText(column, query),
  ];
  return laidOut(valuesSql, {
    with: firstCtes(query, context),
    column,
    where: whereBlock(conditions, asOfSql(query, context), 2),
    limit: String(limit),
  });
}

const ALL_SEGMENTS = `SELECT name AS text, name AS value\nFROM (SELECT unnest(${literal(SEGMENTS)}) AS name)`;

const isNarrowed = (query: ValuesQuery): boolean =>
  hasFilters(query) || query.within === 'time_range' || query.limit !== undefined || Boolean(query.search?.trim());
