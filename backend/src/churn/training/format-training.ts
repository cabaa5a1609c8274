import { EVENT_FEATURES } from '../features/feature-specs';
import type { FoldRow, MetricRow, ScoredBy } from '../model/quality';
import type { Trained } from './train';

const NAMES: Record<ScoredBy, string> = { model: 'Model', recency: 'Recency alone', bgnbd: 'BG/NBD' };

/** The fold table, the comparison on the test customers and what to know of the model, as text for a terminal. */
export function formatTraining({ model, calibration, seconds }: Trained): string {
  const { facts, quality, gates, features } = model;
  const ofEvents = features.filter((key) => EVENT_FEATURES.includes(key));
  const failed = gates.filter((gate) => !gate.passed).map((gate) => `  ! ${gate.message}`);
  return [
    `Churn within ${facts.horizonDays} days: ${facts.description}, ${facts.trees} trees, seed ${facts.seed}`,
    '',
    'Purged time-series split (ROC-AUC / PR-AUC of returning)',
    ...foldTable(quality.folds),
    '',
    `Test at ${quality.testCut}: ${count(quality.customers)} customers, ${count(quality.returners)} came back (${share(quality.returners / quality.customers)})`,
    ...metricTable(quality.metrics),
    '',
    `Calibration: ${calibration.reason}`,
    `Serving model: fitted to ${count(facts.trainingRows)} rows at ${facts.trainingCuts.length} cuts, ${facts.trainingCuts[0]} to ${facts.trainingCuts.at(-1)}`,
    ...(ofEvents.length > 0 ? [`Learnt from events other than orders: ${ofEvents.join(', ')}`] : []),
    ...failed,
    `Trained in ${seconds.toFixed(1)} s`,
  ].join('\n');
}

function foldTable(folds: readonly FoldRow[]): string[] {
  const head = ['Fold', 'Cut', 'Learnt from', 'Rows', 'Customers', 'Back', 'Model', 'Recency', 'BG/NBD'];
  const cell = (row: FoldRow, by: ScoredBy): string => `${row.rocAuc[by].toFixed(3)} / ${row.prAuc[by].toFixed(4)}`;
  const rows = folds.map((row) => [
    row.fold,
    row.cut,
    `${row.trainingCuts[0]} … ${row.trainingCuts.at(-1)} (${row.trainingCuts.length})`,
    count(row.trainingRows),
    count(row.customers),
    count(row.returners),
    cell(row, 'model'),
    cell(row, 'recency'),
    cell(row, 'bgnbd'),
  ]);
  return table([head, ...rows], 3);
}

const METRIC_NAMES: Record<MetricRow['metric'], string> = {
  roc_auc: 'ROC-AUC',
  pr_auc: 'PR-AUC of returning',
  lift_at_10: 'Lift at 10%',
  captured_at_10: 'Captured at 10%',
  brier: 'Brier score',
  brier_skill: 'Brier skill',
  log_loss: 'Log loss',
  calibration_error: 'Expected calibration error',
};

function metricTable(metrics: readonly MetricRow[]): string[] {
  const models = ['model', 'recency', 'bgnbd'] as const;
  const names = [...new Set(metrics.map(({ metric }) => metric))];
  const cell = (metric: MetricRow['metric'], model: ScoredBy): string => {
    const row = metrics.find((one) => one.metric === metric && one.model === model);
    if (!row) return '';
    const interval = row.low === undefined ? '' : ` (${row.low.toFixed(3)} to ${row.high?.toFixed(3)})`;
    return `${row.value.toFixed(4)}${interval}`;
  };
  const rows = names.map((metric) => [METRIC_NAMES[metric], ...models.map((model) => cell(metric, model))]);
  return table([['', ...models.map((model) => NAMES[model])], ...rows], 1);
}

/** Columns as wide as their widest cell; those from `numbersFrom` on are flush right. */
export function table(rows: readonly (readonly string[])[], numbersFrom: number): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const pad = (text: string, column: number): string =>
    column < numbersFrom ? text.padEnd(widths[column]!) : text.padStart(widths[column]!);
  return rows.map((row) => `  ${row.map(pad).join('  ')}`.trimEnd());
}

const count = (value: number): string => value.toLocaleString('en-US');
const share = (value: number): string => `${(value * 100).toFixed(2)}%`;
