import type { Receipt } from '../../contract';
import type { Statements } from '../store/statements';
import { forgetLetters, keepLetters, type LetterLimits } from './dead-letters';
import { isRefused, type PreparedEvent, type RefusedEvent, type SentEvent } from './prepare';

/** What one caller sent, and up to where it then is in a partition of a topic. */
export interface Delivery {
  events: readonly (PreparedEvent | RefusedEvent)[];
  source: string;
  offset?: { topic: string; partition: number; next: number };
}

export interface Written {
  /** Per delivery, in its order. */
  receipts: Receipt[][];
  /** The events that are new, in the order of the log. */
  taken: readonly PreparedEvent[];
  lastSeq: number | undefined;
}

/**
 * Writes what came into the log, within the transaction that the statements belong to.
 *
 * @param receivedAt RFC 3339
 * @param letters how many may be kept, and are
 */
export async function writeDeliveries(
  statements: Statements,
  deliveries: readonly Delivery[],
  receivedAt: string,
  letters: LetterLimits & { kept: number },
): Promise<Written> {
  const sent = deliveries.flatMap(({ events, source }) => events.map((event) => ({ event, source })));
  const first = new Map<string, PreparedEvent>();
  for (const { event } of sent) {
    if (!isRefused(event) && !first.has(event.id)) first.set(event.id, event);
  }
  const fresh = await insertIds(statements, [...first.values()]);
  const isNew = (one: SentEvent): one is SentEvent<PreparedEvent> =>
    !isRefused(one.event) && first.get(one.event.id) === one.event && fresh.has(one.event.id);
  const taken = sent.filter(isNew);
  const refused = sent.filter((one): one is SentEvent<RefusedEvent> => isRefused(one.event));
  await keepLetters(statements, refused, receivedAt, letters);
  const lastSeq = await insertEvents(statements, taken, receivedAt);
  const mayHaveLetters = letters.kept > 0 || refused.length > 0;
  if (mayHaveLetters) await forgetLetters(statements, [...fresh]);
  for (const { offset } of deliveries) if (offset) await noteOffset(statements, offset);
  const before = await digestsOf(
    statements,
    [...first.keys()].filter((id) => !fresh.has(id)),
  );
  return {
    receipts: deliveries.map(({ events }) =>
      events.map((event, index) => receiptOf(event, index, first, fresh, before)),
    ),
    taken: taken.map(({ event }) => event),
    lastSeq,
  };
}

function receiptOf(
  event: PreparedEvent | RefusedEvent,
  index: number,
  first: ReadonlyMap<string, PreparedEvent>,
  fresh: ReadonlySet<string>,
  before: ReadonlyMap<string, string>,
): Receipt {
  if (isRefused(event)) return { index, id: event.id, status: 'rejected', reason: event.reason };
  const { id, digest } = event;
  const known = before.get(id) ?? first.get(id)?.digest;
  if (fresh.has(id) && first.get(id) === event) return { index, id, status: 'accepted' };
  const receipt: Receipt = { index, id, status: 'duplicate' };
  if (known === digest) return receipt;
  return { ...receipt, reason: 'Another event came with this id before; that one stays, this one was not taken.' };
}

/** @returns the ids that were not there before */
async function insertIds(statements: Statements, events: readonly PreparedEvent[]): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const rows = await statements.rows(
    'INSERT INTO event_ids SELECT unnest($ids), unnest($digests) ON CONFLICT DO NOTHING RETURNING id',
    { ids: events.map(({ id }) => id), digests: events.map(({ digest }) => digest) },
  );
  return new Set(rows.map((row) => String(row['id'])));
}

/**
 * All in one statement: what one of them costs does not depend on how many events it has.
 *
 * @returns the `seq` of the last one
 */
async function insertEvents(
  statements: Statements,
  taken: readonly SentEvent<PreparedEvent>[],
  receivedAt: string,
): Promise<number | undefined> {
  if (taken.length === 0) return undefined;
  const events = taken.map(({ event }) => event);
  const rows = await statements.rows(
    `INSERT INTO events (id, type, customer_id, order_id, occurred_at, received_at, source, body)
     SELECT unnest($ids), unnest($types), unnest($customers), nullif(unnest($orders), ''),
       cast(unnest($times) AS TIMESTAMP), cast($receivedAt AS TIMESTAMP), unnest($sources), unnest($bodies)
     RETURNING seq`,
    {
      receivedAt,
      sources: taken.map(({ source }) => source),
      ids: events.map(({ id }) => id),
      types: events.map(({ type }) => type),
      customers: events.map(({ customerId }) => customerId),
      orders: events.map(({ orderId }) => orderId ?? ''),
      times: events.map(({ occurredAt }) => occurredAt),
      bodies: events.map(({ body }) => body),
    },
  );
  return Math.max(...rows.map((row) => Number(row['seq'])));
}

async function digestsOf(statements: Statements, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await statements.rows('SELECT id, digest FROM event_ids WHERE id IN (SELECT unnest($ids))', { ids });
  return new Map(rows.map((row) => [String(row['id']), String(row['digest'])]));
}

async function noteOffset(statements: Statements, { topic, partition, next }: NonNullable<Delivery['offset']>) {
  await statements.run(
    `INSERT INTO consumer_offsets VALUES ($topic, $partition, $next)
     ON CONFLICT (topic, partition) DO UPDATE SET next_offset = excluded.next_offset`,
    { topic, partition, next },
  );
}
