import type { EventStore } from '../store/store';
import backlogSql from './sql/backlog.sql';

/** What waits in the log. */
export interface Backlog {
  waiting: number;
  /** When the event that waits longest was received, in ms since 1970-01-01 UTC; absent: none waits. */
  oldest?: number;
  deadLetters: number;
}

/** What of the log comes after the event `seq`. */
export async function readBacklog(store: Pick<EventStore, 'rows'>, seq: number): Promise<Backlog> {
  const [row] = await store.rows(backlogSql, { seq });
  const oldest = row?.oldest_ms;
  return {
    waiting: Number(row?.waiting ?? 0),
    deadLetters: Number(row?.dead_letters ?? 0),
    ...(typeof oldest === 'number' ? { oldest } : {}),
  };
}
