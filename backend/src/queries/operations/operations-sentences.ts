import type { QueryContext } from '../context';
import { count, longDay, share } from '../wording';

const LAST_MINUTES = 15;
const HOUR_MS = 3_600_000;

/** How fresh the data and the model are, and how queries have fared lately. `now`: ms since 1970-01-01 UTC. */
export function operationsSentences(context: QueryContext, now: number): string[] {
  return [dataSentence(context, now), modelSentence(context, now), loadSentence(context, now)];
}

function dataSentence({ generation }: QueryContext, now: number): string {
  const { rowsRead, rowsRejected, regularLastDay, builtAt } = generation;
  const refused =
    rowsRejected === 0
      ? `all ${count(rowsRead)} rows were taken`
      : `${count(rowsRejected)} of ${count(rowsRead)} rows were refused: see the load report`;
  return (
    `The files were loaded ${agoText(now - Date.parse(builtAt))}, ${refused}; ` +
    `the last day of regular trade is ${longDay(regularLastDay)}.`
  );
}

function modelSentence(context: QueryContext, now: number): string {
  const model = context.model();
  if (!model) return 'No churn model serves.';
  const failed = model.gates.filter(({ passed }) => !passed).length;
  const checks = failed === 0 ? 'passes its checks' : `fails ${failed} of its ${model.gates.length} checks`;
  return `The churn model, trained ${agoText(now - Date.parse(model.facts.trainedAt))}, ${checks}.`;
}

function loadSentence({ load }: QueryContext, now: number): string {
  const { queries, failed, p95Seconds } = load.total(LAST_MINUTES, now);
  if (queries === 0) return `Nothing was asked in the last ${LAST_MINUTES} minutes.`;
  const failures = failed === 0 ? 'none failed' : `${count(failed)} (${share(failed / queries)}) failed`;
  const asked = `${count(queries)} ${queries === 1 ? 'query' : 'queries'}`;
  return `Of ${asked} in the last ${LAST_MINUTES} minutes ${failures}; 95 of 100 took at most ${timeText(p95Seconds)}.`;
}

/** A length of time as people say it, in whole steps: `just now`, `5 minutes ago`, `3 days ago`. */
export function agoText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return ago(minutes, 'minute');
  const hours = Math.floor(ms / HOUR_MS);
  return hours < 48 ? ago(hours, 'hour') : ago(Math.floor(hours / 24), 'day');
}

const ago = (amount: number, step: string): string => `${count(amount)} ${step}${amount === 1 ? '' : 's'} ago`;

const timeText = (seconds: number): string =>
  seconds < 1 ? `${Math.max(1, Math.round(seconds * 1_000))} ms` : `${seconds.toFixed(1)} s`;
