import { jsonRows } from '../store/json-rows';
import type { Statements } from '../store/statements';
import type { EventStore } from '../store/store';

export interface QueuedMessage {
  id: string;
  receiver: string;
  type: string;
  body: string;
  warning_id: string;
}

export interface DueMessage {
  id: string;
  body: string;
  /** Failed ones. */
  attempts: number;
  /** In ms. */
  createdAt: number;
}

/** What became of a message at an attempt. */
export interface Settled {
  id: string;
  status: 'waiting' | 'delivered' | 'dead';
  attempts: number;
  nextAt: number;
  reason: string | null;
}

const QUEUED = jsonRows({
  id: 'VARCHAR',
  receiver: 'VARCHAR',
  type: 'VARCHAR',
  body: 'VARCHAR',
  warning_id: 'VARCHAR',
});

/** Who is left alone for comparison must not come to anybody's notice, whatever the caller believes to be news. */
const INSERT = `INSERT INTO deliveries BY NAME
  SELECT id, receiver, type, body, make_timestamp($at::BIGINT * 1000) AS created_at, 'waiting' AS status,
    0 AS attempts, make_timestamp($at::BIGINT * 1000) AS next_at
  FROM ${QUEUED} AS queued
  WHERE NOT EXISTS (FROM warnings WHERE warnings.id = queued.warning_id AND held_out)`;

const DUE = `SELECT id, body, attempts, epoch_ms(created_at) AS created_ms FROM deliveries
  WHERE status = 'waiting' AND receiver = $receiver AND NOT list_contains($flying::VARCHAR[], id)
    -- Further away than any retry: the clock was set back.
    AND (epoch_ms(next_at) <= $now OR epoch_ms(next_at) > $now + $longest)
  ORDER BY next_at, created_at, id LIMIT $limit::INTEGER`;

const SETTLE = `UPDATE deliveries SET status = $status, attempts = $attempts::INTEGER, reason = $reason,
  next_at = make_timestamp($nextAt::BIGINT * 1000),
  ended_at = CASE WHEN $status = 'waiting' THEN NULL ELSE make_timestamp($now::BIGINT * 1000) END
  WHERE id = $id`;

const GIVE_UP = `UPDATE deliveries SET status = 'dead', reason = $reason, ended_at = make_timestamp($now::BIGINT * 1000)
  WHERE status = 'waiting' AND receiver = $receiver AND epoch_ms(created_at) <= $before`;

/** Puts messages into the queue, in the transaction that writes what they tell of. */
export async function insertMessages(
  statements: Statements,
  messages: readonly QueuedMessage[],
  at: number,
): Promise<void> {
  if (messages.length > 0) await statements.run(INSERT, { rows: JSON.stringify(messages), at });
}

/** Messages of a receiver whose time has come, the one that has waited longest first. */
export async function dueMessages(
  store: Pick<EventStore, 'rows'>,
  asked: { receiver: string; flying: readonly string[]; now: number; longest: number; limit: number },
): Promise<DueMessage[]> {
  const rows = await store.rows(DUE, { ...asked, flying: [...asked.flying] });
  return rows.map(({ id, body, attempts, created_ms }) => ({
    id: String(id),
    body: String(body),
    attempts: Number(attempts),
    createdAt: Number(created_ms),
  }));
}

/** Notes what became of a message. */
export function settleMessage(store: EventStore, settled: Settled, now: number): Promise<void> {
  return store.transaction((statements) => statements.run(SETTLE, { ...settled, now }));
}

/** Gives up what has waited for a receiver since before a moment. */
export function giveUp(
  store: EventStore,
  given: { receiver: string; before: number; now: number; reason: string },
): Promise<void> {
  return store.transaction((statements) => statements.run(GIVE_UP, given));
}

export interface Count {
  receiver: string;
  status: string;
  messages: number;
}

/** How many messages wait and were given up, by receiver. */
export async function countMessages(store: Pick<EventStore, 'rows'>): Promise<Count[]> {
  const rows = await store.rows(
    `SELECT receiver, status, count(*) AS messages FROM deliveries WHERE status <> 'delivered' GROUP BY ALL`,
  );
  return rows.map(({ receiver, status, messages }) => ({
    receiver: String(receiver),
    status: String(status),
    messages: Number(messages),
  }));
}

export interface GivenUpCount {
  receiver: string;
  /** Begin of the minute, in ms. */
  at: number;
  messages: number;
}

/** How many messages were given up since a moment in ms, by receiver and minute. */
export async function givenUpSince(store: Pick<EventStore, 'rows'>, since: number): Promise<GivenUpCount[]> {
  const rows = await store.rows(
    `SELECT receiver, epoch_ms(date_trunc('minute', ended_at)) AS at, count(*) AS messages FROM deliveries
     WHERE status = 'dead' AND epoch_ms(ended_at) >= $since GROUP BY ALL ORDER BY ALL`,
    { since },
  );
  return rows.map(({ receiver, at, messages }) => ({
    receiver: String(receiver),
    at: Number(at),
    messages: Number(messages),
  }));
}

/** Forgets what was delivered or given up before these moments, in ms. */
export function forgetMessages(store: EventStore, before: { delivered: number; dead: number }): Promise<void> {
  return store.transaction((statements) =>
    statements.run(
      `DELETE FROM deliveries WHERE (status = 'delivered' AND epoch_ms(ended_at) < $delivered)
         OR (status = 'dead' AND epoch_ms(ended_at) < $dead)`,
      before,
    ),
  );
}
