import { MAX_FEATURE_ROWS, MAX_PREDICT_ROWS } from '../../contract/rest/schemas';
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
  if (rows > MAX_PREDICT_ROWS) throw tooMany(MAX_PREDICT_ROWS, 'rows');
}

/** @throws AnswerError 413 */
export function refuseTooManyDescribed(rows: readonly PredictRow[]): void {
  const described = rows.reduce((count, { features }) => count + (features ? 1 : 0), 0);
  if (described > MAX_FEATURE_ROWS) throw tooMany(MAX_FEATURE_ROWS, 'rows with features');
}

const tooMany = (limit: number, what: string): AnswerError =>
  new AnswerError(413, `There are more than ${limit.toLocaleString('en-US')} ${what}, the most at once.`);
