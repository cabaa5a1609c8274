import { averagePrecision, rocAuc } from '../evaluation';
import type { LabelledMatrix } from '../features/matrix';
import { columnOf, RETURN_CHANCE, withDerived } from '../model/derived-features';
import { rawProbabilities } from '../model/churn-model';
import type { FoldRow, ScoredBy } from '../model/quality';
import type { Fitted } from './fit';

/** Customers at an evaluation cut with what was predicted of them and what they did. */
export interface Judged {
  matrix: LabelledMatrix;
  /** Scores of returning by the model (uncalibrated probability) and by what it is compared with. */
  scores: Record<ScoredBy, Float64Array>;
}

/** What a model that was fitted to earlier cuts says of the customers at a later one. */
export function judge(fitted: Fitted, later: LabelledMatrix): Judged {
  const matrix = withDerived(later, fitted.rhythm, later.horizonDays);
  return {
    matrix,
    scores: {
      model: rawProbabilities(fitted.parts, matrix.columns),
      recency: columnOf(matrix, 'recency_days').map((days) => -days),
      bgnbd: columnOf(matrix, RETURN_CHANCE.key),
    },
  };
}

/** The fold's row of the table that is shown. */
export function foldRow(
  name: string,
  role: FoldRow['role'],
  { matrix, scores }: Judged,
  trainingCuts: readonly string[],
  { rows, returners }: Fitted,
): FoldRow {
  const each = (measure: (own: Float64Array) => number): Record<ScoredBy, number> => ({
    model: measure(scores.model),
    recency: measure(scores.recency),
    bgnbd: measure(scores.bgnbd),
  });
  return {
    fold: name,
    role,
    cut: matrix.cut,
    trainingCuts,
    trainingRows: rows,
    trainingReturners: returners,
    customers: matrix.length,
    returners: matrix.returned.reduce((sum, label) => sum + label, 0),
    rocAuc: each((own) => rocAuc(own, matrix.returned).value),
    prAuc: each((own) => averagePrecision(own, matrix.returned, { resamples: 0 }).value),
  };
}
