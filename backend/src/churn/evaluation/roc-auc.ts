import { checkBothClasses } from './check';
import { type Estimate, Z95 } from './interval';
import { groupByScore, type ScoreGroups } from './score-groups';

export interface RocAuc extends Estimate {
  /** DeLong's; null with fewer than two returners or two leavers. */
  standardError: number | null;
}

/**
 * Area under the ROC curve: the probability that a returner scores above a leaver, equal scores counting half. Standard
 * error and 95% interval (held inside 0..1) by DeLong, DeLong and Clarke-Pearson, "Comparing the Areas under Two or
 * More Correlated Receiver Operating Characteristic Curves", Biometrics 44 (1988).
 *
 * @throws EvaluationError on bad input, or when only one class is there
 */
export function rocAuc(scores: Float64Array, returned: Uint8Array): RocAuc {
  const { returners, leavers } = checkBothClasses(scores, returned);
  const groups = groupByScore(scores, returned);
  const { value, returnerSquares, leaverSquares } = placements(groups, returners, leavers);
  if (returners < 2 || leavers < 2) return { value, standardError: null, low: null, high: null };
  const variance = returnerSquares / (returners - 1) / returners + leaverSquares / (leavers - 1) / leavers;
  const standardError = Math.sqrt(Math.max(0, variance));
  return {
    value,
    standardError,
    low: Math.max(0, value - Z95 * standardError),
    high: Math.min(1, value + Z95 * standardError),
  };
}

/** The area with no interval, for where it is computed many times. */
export function rocAucValue(scores: Float64Array, returned: Uint8Array): number {
  const { returners, leavers } = checkBothClasses(scores, returned);
  return placements(groupByScore(scores, returned), returners, leavers).value;
}

/**
 * The area, and the squared deviations from it of each customer's own share of the other class that it is ranked right
 * against.
 */
function placements(groups: ScoreGroups, returners: number, leavers: number) {
  const size = groups.scores.length;
  const ofReturner = new Float64Array(size);
  const ofLeaver = new Float64Array(size);
  let value = 0;
  let returnersAbove = 0;
  let leaversBelow = leavers;
  for (let g = 0; g < size; g++) {
    const [own, others] = [groups.returners[g]!, groups.leavers[g]!];
    leaversBelow -= others;
    ofReturner[g] = (leaversBelow + others / 2) / leavers;
    ofLeaver[g] = (returnersAbove + own / 2) / returners;
    returnersAbove += own;
    value += (own * ofReturner[g]!) / returners;
  }
  let returnerSquares = 0;
  let leaverSquares = 0;
  for (let g = 0; g < size; g++) {
    returnerSquares += groups.returners[g]! * (ofReturner[g]! - value) ** 2;
    leaverSquares += groups.leavers[g]! * (ofLeaver[g]! - value) ** 2;
  }
  return { value, returnerSquares, leaverSquares };
}
