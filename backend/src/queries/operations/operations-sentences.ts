import type { QueryContext } from '../context';
import { OPERATIONS_WORDS } from '../headline-words/operations';

const LAST_MINUTES = 15;

/** How fresh the data and the model are, and how queries have fared lately. `now`: ms since 1970-01-01 UTC. */
export function operationsSentences(context: QueryContext, now: number): string[] {
  return [dataSentence(context, now), modelSentence(context, now), loadSentence(context, now)];
}

function dataSentence({ generation, language }: QueryContext, now: number): string {
  const { rowsRead, rowsRejected, regularLastDay, builtAt } = generation;
  return OPERATIONS_WORDS[language].loaded(now - Date.parse(builtAt), rowsRead, rowsRejected, regularLastDay);
}

function modelSentence(context: QueryContext, now: number): string {
  const words = OPERATIONS_WORDS[context.language];
  const model = context.model();
  if (!model) return words.noModel;
  const failed = model.gates.filter(({ passed }) => !passed).length;
  return words.model(now - Date.parse(model.facts.trainedAt), failed, model.gates.length);
}

function loadSentence({ load, language }: QueryContext, now: number): string {
  const { queries, failed, p95Seconds } = load.total(LAST_MINUTES, now);
  const words = OPERATIONS_WORDS[language];
  return queries === 0 ? words.noQueries(LAST_MINUTES) : words.queries(queries, failed, LAST_MINUTES, p95Seconds);
}
