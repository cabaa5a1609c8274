import type { WarningNews } from '../../contract';
import type { EventStore } from '../store/store';
import { RECORD_COLUMNS, recordOf, stepOf } from './records';

const MOST = 1_000;

const NEWS = `WITH news AS (
    SELECT seq, warning_id, made_at, who, from_state, to_state, owner AS step_owner, note FROM warning_history
    WHERE seq > $seq::BIGINT)
  SELECT ${RECORD_COLUMNS}, seq, made_at, who, from_state, to_state, step_owner, note
  FROM news JOIN warnings ON news.warning_id = warnings.id
  WHERE NOT held_out ORDER BY seq LIMIT $limit`;

/**
 * The news after a number, in their order, for who was away: with each the warning as it is now.
 *
 * @param seq the last that was seen; 0: none
 */
export async function newsSince(store: Pick<EventStore, 'rows'>, seq: number, limit: number): Promise<WarningNews[]> {
  const rows = await store.rows(NEWS, { seq, limit: Math.min(limit, MOST) });
  return rows.map((row) => {
    const step = stepOf({ ...row, owner: row.step_owner ?? null });
    const type = step.from_state === null ? 'warning.created' : 'warning.updated';
    return { seq: step.seq, type, warning: recordOf(row), step };
  });
}

/** The number of the last news; 0: there have been none. */
export async function lastNews(store: Pick<EventStore, 'rows'>): Promise<number> {
  const [row] = await store.rows('SELECT max(seq) AS seq FROM warning_history');
  return Number(row?.seq ?? 0);
}
