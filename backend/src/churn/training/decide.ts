import type { ComparisonRow } from '../model/quality';

/** How good a model is on the test customers. */
export type Metrics = Pick<ComparisonRow, 'rocAuc' | 'prAuc' | 'logLoss'>;

/** An algorithm with what its model reached. */
export type Contender = Omit<ComparisonRow, 'role' | 'verdict'>;

/**
 * Who serves: the first is the champion. A challenger takes its place only with a ROC-AUC better by at least the margin
 * and a PR-AUC no worse; of several such, the one with the best ROC-AUC, the earlier of equals. A champion without
 * metrics has no claim to stay against a challenger that has them.
 */
export function decide(contenders: readonly Contender[], margin: number): { winner: number; rows: ComparisonRow[] } {
  const [champion, ...challengers] = contenders;
  if (!champion) throw new RangeError('There are no models to compare.');
  const winner = challengers.reduce(
    (best, one, i) => (isBetter(one, champion, margin) && !(contenders[best]!.rocAuc >= one.rocAuc) ? i + 1 : best),
    0,
  );
  const rows = contenders.map((one, i) => ({
    ...one,
    role: i === 0 ? ('champion' as const) : ('challenger' as const),
    verdict: verdict(i === 0, i === winner, winner > 0 && isBetter(one, champion, margin), margin),
  }));
  return { winner, rows };
}

function isBetter(one: Metrics, champion: Metrics, margin: number): boolean {
  if (Number.isNaN(one.rocAuc) || Number.isNaN(one.prAuc)) return false;
  return !(one.rocAuc < champion.rocAuc + margin) && !(one.prAuc < champion.prAuc);
}

function verdict(isChampion: boolean, wins: boolean, better: boolean, margin: number): string {
  if (isChampion) return wins ? 'stays champion' : 'is replaced';
  if (wins) return 'becomes champion';
  return better
    ? 'better, but another challenger is better still'
    : `not better by ${margin} in ROC-AUC with as good a PR-AUC`;
}
