import type { Frame } from '../../contract';
import type { Prediction, RowError } from '../../contract/rest/schemas';
import { AnswerError, type Ask } from '../ask';
import { frameNamed, rowsOf } from '../rows';
import { knownCustomers, type KnownCustomers } from './known-customers';
import { failed, predictionOf, WHAT_IF_ROW, type Outcome } from './outcome';
import { refuseTooManyDescribed, type PredictRow } from './row';

export interface Predicted {
  predictions: Prediction[];
  errors: RowError[];
  /** Frames that the predictions come from. */
  frames: readonly Frame[];
}

/** So many predictions from features are under way at once. */
const AT_ONCE = 8;

/**
 * Predictions for rows, in their order; a row that cannot be predicted is among the errors and holds up no other.
 *
 * @throws AnswerError when no row at all has a prediction, or none is possible (no warehouse, no model)
 */
export async function predict(rows: readonly PredictRow[], ask: Ask, asOf?: string): Promise<Predicted> {
  refuseTooManyDescribed(rows);
  const known = await knownCustomers(rows.flatMap(idToLookUp), ask, asOf);
  const frames = [...known.frames];
  const outcomes: Outcome[] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = await Promise.all(rows.slice(at, at + AT_ONCE).map((row) => outcomeOf(row, known, ask, asOf)));
    for (const { outcome, frame } of some) {
      outcomes.push(outcome);
      // All predictions of a request come from the same data: the first says which.
      if (frame && frames.length === 0) frames.push(frame);
    }
  }
  const predictions = outcomes.flatMap((outcome) => (failed(outcome) ? [] : [outcome]));
  if (predictions.length === 0) throw nothingPredicted(outcomes);
  const errors = outcomes.filter(failed).map(({ row, error }) => ({ row, error }));
  return { predictions, errors, frames };
}

const idToLookUp = ({ customer, features, error }: PredictRow): string[] =>
  customer === undefined || features !== undefined || error !== undefined ? [] : [customer];

interface Answered {
  outcome: Outcome;
  frame?: Frame;
}

async function outcomeOf(given: PredictRow, known: KnownCustomers, ask: Ask, asOf?: string): Promise<Answered> {
  const { row, customer, features, error } = given;
  if (error !== undefined) return { outcome: { row, error, status: 400 } };
  if (features) return whatIf(given, ask, asOf);
  const found = known.find(customer ?? '');
  if (typeof found === 'string') return { outcome: { row, error: found, status: 404 } };
  return { outcome: predictionOf(row, found, found.customer_id) };
}

/** Statuses that speak of one row; any other speaks of them all. A customer without a purchase has no score (422). */
const ofOneRow = (status: number, customer?: string): boolean =>
  status === 400 || status === 404 || (status === 422 && customer !== undefined);

async function whatIf({ row, customer, features }: PredictRow, ask: Ask, asOf?: string): Promise<Answered> {
  try {
    const frames = await ask({ kind: 'what_if', customer, changes: features, asOf });
    const frame = frameNamed(frames, 'what_if');
    const [scored] = rowsOf(frame, WHAT_IF_ROW);
    if (!scored) return { outcome: { row, error: `There is no customer ${JSON.stringify(customer)}.`, status: 404 } };
    return { outcome: predictionOf(row, scored, customer), frame };
  } catch (error) {
    if (!(error instanceof AnswerError) || !ofOneRow(error.statusCode, customer)) throw error;
    return { outcome: { row, error: error.message, status: error.statusCode } };
  }
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
