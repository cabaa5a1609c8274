import { RISK_BANDS, SEGMENTS, type FieldConfig, type Narrowing, type RiskMeasure, type Status } from '../../contract';
import type { Row, SqlParameters } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import { asksWhoBought, bind, customerCondition, where, type Condition } from '../filters';
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

/** What groups are summed from: SQL of the relation, and what it binds. */
interface Summed {
  relation: string;
  parameters: SqlParameters;
}

const eachOf = (table: string): Summed => ({
  relation: `(SELECT *, 1 AS customers, churn_probability AS churn FROM ${table})`,
  parameters: {},
});

const TOTALS = `(SELECT unnest(from_json($totals, '[{"state": "VARCHAR", "segment": "VARCHAR", "band": "VARCHAR",
  "status": "VARCHAR", "customers": "DOUBLE", "churn": "DOUBLE", "revenue_at_risk": "DOUBLE",
  "expected_revenue": "DOUBLE"}]'), recursive := true))`;

/** One row per group, `group_name` and every risk measure, in the order of one measure. */
export function riskGroups(grouping: Grouping, table: string, asOf: string, context: QueryContext): Promise<Row[]> {
  return summedBy(grouping, eachOf(table), asOf, context);
}

/**
 * The same as of a past day. Everyone is scored as of it when it is asked for first; from then on it takes no table of
 * all customers, unless it is asked who bought what.
 *
 * @throws NoScoreError where there is no model, or its gates forbid scores
 */
export async function pastRiskGroups(grouping: Grouping, asOf: string, context: QueryContext): Promise<Row[]> {
  if (!canTotal(grouping)) return context.scored(asOf, ({ table }) => riskGroups(grouping, table, asOf, context));
  const totals = JSON.stringify(await context.scoredTotals(asOf));
  return summedBy(grouping, { relation: TOTALS, parameters: { totals } }, asOf, context);
}

/** Whether totals tell the groups, and who counts in them. */
const canTotal = (grouping: Grouping): boolean =>
  !asksWhoBought(grouping) && grouping.also === undefined && grouping.dimension !== GROUP_SQL.city;

function summedBy(grouping: Grouping, from: Summed, asOf: string, context: QueryContext): Promise<Row[]> {
  const conditions = groupConditions(grouping, asOf);
  const sql = fill(riskGroupsSql, {
    dimension: grouping.dimension,
    customers: from.relation,
    where: where(...conditions.map((one) => one.sql)),
    order: `${grouping.measure ?? 'revenue_at_risk'} ${grouping.ascending ? 'ASC' : 'DESC'}`,
    limit: grouping.limit === undefined ? '' : 'LIMIT $limit',
  });
  const own: SqlParameters =
    grouping.limit === undefined ? from.parameters : { ...from.parameters, limit: grouping.limit };
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
