import { QueryError } from '../contract';
import { ForecastError } from '../forecast/forecast';
import { FeatureValueError, NoScoreError, ScoreComingError } from '../churn/scoring/scored';
import { NotReadyError } from '../warehouse/keeper/keeper';
import type { Answer } from './question';

/** A question that the caller may not ask; its message says who may. */
export class NotAllowedError extends Error {
  override name = 'NotAllowedError';
  readonly status = 403;
}

/** Status and words for who asked; `onFault` is called for what is no one's doing but ours. */
export function failureOf(
  error: unknown,
  signal: AbortSignal | undefined,
  onFault: () => void,
): Pick<Answer, 'status' | 'error'> {
  if (error instanceof QueryError || error instanceof NotReadyError || error instanceof NotAllowedError) {
    return { status: error.status, error: error.message };
  }
  if (error instanceof ScoreComingError) return { status: 503, error: error.message };
  if (error instanceof NoScoreError || error instanceof ForecastError) return { status: 422, error: error.message };
  if (error instanceof FeatureValueError) return { status: 400, error: error.message };
  if (signal?.aborted) return { status: 499, error: 'The query was cancelled.' };
  onFault();
  return { status: 500, error: 'The query failed inside Churnwatch; its log says why. Please try again.' };
}
