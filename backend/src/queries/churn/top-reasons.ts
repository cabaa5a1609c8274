import { groupReasons, type Reason } from '../../churn/reasons';
import type { Explanation, ScoredCustomers } from '../../churn/scoring/scored';
import type { Row } from '../../warehouse/engine';
import type { QueryContext } from '../context';
import { bind, where } from '../filters';
import { fill } from '../template';
import { explainAll } from './explain-all';
import { reasonReader } from './reasons';
import { groupConditions, type Grouping } from './risk-groups';
import highRiskRowsSql from './sql/high-risk-rows.sql';

/** So many customers are explained for all groups together, those with the most revenue at risk in each. */
const EXPLAINED = 1_000;
const MOST_PER_GROUP = 50;

/**
 * What weighs most for the high-risk customers of each group: the label of those features that together raise their
 * churn probability most, such as "Time since the last order"; null for a group without any, or without room to look.
 */
export async function topReasons(
  grouping: Grouping,
  groups: readonly string[],
  scored: ScoredCustomers,
  context: QueryContext,
): Promise<(string | null)[]> {
  const most = Math.max(1, Math.min(MOST_PER_GROUP, Math.floor(EXPLAINED / groups.length)));
  const conditions = groupConditions(grouping, context.asOf);
  const sql = fill(highRiskRowsSql, {
    dimension: grouping.dimension,
    customers: scored.table,
    where: where("band = 'high'", ...conditions.map((one) => one.sql)),
  });
  const rows = await context.engine.rows(sql, bind({ most }, ...conditions), context.signal);
  const kept = largestGroupsOnly(rows, groups);
  const sums = new Map<string, Float64Array>();
  const add = ({ contributions }: Explanation, _values: Float64Array, i: number): void => {
    const group = String(kept[i]?.group_name);
    const own = sums.get(group) ?? new Float64Array(contributions.length);
    sums.set(
      group,
      own.map((sum, feature) => sum + (contributions[feature] ?? 0)),
    );
  };
  const matrixRows = kept.map((row) => Number(row.matrix_row));
  await explainAll(scored, matrixRows, add, context.signal);
  const read = reasonReader(scored.model, { horizonDays: scored.model.facts.horizonDays });
  return groups.map((group) => {
    const contributions = sums.get(group);
    return contributions ? heaviest(read({ contributions }, scored.model.typical)) : null;
  });
}

/** Thousands of cities would take long to explain: the first, which have the most revenue at risk, are. */
function largestGroupsOnly(rows: readonly Row[], groups: readonly string[]): Row[] {
  const wanted = new Set(groups.slice(0, EXPLAINED));
  return rows.filter((row) => wanted.has(String(row.group_name)));
}

/** The group of features that raises the churn probability most. */
function heaviest(reasons: readonly Reason[]): string | null {
  return groupReasons(reasons).find(({ contribution }) => contribution > 0)?.label ?? null;
}
