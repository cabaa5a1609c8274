import type { DeadLetter, Rejection } from '../../contract';
import type { Statements } from '../store/statements';
import type { RefusedEvent, SentEvent } from './prepare';

/** More are not kept: the oldest go first. */
export interface LetterLimits {
  letters: number;
  characters: number;
}

export const LETTER_LIMITS: LetterLimits = { letters: 10_000, characters: 16 * 1024 * 1024 };

/**
 * Keeps events that cannot be used, all in the same few statements. One that comes again with the same id takes the place
 * of the earlier one.
 *
 * @param receivedAt RFC 3339
 */
export async function keepLetters(
  statements: Statements,
  refused: readonly SentEvent<RefusedEvent>[],
  receivedAt: string,
  limits: LetterLimits,
): Promise<void> {
  if (refused.length === 0) return;
  const kept = latestOf(refused);
  const events = kept.map(({ event }) => event);
  await forgetLetters(
    statements,
    events.flatMap(({ id }) => id ?? []),
  );
  await statements.run(
    `INSERT INTO dead_letters (received_at, source, id, customer_id, rejection, reason, body)
     SELECT cast($receivedAt AS TIMESTAMP), unnest($sources), nullif(unnest($ids), ''), nullif(unnest($customers), ''),
       unnest($rejections), unnest($reasons), unnest($bodies)`,
    {
      receivedAt,
      sources: kept.map(({ source }) => source),
      ids: events.map(({ id }) => id ?? ''),
      customers: events.map(({ customerId }) => customerId ?? ''),
      rejections: events.map(({ rejection }) => rejection),
      reasons: events.map(({ reason }) => reason),
      bodies: events.map(({ text }) => text),
    },
  );
  await dropOldest(statements, limits);
}

/** Those without an id, and of each id the last one. */
function latestOf(refused: readonly SentEvent<RefusedEvent>[]): SentEvent<RefusedEvent>[] {
  const last = new Map(refused.map((one) => [one.event.id, one]));
  return refused.filter((one) => one.event.id === null || last.get(one.event.id) === one);
}

/** Removes the letters of events that have been taken, or come again. */
export async function forgetLetters(statements: Statements, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await statements.run('DELETE FROM dead_letters WHERE id IN (SELECT unnest($ids))', { ids });
}

async function dropOldest(statements: Statements, limits: LetterLimits): Promise<void> {
  const [row] = await statements.rows(
    `SELECT count(*) AS letters, max(seq) AS last FROM (
       SELECT seq, row_number() OVER latest AS place, sum(length(body)) OVER latest AS characters
       FROM dead_letters WINDOW latest AS (ORDER BY seq DESC)
     ) WHERE place > $letters OR characters > $characters`,
    { letters: limits.letters, characters: limits.characters },
  );
  const dropped = Number(row?.['letters']);
  if (dropped === 0) return;
  await statements.run('DELETE FROM dead_letters WHERE seq <= $last', { last: Number(row?.['last']) });
  await statements.run(
    `INSERT INTO counters VALUES ('letters_dropped', $dropped)
     ON CONFLICT (name) DO UPDATE SET value = value + excluded.value`,
    { dropped },
  );
}

export interface LetterPage {
  limit: number;
  offset: number;
  rejection?: Rejection;
}

type Reading = Pick<Statements, 'rows'>;

/** Dead letters, the latest first. */
export async function listLetters(reading: Reading, page: LetterPage): Promise<DeadLetter[]> {
  const rows = await reading.rows(
    `SELECT seq, received_at, source, id, rejection, reason, body AS event FROM dead_letters
     WHERE $rejection = '' OR rejection = $rejection
     ORDER BY seq DESC LIMIT $limit OFFSET $offset`,
    { ...page, rejection: page.rejection ?? '' },
  );
  return rows.map((row) => ({
    seq: Number(row['seq']),
    received_at: String(row['received_at']),
    source: String(row['source']),
    id: row['id'] === null ? null : String(row['id']),
    rejection: String(row['rejection']) as Rejection,
    reason: String(row['reason']),
    event: String(row['event']),
  }));
}

/** How many are kept, and how many were given up. */
export async function countLetters(reading: Reading): Promise<{ total: number; dropped: number }> {
  const [row] = await reading.rows(
    `SELECT (SELECT count(*) FROM dead_letters) AS total,
       coalesce((SELECT value FROM counters WHERE name = 'letters_dropped'), 0) AS dropped`,
  );
  return { total: Number(row?.['total']), dropped: Number(row?.['dropped']) };
}
