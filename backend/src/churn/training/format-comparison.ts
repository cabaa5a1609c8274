import type { Comparison } from './compare';
import { table } from './format-training';

/** The comparison as a table for a terminal, and who won. */
export function formatComparison({ rows, winner, margin }: Comparison): string {
  const head = ['Model', 'Role', 'ROC-AUC', 'PR-AUC', 'Log loss', 'Seconds', 'Verdict'];
  const cells = rows.map((row) => [
    row.model,
    row.role,
    row.rocAuc.toFixed(4),
    row.prAuc.toFixed(4),
    row.logLoss.toFixed(5),
    row.seconds.toFixed(1),
    row.verdict,
  ]);
  return [
    `Same customers, same purged split, test at ${winner.quality.testCut}; margin ${margin}`,
    ...table([head, ...cells], 2),
    `Winner: ${winner.facts.algorithm} (${winner.facts.description}), model ${winner.facts.id}`,
  ].join('\n');
}
