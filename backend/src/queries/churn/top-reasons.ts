import type { Language } from '../../contract';
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
 * What weighs most for the high-risk customers of each group: the labels of those features that together raise their
 * churn probability, such as "Time since the last order", the heaviest first; none for a group without any such customer, or
 * without room to look.
 */
export async function topReasons(
  grouping: Grouping,
  groups: readonly string[],
  scored: ScoredCustomers,
  context: QueryContext,
): Promise<string[][]> {
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
    return contributions ? raising(read({ contributions }, scored.model.typical), context.language) : [];
  });
}

/** Thousands of cities would take long to explain: the first, which have the most revenue at risk, are. */
function largestGroupsOnly(rows: readonly Row[], groups: readonly string[]): Row[] {
  const wanted = new Set(groups.slice(0, EXPLAINED));
  return rows.filter((row) => wanted.has(String(row.group_name)));
}

/** The groups of features that raise the churn probability, those that raise it most first. */
function raising(reasons: readonly Reason[], language: Language): string[] {
  const groups = groupReasons(reasons, language).filter(({ contribution }) => contribution > 0);
  return groups.toSorted((a, b) => b.contribution - a.contribution).map(({ label }) => label);
}
