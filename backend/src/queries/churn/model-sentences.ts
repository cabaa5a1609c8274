import { NoScoreError, type ServedModel } from '../../churn/scoring/scored';
import type { QueryContext } from '../context';
import { MODEL_WORDS, type ModelWords } from '../headline-words/model';
import { forecastOf, metricOf } from './model-quality/measured';

/** How good the churn model is on customers whose future it had not seen. Without a model: why there is none. */
export async function modelSentences(context: QueryContext): Promise<string[]> {
  try {
    const model = context.model() ?? (await context.scored(context.asOf, (scored) => Promise.resolve(scored.model)));
    const words = MODEL_WORDS[context.language];
    return [liftSentence, rankSentence, forecastSentence, gateSentence].map((sentence) => sentence(model, words));
  } catch (error) {
    if (error instanceof NoScoreError) return [error.told[context.language]];
    throw error;
  }
}

function liftSentence({ quality }: ServedModel, words: ModelWords): string {
  const [own, recency] = [metricOf(quality, 'model', 'lift_at_10'), metricOf(quality, 'recency', 'lift_at_10')];
  return own === undefined ? '' : words.lift(own, recency);
}

function rankSentence({ quality }: ServedModel, words: ModelWords): string {
  const [own, recency] = [metricOf(quality, 'model', 'roc_auc'), metricOf(quality, 'recency', 'roc_auc')];
  return own === undefined ? '' : words.rank(own, recency);
}

function forecastSentence({ quality }: ServedModel, words: ModelWords): string {
  const { expected, actual } = forecastOf(quality);
  if (!Number.isFinite(expected)) return '';
  return words.forecast(quality.customers, quality.testCut, expected, actual);
}

/** Conditions of trust that do not hold, by number; nothing where all hold. */
function gateSentence({ gates }: ServedModel, words: ModelWords): string {
  const failed = gates.filter(({ passed }) => !passed).length;
  return failed === 0 ? '' : words.gates(failed, gates.length);
}
