import type { InLanguages, Language, QualityView } from '../../../contract';
import type { QualityReport } from '../../../churn/model/quality';
import type { DriftRow, ServedModel } from '../../../churn/scoring/scored';
import { longDay } from '../../wording';
import type { CellKind, CellRow } from '../cells';
import { gateMessage } from '../gate-message';
import { specOf } from '../reasons';

/** A view as a table: what each column holds, in their order, and the rows. */
export interface View {
  columns: Readonly<Record<string, CellKind>>;
  rows(model: ServedModel, language: Language): CellRow[];
}

const numbers = (...names: string[]): Record<string, CellKind> =>
  Object.fromEntries(names.map((name) => [name, 'number' as const]));
const texts = (...names: string[]): Record<string, CellKind> =>
  Object.fromEntries(names.map((name) => [name, 'text' as const]));

/** The views that need the saved model alone. */
export const MODEL_VIEWS: Record<Exclude<QualityView, 'facts' | 'drift' | 'health' | 'figures'>, View> = {
  metrics: {
    columns: { ...texts('model', 'metric'), ...numbers('value', 'low', 'high'), ...texts('better') },
    rows: ({ quality }) => quality.metrics.map((row) => ({ ...row })),
  },
  folds: {
    columns: {
      ...texts('fold', 'role', 'cut'),
      ...numbers('customers', 'returners', 'return_rate'),
      // Each baseline beside the model: a table that sorts its columns by name would do so in one language only.
      ...numbers('roc_auc', 'recency_roc_auc', 'bgnbd_roc_auc', 'pr_auc', 'recency_pr_auc', 'bgnbd_pr_auc'),
      ...texts('training_cuts'),
    },
    rows: ({ quality }, language) => quality.folds.map((fold) => foldRow(fold, language)),
  },
  calibration: {
    columns: {
      ...numbers('predicted', 'observed', 'low', 'high', 'customers'),
      ...texts('decile'),
      ...numbers('expected_returners', 'actual_returners', 'expected_return', 'actual_return', 'perfect'),
    },
    rows: ({ quality }) => quality.calibration.map(calibrationRow),
  },
  lift: {
    columns: numbers('decile', 'customers', 'returners', 'captured_share', 'lift', 'return_rate'),
    rows: ({ quality }) =>
      quality.lift.map((row) => ({ ...row, captured_share: row.capturedShare, return_rate: row.returnRate })),
  },
  confusion: {
    columns: { ...texts('actual', 'predicted'), ...numbers('customers', 'share') },
    rows: ({ quality }) => confusionRows(quality),
  },
  importance: {
    columns: { ...texts('feature', 'label'), ...numbers('importance', 'deviation') },
    rows: ({ quality }, language) =>
      [...quality.importance]
        .sort((a, b) => b.importance - a.importance)
        .map((row) => ({ ...row, label: specOf(row.feature, language).label })),
  },
  comparison: {
    columns: { ...texts('model', 'role'), ...numbers('roc_auc', 'pr_auc', 'log_loss'), ...texts('verdict') },
    rows: ({ quality }) =>
      quality.comparison.map((row) => ({ ...row, roc_auc: row.rocAuc, pr_auc: row.prAuc, log_loss: row.logLoss })),
  },
  gates: {
    columns: { ...texts('gate'), ...numbers('required', 'actual'), passed: 'bool', hard: 'bool', ...texts('message') },
    rows: ({ gates, facts }, language) =>
      gates.map((gate) => ({ ...gate, message: gateMessage(gate, facts.horizonDays, language) })),
  },
};

export const DRIFT_COLUMNS: View['columns'] = { ...texts('feature', 'label'), ...numbers('psi'), ...texts('level') };

const SCORE: InLanguages<string> = { en: 'Score', 'pt-BR': 'Pontuação' };

export const driftRows = (drift: readonly DriftRow[], language: Language): CellRow[] =>
  drift.map((row) => ({
    ...row,
    label: row.feature === 'score' ? SCORE[language] : specOf(row.feature, language).label,
  }));

/** A bin of the calibration, also in people and as chances of returning: both say more than 0.987 against 0.990. */
function calibrationRow(row: QualityReport['calibration'][number], index: number): CellRow {
  const [expected, actual] = [1 - row.predicted, 1 - row.observed];
  return {
    ...row,
    decile: String(index + 1),
    expected_returners: expected * row.customers,
    actual_returners: Math.round(actual * row.customers),
    expected_return: expected,
    actual_return: actual,
    perfect: expected,
  };
}

function foldRow(fold: QualityReport['folds'][number], language: Language): CellRow {
  return {
    fold: fold.fold,
    role: fold.role,
    cut: longDay(fold.cut, language),
    training_cuts: fold.trainingCuts.map((day) => longDay(day, language)).join(', '),
    customers: fold.customers,
    returners: fold.returners,
    return_rate: fold.customers === 0 ? null : fold.returners / fold.customers,
    roc_auc: fold.rocAuc.model,
    pr_auc: fold.prAuc.model,
    recency_roc_auc: fold.rocAuc.recency,
    recency_pr_auc: fold.prAuc.recency,
    bgnbd_roc_auc: fold.rocAuc.bgnbd,
    bgnbd_pr_auc: fold.prAuc.bgnbd,
  };
}

/** The four cells: who came back or not, and what was predicted; each with its share of those who really did so. */
function confusionRows({ confusion }: QualityReport): CellRow[] {
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = confusion;
  const cell = (actual: string, predicted: string, customers: number, other: number): CellRow => {
    const all = customers + other;
    return { actual, predicted, customers, share: all === 0 ? null : customers / all };
  };
  return [
    cell('returned', 'returns', truePositives, falseNegatives),
    cell('returned', 'stays away', falseNegatives, truePositives),
    cell('stayed away', 'returns', falsePositives, trueNegatives),
    cell('stayed away', 'stays away', trueNegatives, falsePositives),
  ];
}
