import { RISK_BANDS, SEGMENTS, type FieldConfig, type Narrowing, type RiskMeasure, type Status } from '../../contract';
import type { Row, SqlParameters } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import { bind, customerCondition, where, type Condition } from '../filters';
import { statusCondition } from '../page';
import { fill } from '../template';
import { FIELD_CONFIG, SUM_CONFIG } from './field-config';
import riskGroupsSql from './sql/risk-groups.sql';

/** Which customers count, and by what they are grouped. */
export interface Grouping extends Narrowing {
  /** SQL of the group's name. */
  dimension: string;
  status?: Status[];
  /** The first so many groups; absent: all. */
  limit?: number;
  /** By which the largest come first; absent: revenue at risk. */
  measure?: RiskMeasure;
  /** True: the smallest come first. */
  ascending?: boolean;
  /** Further conditions that customers must meet. */
  also?: readonly Condition[];
}

/** Columns to group customers by; `city` with its state, since cities of one name lie in several states. */
export const GROUP_SQL = {
  segment: 'segment',
  state: 'state',
  band: 'band',
  city: "city || ' (' || state || ')'",
} as const;

/** Customers of a scored table that count. */
export function groupConditions(grouping: Grouping, asOf: string): Condition[] {
  return [customerCondition(grouping, asOf), statusCondition(grouping), ...(grouping.also ?? [])];
}

/** One row per group, `group_name` and every risk measure, in the order of one measure. */
export function riskGroups(grouping: Grouping, table: string, asOf: string, context: QueryContext): Promise<Row[]> {
  const conditions = groupConditions(grouping, asOf);
  const sql = fill(riskGroupsSql, {
    dimension: grouping.dimension,
    customers: table,
    where: where(...conditions.map((one) => one.sql)),
    order: `${grouping.measure ?? 'revenue_at_risk'} ${grouping.ascending ? 'ASC' : 'DESC'}`,
    limit: grouping.limit === undefined ? '' : 'LIMIT $limit',
  });
  const own: SqlParameters = grouping.limit === undefined ? {} : { limit: grouping.limit };
  return context.engine.rows(sql, bind(own, ...conditions), context.signal);
}

/** Unit, decimals and meaning of a measure of many customers. */
export const measureConfig = (measure: RiskMeasure): FieldConfig => ({
  ...FIELD_CONFIG[measure],
  ...SUM_CONFIG[measure],
});

const KNOWN_ORDER: readonly string[] = [...SEGMENTS, ...RISK_BANDS];

/** Segments and bands from best to worst and worst to best, as everywhere; other names keep their order. */
export function inKnownOrder(names: readonly string[]): string[] {
  return [...names].sort((a, b) => KNOWN_ORDER.indexOf(a) - KNOWN_ORDER.indexOf(b));
}
