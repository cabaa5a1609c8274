import type { Row } from '../../warehouse';
import type { EventStore } from '../store/store';
import batchSql from './sql/batch.sql';

/** An event as the log has it. Times in ms since 1970-01-01 UTC. */
export interface LoggedEvent {
  seq: number;
  id: string;
  type: string;
  customerId: string;
  occurredAt: number;
  receivedAt: number;
}

/** The events that follow one in the log, at most so many, in its order. */
export async function eventsAfter(store: Pick<EventStore, 'rows'>, seq: number, most: number): Promise<LoggedEvent[]> {
  const rows = await store.rows(batchSql, { seq, most });
  return rows.map((row) => ({
    seq: Number(row.seq),
    id: text(row, 'id'),
    type: text(row, 'type'),
    customerId: text(row, 'customer_id'),
    occurredAt: Number(row.occurred_ms),
    receivedAt: Number(row.received_ms),
  }));
}

const text = (row: Row, name: string): string => String(row[name] ?? '');
