import { writtenAgo, writtenDay, type ModelStatus, type SqlMode, type WarehouseStatus } from '../../contract';
import type { HealthResult } from '../../grafana/handlers';
import { counted, eventsHealth, kafkaHealth, whole, type PartHealth } from './events-health';

/**
 * What "Save & test" says: what was checked, and what to do when something is wrong.
 *
 * @param now in ms, for the model's age
 * @param sqlMode who may run SQL
 */
export function healthOf(status: WarehouseStatus, now: number, sqlMode: SqlMode = 'off'): HealthResult {
  const { audit } = status;
  if (audit?.error !== undefined) return { status: 'error', message: auditSentence(audit), details: { ...status } };
  return partsOf(status).reduce(withPart, warehouseHealth(status, now, sqlMode));
}

/** Nothing is read from Kafka before the log of events is open. */
function partsOf({ events, kafka }: WarehouseStatus): PartHealth[] {
  if (!events) return [];
  const isOpen = events.state === 'ready' || events.state === 'unavailable';
  return [eventsHealth(events), ...(kafka && isOpen ? [kafkaHealth(kafka)] : [])];
}

/** Trouble comes first, so that nobody has to look for it behind what is well. */
function withPart(health: HealthResult, { status, message }: PartHealth): HealthResult {
  if (message === '') return health;
  const isWorse = status === 'error' && health.status === 'ok';
  return {
    ...health,
    status: isWorse ? status : health.status,
    message: isWorse ? `${message} ${health.message}` : `${health.message} ${message}`,
  };
}

function warehouseHealth(status: WarehouseStatus, now: number, sqlMode: SqlMode): HealthResult {
  const { state, progress, generation, error, model } = status;
  const details = { ...status };
  if (progress) {
    const percent = Math.round(progress.share * 100);
    const meanwhile = generation ? ` Generation ${generation.id} serves meanwhile.` : '';
    return {
      status: 'ok',
      message: `The warehouse is being built, ${percent}% (${progress.step}).${meanwhile}`,
      details,
    };
  }
  if (!generation) return { status: 'error', message: error ?? 'There is no warehouse yet.', details };
  if (error) {
    const serving = `Generation ${generation.id} of ${generation.builtAt} goes on serving.`;
    return { status: 'error', message: `The newest build failed: ${error} ${serving}`, details };
  }
  const { purchases, firstDay, lastDay } = generation;
  const origin = generation.sample ? 'Generated sample data, not a real shop.' : `Data of ${generation.source}.`;
  return {
    status: state === 'ready' ? 'ok' : 'error',
    message:
      `${origin} ${counted(purchases.orders, 'purchase')} by ${counted(purchases.customers, 'customer')} from ` +
      `${writtenDay(firstDay, 'en')} to ${writtenDay(lastDay, 'en')}; ${whole(generation.rowsRead)} rows read, ${whole(generation.rowsRejected)} rejected. ` +
      `Generation ${generation.id}, built ${generation.builtAt}. ${SQL_SENTENCES[sqlMode]}${model ? ` ${sentenceOf(model, now)}` : ''}`,
    details,
  };
}

/** Queries are answered all the same; but who did what is to be known. */
function auditSentence({ error, waiting, lost }: NonNullable<WarehouseStatus['audit']>): string {
  return `The audit log cannot be written: ${error}. ${whole(waiting)} entries wait, ${whole(lost)} are lost.`;
}

const SQL_SENTENCES: Record<SqlMode, string> = {
  off: 'SQL mode is off.',
  editors: 'Editors and admins may run SQL.',
  everybody: 'Everybody who may query this data source may run SQL.',
};

/** The model's version and age, or why there is none. */
function sentenceOf({ state, id, trainedAt, horizonDays, progress, reason }: ModelStatus, now: number): string {
  const percent = progress && `${Math.round(progress.share * 100)}% (${progress.step})`;
  if (id === undefined) {
    if (percent) return `The churn model is being trained, ${percent}; scores appear when it is done.`;
    if (state === 'training') return 'The churn model is being opened.';
    return `There is no churn model${reason === undefined ? ' yet.' : `: ${reason}`}`;
  }
  const serves = `Churn model ${id} for ${horizonDays} days${sinceOf(trainedAt, now)}.`;
  if (percent) return `${serves} A new one is being trained, ${percent}.`;
  return reason === undefined ? serves : `${serves} There is no newer one: ${reason}`;
}

const sinceOf = (trainedAt: string | undefined, now: number): string =>
  trainedAt === undefined ? '' : `, trained ${writtenAgo(now - Date.parse(trainedAt), 'en')}`;
