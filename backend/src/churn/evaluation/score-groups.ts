/**
 * Customers with equal scores together, the highest score first: whatever is computed from it cannot depend on input
 * order.
 */
export interface ScoreGroups {
  /** Distinct scores, descending. */
  scores: Float64Array;
  /** Returners with that score. */
  returners: Float64Array;
  /** Leavers with that score. */
  leavers: Float64Array;
}

/** Groups customers by score; the arguments are taken as checked. */
export function groupByScore(scores: Float64Array, returned: Uint8Array): ScoreGroups {
  const ofReturners = sortedScores(scores, returned, 1);
  const ofLeavers = sortedScores(scores, returned, 0);
  const groups: ScoreGroups = {
    scores: new Float64Array(scores.length),
    returners: new Float64Array(scores.length),
    leavers: new Float64Array(scores.length),
  };
  let count = 0;
  let r = ofReturners.length;
  let l = ofLeavers.length;
  // Typed arrays sort ascending, and much faster so than by a comparator: merge both from their ends.
  while (r > 0 || l > 0) {
    const score = Math.max(r > 0 ? ofReturners[r - 1]! : -Infinity, l > 0 ? ofLeavers[l - 1]! : -Infinity);
    const [rBefore, lBefore] = [r, l];
    while (r > 0 && ofReturners[r - 1] === score) r--;
    while (l > 0 && ofLeavers[l - 1] === score) l--;
    groups.scores[count] = score;
    groups.returners[count] = rBefore - r;
    groups.leavers[count] = lBefore - l;
    count++;
  }
  return {
    scores: groups.scores.slice(0, count),
    returners: groups.returners.slice(0, count),
    leavers: groups.leavers.slice(0, count),
  };
}

function sortedScores(scores: Float64Array, returned: Uint8Array, label: number): Float64Array {
  return scores.filter((_, i) => returned[i] === label).sort();
}
