import { NoScoreError, type ServedModel } from '../../churn/scoring/scored';
import type { QueryContext } from '../context';
import { count, longDay } from '../wording';
import { forecastOf, metricOf } from './model-quality/measured';

/** How good the churn model is on customers whose future it had not seen. Without a model: why there is none. */
export async function modelSentences(context: QueryContext): Promise<string[]> {
  try {
    const model = context.model() ?? (await context.scored(context.asOf, (scored) => Promise.resolve(scored.model)));
    return [liftSentence(model), rankSentence(model), forecastSentence(model), gateSentence(model)];
  } catch (error) {
    if (error instanceof NoScoreError) return [error.message];
    throw error;
  }
}

const times = (value: number): string => value.toFixed(1);

function liftSentence({ quality }: ServedModel): string {
  const [own, recency] = [metricOf(quality, 'model', 'lift_at_10'), metricOf(quality, 'recency', 'lift_at_10')];
  if (own === undefined) return '';
  const beside = recency === undefined ? '' : ` (by recency alone: ${times(recency)} times)`;
  return `Of the tenth of customers that the model puts first, ${times(own)} times as many came back as on average${beside}.`;
}

function rankSentence({ quality }: ServedModel): string {
  const [own, recency] = [metricOf(quality, 'model', 'roc_auc'), metricOf(quality, 'recency', 'roc_auc')];
  if (own === undefined) return '';
  const percent = (auc: number): string => `${Math.round(auc * 100)} %`;
  const beside = recency === undefined ? '' : `recency alone: ${percent(recency)}, `;
  return `It ranks a returner above a leaver in ${percent(own)} of cases (${beside}a coin: 50 %).`;
}

function forecastSentence({ quality }: ServedModel): string {
  const { expected, actual } = forecastOf(quality);
  if (!Number.isFinite(expected)) return '';
  return `Of ${count(quality.customers)} customers as of ${longDay(quality.testCut)}, it expected ${count(expected)} to come back; ${count(actual)} did.`;
}

/** Conditions of trust that do not hold, by number; nothing where all hold. */
function gateSentence({ gates }: ServedModel): string {
  const failed = gates.filter(({ passed }) => !passed).length;
  return failed === 0 ? '' : `${failed} of ${gates.length} checks failed: see the list of checks.`;
}
