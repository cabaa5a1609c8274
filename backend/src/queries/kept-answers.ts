import { createHash } from 'node:crypto';
import { CHURN_KINDS, type ChurnwatchQuery, type Frame, type HeadlineTopic, type QueryKind } from '../contract';
import { isIncomplete } from './annotations';
import { needsScores } from './filters';
import { isVolatile } from './sql-mode/volatile';

const OF_THE_MOMENT: readonly QueryKind[] = ['operations', 'alerts', 'alert_stats'];

/** False for an answer that would be another one the next moment, or lacks something that may be there then. */
export function mayBeKept(query: ChurnwatchQuery, frames: readonly Frame[]): boolean {
  if (frames.some(isIncomplete)) return false;
  if (OF_THE_MOMENT.includes(query.kind) || (query.kind === 'headline' && query.topic === 'operations')) return false;
  return query.kind !== 'sql' || !isVolatile(query.rawSql ?? '');
}

const ABOUT_CHURN: readonly (HeadlineTopic | undefined)[] = ['risk', 'model', 'places'];

/** True where the answer is another one with another churn model. */
export const dependsOnModel = (query: ChurnwatchQuery): boolean => isAboutChurn(query) || needsScores(query);

/** True for the churn kinds, a headline about risk or the model, the risk of places, and the risk bands that there are. */
const isAboutChurn = (query: ChurnwatchQuery): boolean =>
  CHURN_KINDS.some((one) => one === query.kind) ||
  query.kind === 'geography' ||
  (query.kind === 'headline' && ABOUT_CHURN.includes(query.topic)) ||
  (query.kind === 'values' && query.dimension === 'band');

/** The name under which an answer is kept, from everything that it depends on. */
export const keyOf = (parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** Size of an answer in bytes, as the cache counts it: its buffers, its statements and something for the rest. */
export function bytesOf(frames: readonly Frame[]): number {
  const columns = frames.flatMap((frame) => frame.fields.map((field) => field.column));
  const buffers = columns.flatMap((column) => [column.values, column.validity, column.offsets]);
  // The frames of an answer share one text, of up to two bytes a character.
  const statements = 2 * (frames[0]?.meta?.executedQueryString?.length ?? 0);
  return buffers.reduce((sum, buffer) => sum + (buffer?.byteLength ?? 0), 1_024 + statements);
}
