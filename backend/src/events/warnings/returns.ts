import { type WarningNews, type WarningStep } from '../../contract';
import { jsonRows } from '../store/json-rows';
import type { Statements } from '../store/statements';
import { returnNote } from './notes';
import { RECORD_COLUMNS, recordOf } from './records';
import { BY_ITSELF, nextNumbers, writeSteps } from './write';

/** A purchase of a customer who may have been warned of. */
export interface Purchase {
  customerId: string;
  /** `YYYY-MM-DD` */
  day: string;
}

const PURCHASES = jsonRows({ customer_id: 'VARCHAR', day: 'DATE' });

/**
 * A purchase after a warning and within its horizon. Both know days only: a purchase on the day of the warning came after
 * it where the warning knows of none on that day.
 */
const AFTER_WARNING = `purchases.customer_id = warnings.customer_id AND purchases.day <= warnings.horizon_end
    AND purchases.day >= warnings.as_of AND purchases.day > coalesce(warnings.last_order, warnings.as_of)`;

/** The first purchase after each warning and within its horizon, of those that have none yet. */
const RETURNED = `SELECT warnings.id, min(purchases.day) AS day
  FROM warnings JOIN ${PURCHASES} AS purchases
    ON ${AFTER_WARNING}
  WHERE warnings.returned_on IS NULL
  GROUP BY warnings.id`;

const RETURNS = jsonRows({ id: 'VARCHAR', day: 'DATE' });

const NOTE = `UPDATE warnings SET returned_on = returns.day FROM ${RETURNS} AS returns WHERE warnings.id = returns.id`;

/**
 * What was noted, where all purchases say otherwise. Files that hold nothing of a customer, or begin later, are other files
 * than those that told of the return.
 */
const CORRECT = `UPDATE warnings SET returned_on = right_day FROM (
    SELECT id, returned_on AS noted, min(purchases.day) AS right_day
    FROM warnings LEFT JOIN ${PURCHASES} AS purchases
      ON ${AFTER_WARNING}
    WHERE returned_on >= (SELECT min(day) FROM ${PURCHASES})
      AND warnings.customer_id IN (SELECT customer_id FROM ${PURCHASES})
    GROUP BY ALL) AS known
  WHERE warnings.id = known.id AND right_day IS DISTINCT FROM noted`;

const RESOLVE = `UPDATE warnings
  SET warning_state = 'resolved', version = version + 1, closed_at = make_timestamp($at::BIGINT * 1000)
  WHERE id IN (SELECT unnest($ids::VARCHAR[]))`;

/**
 * Notes which customers who were warned of have bought again, and corrects what was noted before: an order that was
 * canceled is no purchase, and who came back by that alone has not come back. A warning that nobody has acted on is
 * resolved by a return: who has just bought should not be called.
 *
 * @param purchases all that stand of some customers, whether warned of or not
 * @returns the news of warnings that are resolved by it
 */
export async function notePurchases(
  statements: Statements,
  purchases: readonly Purchase[],
  at: number,
): Promise<WarningNews[]> {
  if (purchases.length === 0) return [];
  const rows = JSON.stringify(purchases.map(({ customerId, day }) => ({ customer_id: customerId, day })));
  await statements.run(CORRECT, { rows });
  const returned = await statements.rows(RETURNED, { rows });
  if (returned.length === 0) return [];
  await statements.run(NOTE, { rows: JSON.stringify(returned) });
  const ids = returned.map(({ id }) => String(id));
  const open = await statements.rows(
    `SELECT ${RECORD_COLUMNS} FROM warnings
     WHERE id IN (SELECT unnest($ids::VARCHAR[])) AND NOT held_out AND warning_state IN ('new', 'acknowledged')
     ORDER BY id`,
    { ids },
  );
  return resolve(statements, open.map(recordOf), at);
}

/**
 * The same by a generation's purchases. Of customers with later events, these know more.
 *
 * @param foldedUpTo all events up to this one are in that generation
 */
export async function notePurchasesUpTo(
  statements: Statements,
  purchases: readonly Purchase[],
  foldedUpTo: number,
  at: number,
): Promise<WarningNews[]> {
  const sql = 'SELECT customer_id FROM live_profiles WHERE seq > $foldedUpTo::BIGINT';
  const later = await statements.rows(sql, { foldedUpTo });
  const ahead = new Set(later.map((row) => row.customer_id));
  const told = purchases.filter(({ customerId }) => !ahead.has(customerId));
  return notePurchases(statements, told, at);
}

async function resolve(
  statements: Statements,
  open: readonly WarningNews['warning'][],
  at: number,
): Promise<WarningNews[]> {
  if (open.length === 0) return [];
  const seqs = await nextNumbers(statements, 'warning_step_seq', open.length);
  const closed_at = new Date(at).toISOString();
  const news = open.map((before, i): WarningNews => {
    const warning = { ...before, warning_state: 'resolved' as const, version: before.version + 1, closed_at };
    const step: WarningStep = {
      seq: seqs[i] ?? 0,
      at: closed_at,
      who: BY_ITSELF,
      from_state: before.warning_state,
      to_state: 'resolved',
      owner: before.owner,
      note: returnNote(String(before.returned_on)),
    };
    return { seq: step.seq, type: 'warning.updated', warning, step };
  });
  await statements.run(RESOLVE, { at, ids: open.map(({ id }) => id) });
  await writeSteps(
    statements,
    news.map(({ warning, step }) => ({ warningId: warning.id, step })),
  );
  return news;
}
