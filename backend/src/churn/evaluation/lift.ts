import { checkBothClasses } from './check';
import { EvaluationError } from './error';
import { groupByScore, type ScoreGroups } from './score-groups';

export interface LiftBin {
  /** From 1, the customers most likely to come back. */
  decile: number;
  customers: number;
  /** A fraction where customers with equal scores fall on both sides of an edge: they are spread evenly. */
  returners: number;
  returnRate: number;
  /** Return rate as a multiple of everyone's. */
  lift: number;
  /** Share of all returners in this bin. */
  capturedShare: number;
  /** Share of all returners in this bin and those above it. */
  cumulativeCapturedShare: number;
}

/**
 * Lift and captured share in bins of equally many customers by score, the highest first; bins without a customer (fewer
 * customers than bins) are left out.
 *
 * @throws EvaluationError on bad input, or when only one class is there
 */
export function liftByDecile(scores: Float64Array, returned: Uint8Array, bins = 10): LiftBin[] {
  if (!Number.isInteger(bins) || bins < 1)
    throw new EvaluationError('option', `${bins} bins: give a whole number from 1.`);
  const { returners } = checkBothClasses(scores, returned);
  const groups = groupByScore(scores, returned);
  const edges = Array.from({ length: bins + 1 }, (_, bin) => Math.round((bin * scores.length) / bins));
  const captured = returnersWithin(groups, edges);
  return edges
    .slice(1)
    .map((edge, bin) => {
      const customers = edge - edges[bin]!;
      const found = captured[bin + 1]! - captured[bin]!;
      return {
        decile: bin + 1,
        customers,
        returners: found,
        returnRate: found / customers,
        lift: found / customers / (returners / scores.length),
        capturedShare: found / returners,
        cumulativeCapturedShare: captured[bin + 1]! / returners,
      };
    })
    .filter((bin) => bin.customers > 0);
}

/**
 * Return rate among the given share of customers with the highest scores, as a multiple of everyone's; customers with
 * equal scores at the edge count in part.
 *
 * @throws EvaluationError on bad input, when only one class is there, or for a share outside (0, 1]
 */
export function liftAt(scores: Float64Array, returned: Uint8Array, share: number): number {
  if (!(share > 0 && share <= 1))
    throw new EvaluationError('option', `A share of ${share}: give one above 0 and at most 1, such as 0.1.`);
  const { returners } = checkBothClasses(scores, returned);
  const customers = share * scores.length;
  const found = returnersWithin(groupByScore(scores, returned), [customers])[0]!;
  return found / customers / (returners / scores.length);
}

/** For ascending numbers of customers, the returners among so many with the highest scores. */
function returnersWithin(groups: ScoreGroups, edges: readonly number[]): number[] {
  let group = 0;
  let seen = 0;
  let found = 0;
  return edges.map((edge) => {
    while (group < groups.scores.length && seen + sizeOf(groups, group) <= edge) {
      seen += sizeOf(groups, group);
      found += groups.returners[group]!;
      group++;
    }
    if (group === groups.scores.length) return found;
    return found + (groups.returners[group]! * (edge - seen)) / sizeOf(groups, group);
  });
}

function sizeOf(groups: ScoreGroups, group: number): number {
  return groups.returners[group]! + groups.leavers[group]!;
}
