import { MAX_PREDICT_ROWS } from '../../contract/rest/schemas';
import { AnswerError } from '../ask';

/** One row of a request for predictions: a known customer, a described one, or a known one with features changed. */
export interface PredictRow {
  /** Place in the request, for the caller. */
  row: number;
  customer?: string;
  features?: Readonly<Record<string, number>>;
  /** What is wrong with it, when it cannot be scored. */
  error?: string;
}

/** @throws AnswerError 413 */
export function refuseTooMany(rows: number): void {
  if (rows <= MAX_PREDICT_ROWS) return;
  throw new AnswerError(
    413,
    `There are more than ${MAX_PREDICT_ROWS.toLocaleString('en-US')} rows, the most at once: send them in several requests.`,
  );
}
