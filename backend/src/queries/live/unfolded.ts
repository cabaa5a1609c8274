import type { EventStore } from '../../events/store/store';
import eventsOfSql from './sql/events-of.sql';

/** An event as the statements of events/rows read it. */
export interface EventRow {
  seq: number;
  id: string;
  type: string;
  customer_id: string;
  order_id: string | null;
  /** UTC, as DuckDB writes it. */
  occurred_at: string;
  body: string;
}

/** A part of the log: after `from`, up to `to`. */
export interface LogSpan {
  from: number;
  to: number;
}

/** The events of some customers in a part of the log, in its order. */
export async function eventsOf(
  store: Pick<EventStore, 'rows'>,
  ids: readonly string[],
  { from, to }: LogSpan,
): Promise<EventRow[]> {
  const rows = await store.rows(eventsOfSql, { ids, from, to });
  return rows.map((row) => ({
    seq: Number(row.seq),
    id: String(row.id),
    type: String(row.type),
    customer_id: String(row.customer_id),
    order_id: row.order_id === null || row.order_id === undefined ? null : String(row.order_id),
    occurred_at: String(row.occurred_at),
    body: String(row.body),
  }));
}
