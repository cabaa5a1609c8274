import { QueryError, type Frame, type Language, type Text, type TimeRange } from '../contract';
import type { RowToPredict } from './churn/predict';

/** The user that stands for Grafana's alert rules, which ask without one. */
export const ALERT_RULES = 'alert rules';

export interface Question {
  /** The query as it arrived: anything. */
  model: unknown;
  range: TimeRange;
  maxDataPoints: number;
  /** Length of one step of the picture, in ms; for SQL. 0 or absent: the range by `maxDataPoints`. */
  intervalMs?: number;
  /** May the caller see customer ids whole? */
  fullIds: boolean;
  /** Is the caller trusted with SQL where only editors are? See `sqlRefusal`. */
  trusted?: boolean;
  /** Who asks, so that one does not keep others waiting; some text that names them. */
  user?: string;
}

/** Customers to predict in one go. */
export interface PredictionRequest {
  rows: readonly RowToPredict[];
  range: TimeRange;
  /** The day as of which customers are judged; absent: the end of the range. */
  asOf?: string;
  fullIds: boolean;
  /** Language of sentences and display names; absent: English. */
  language?: Language;
}

export interface Answer {
  /** The kind as far as it could be read, for metrics; `invalid` when it could not. */
  kind: string;
  /** HTTP-like: 200, 400 (the question is wrong), 403 (not allowed), 422 (no score or forecast), 503 (no warehouse or model yet), 499 (cancelled), 500. */
  status: number;
  frames: Frame[];
  error?: string;
}

/** The last moment (ms) that a date can hold (ECMA-262, time values). */
const LAST_DATE = 8.64e15;

const NO_RANGE: Text = {
  en: 'The time range must have a start and an end, both dates of the calendar.',
  'pt-BR': 'O período precisa de um início e um fim, ambos datas do calendário.',
};
const BACKWARDS: Text = {
  en: 'The time range ends before it begins.',
  'pt-BR': 'O período termina antes de começar.',
};

/** @throws QueryError for a range that no calendar has, or that ends before it begins */
export function checkRange({ from, to }: TimeRange): void {
  if (![from, to].every((ms) => Number.isFinite(ms) && Math.abs(ms) <= LAST_DATE)) {
    throw new QueryError(NO_RANGE);
  }
  if (from > to) throw new QueryError(BACKWARDS);
}
