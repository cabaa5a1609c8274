import { jsonRows } from '../../../events/store/json-rows';
import type { EventStore } from '../../../events/store/store';
import type { MadeEvent } from './later-events';

const APPEND = `INSERT INTO events (id, type, customer_id, order_id, occurred_at, received_at, source, body)
  SELECT id, type, customer_id, nullif(order_id, ''), occurred_at::TIMESTAMP, now()::TIMESTAMP, 'test', body
  FROM ${jsonRows({
    id: 'VARCHAR',
    type: 'VARCHAR',
    customer_id: 'VARCHAR',
    order_id: 'VARCHAR',
    occurred_at: 'VARCHAR',
    body: 'VARCHAR',
  })}`;

/** Puts events at the end of the log as they are. */
export async function append(store: EventStore, events: readonly MadeEvent[]): Promise<void> {
  await store.transaction((statements) => statements.run(APPEND, { rows: JSON.stringify(events) }));
}
