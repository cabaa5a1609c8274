import { calibrateAll, type Calibration } from '../calibration';
import {
  evaluate,
  evaluateRanking,
  permutationImportance,
  seededRandom,
  shuffle,
  type Evaluation,
  type Ranking,
} from '../evaluation';
import { rawProbabilities } from '../model/churn-model';
import type {
  CalibrationRow,
  ConfusionReport,
  ImportanceRow,
  LiftRow,
  MetricRow,
  QualityReport,
  ScoredBy,
} from '../model/quality';
import type { JudgedFold } from './folds';

export interface Assessment {
  /** All but the folds, which the caller has. */
  report: Omit<QualityReport, 'folds' | 'comparison'>;
  rocAuc: { value: number; standardError: number | null };
}

/** Judges the test fold's model in full, its probabilities calibrated on earlier cuts. */
export async function assess(
  { fitted, judged }: JudgedFold,
  calibration: Calibration,
  threshold: number,
): Promise<Assessment> {
  const { matrix, scores } = judged;
  const { returned } = matrix;
  const probabilities = calibrateAll(calibration, scores.model);
  const found = evaluate(probabilities, returned, threshold);
  return {
    rocAuc: found.rocAuc,
    report: {
      testCut: matrix.cut,
      customers: found.customers,
      returners: found.returners,
      metrics: [
        ...rankingMetrics('model', found),
        ...probabilityMetrics(found),
        ...rankingMetrics('recency', evaluateRanking(scores.recency, returned)),
        ...rankingMetrics('bgnbd', evaluateRanking(scores.bgnbd, returned)),
      ],
      calibration: calibrationRows(found),
      lift: liftRows(found),
      confusion: confusionReport(found),
      importance: await importanceOf(fitted, matrix.columns, returned),
    },
  };
}

function rankingMetrics(model: ScoredBy, found: Ranking): MetricRow[] {
  const better = 'higher' as const;
  return [
    { model, metric: 'roc_auc', ...interval(found.rocAuc), better },
    { model, metric: 'pr_auc', ...interval(found.prAuc), better },
    { model, metric: 'lift_at_10', value: found.liftTop10, better },
    { model, metric: 'captured_at_10', value: found.liftTop10 / 10, better },
  ];
}

function interval({ value, low, high }: { value: number; low: number | null; high: number | null }) {
  return { value, ...(low === null ? {} : { low }), ...(high === null ? {} : { high }) };
}

function probabilityMetrics({ brier, logLoss, calibrationError }: Evaluation): MetricRow[] {
  return [
    { model: 'model', metric: 'brier', value: brier.value, better: 'lower' },
    { model: 'model', metric: 'brier_skill', value: brier.skill ?? 0, better: 'higher' },
    { model: 'model', metric: 'log_loss', value: logLoss, better: 'lower' },
    { model: 'model', metric: 'calibration_error', value: calibrationError, better: 'lower' },
  ];
}

/** As churn probabilities. */
function calibrationRows({ calibration }: Evaluation): CalibrationRow[] {
  return calibration
    .map(({ predicted, observed, low, high, customers }) => ({
      predicted: 1 - predicted,
      observed: 1 - observed,
      low: 1 - high,
      high: 1 - low,
      customers,
    }))
    .reverse();
}

function liftRows({ lift, returnRate }: Evaluation): LiftRow[] {
  let customers = 0;
  let returners = 0;
  return lift.map((bin) => {
    customers += bin.customers;
    returners += bin.returners;
    return {
      decile: bin.decile,
      customers: bin.customers,
      returners: bin.returners,
      capturedShare: bin.cumulativeCapturedShare,
      lift: returners / customers / returnRate,
      returnRate: bin.returnRate,
    };
  });
}

function confusionReport({ confusion }: Evaluation): ConfusionReport {
  const { precision, recall, f1 } = confusion;
  return { ...confusion, precision: precision ?? 0, recall: recall ?? 0, f1: f1 ?? 0 };
}

/** Leavers beyond these are left out: they say little more, and every shuffle scores all rows. */
const MOST_LEAVERS = 4_000;
const REPEATS = 3;

async function importanceOf(
  { parts, features }: JudgedFold['fitted'],
  columns: readonly Float64Array[],
  returned: Uint8Array,
): Promise<ImportanceRow[]> {
  const rows = sampleRows(returned);
  const found = await permutationImportance({
    columns: columns.map((column) => Float64Array.from(rows, (row) => column[row]!)),
    returned: Uint8Array.from(rows, (row) => returned[row]!),
    predict: (shuffled) => rawProbabilities(parts, shuffled),
    repeats: REPEATS,
  });
  return found
    .map(({ importance, deviation }, i) => ({ feature: features[i]!, importance, deviation: deviation ?? 0 }))
    .sort((one, other) => other.importance - one.importance);
}

/** Everyone who returned and a sample of the others: ROC-AUC does not depend on how many of each there are. */
function sampleRows(returned: Uint8Array): Int32Array {
  const all = Int32Array.from(returned.keys());
  const leavers = all.filter((row) => returned[row] === 0);
  shuffle(leavers, seededRandom(1));
  return Int32Array.from([...all.filter((row) => returned[row] === 1), ...leavers.subarray(0, MOST_LEAVERS)]).sort();
}
