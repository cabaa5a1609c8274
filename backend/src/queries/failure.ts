import { QueryError, ToldError, type Language, type Text } from '../contract';
import { ForecastError } from '../forecast/forecast';
import { FeatureValueError, NoScoreError, ScoreComingError } from '../churn/scoring/scored';
import { NotReadyError } from '../warehouse/keeper/keeper';
import type { Answer } from './question';

/** A question that the caller may not ask; its message says who may. */
export class NotAllowedError extends ToldError {
  override name = 'NotAllowedError';
  readonly status = 403;
}

const CANCELLED: Text = { en: 'The query was cancelled.', 'pt-BR': 'A consulta foi cancelada.' };
const OURS: Text = {
  en: 'The query failed inside Churnwatch; its log says why. Please try again.',
  'pt-BR': 'A consulta falhou dentro do Churnwatch; o log diz por quê. Tente de novo.',
};

/** Status and words, in their language, for who asked; `onFault` is called for what is no one's doing but ours. */
export function failureOf(
  error: unknown,
  language: Language,
  signal: AbortSignal | undefined,
  onFault: () => void,
): Pick<Answer, 'status' | 'error'> {
  const status = statusOf(error);
  if (status !== undefined && error instanceof ToldError) return { status, error: error.told[language] };
  if (signal?.aborted) return { status: 499, error: CANCELLED[language] };
  onFault();
  return { status: 500, error: OURS[language] };
}

/** The status of an error that is for people; undefined for a fault. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof QueryError || error instanceof NotReadyError || error instanceof NotAllowedError) {
    return error.status;
  }
  if (error instanceof ScoreComingError) return 503;
  if (error instanceof NoScoreError || error instanceof ForecastError) return 422;
  return error instanceof FeatureValueError ? 400 : undefined;
}
