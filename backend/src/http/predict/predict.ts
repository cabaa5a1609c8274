import type { Frame } from '../../contract';
import type { Prediction, RowError } from '../../contract/rest/schemas';
import { AnswerError, type Predict } from '../ask';
import { frameNamed, rowsOf } from '../rows';
import { failed, outcomeOf, PREDICTED_ROW, type Outcome } from './outcome';
import type { PredictRow } from './row';

export interface Predicted {
  predictions: Prediction[];
  errors: RowError[];
  /** Frames that the predictions come from. */
  frames: readonly Frame[];
}

/**
 * Predictions for rows, in their order; a row that cannot be predicted is among the errors and holds up no other.
 *
 * @throws AnswerError when no row at all has a prediction, or none is possible (no warehouse, no model)
 */
export async function predict(rows: readonly PredictRow[], ask: Predict, asOf?: string): Promise<Predicted> {
  const frames = await ask(
    rows.filter(({ error }) => error === undefined).map(({ customer, features }) => ({ customer, features })),
    asOf,
  );
  const predicted = rowsOf(frameNamed(frames, 'predictions'), PREDICTED_ROW).values();
  const outcomes = rows.map(({ row, error }): Outcome => {
    if (error !== undefined) return { row, error, status: 400 };
    return outcomeOf(row, predicted.next().value ?? {});
  });
  const predictions = outcomes.flatMap((outcome) => (failed(outcome) ? [] : [outcome]));
  if (predictions.length === 0) throw nothingPredicted(outcomes);
  const errors = outcomes.filter(failed).map(({ row, error }) => ({ row, error }));
  return { predictions, errors, frames };
}

function nothingPredicted(outcomes: readonly Outcome[]): AnswerError {
  const [first] = outcomes.filter(failed);
  const message = first?.error ?? 'There are no rows.';
  if (outcomes.length <= 1) return new AnswerError(first?.status ?? 400, message);
  return new AnswerError(
    first?.status ?? 400,
    `None of the ${outcomes.length} rows has a prediction. Row ${first?.row}: ${message}`,
  );
}
