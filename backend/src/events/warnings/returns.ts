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

/** The first purchase after each warning and within its horizon, of those that have none yet. */
const RETURNED = `SELECT warnings.id, min(purchases.day) AS day
  FROM warnings JOIN ${PURCHASES} AS purchases
    ON purchases.customer_id = warnings.customer_id
    AND purchases.day > warnings.as_of AND purchases.day <= warnings.horizon_end
  WHERE warnings.returned_on IS NULL
  GROUP BY warnings.id`;

const RETURNS = jsonRows({ id: 'VARCHAR', day: 'DATE' });

const NOTE = `UPDATE warnings SET returned_on = returns.day FROM ${RETURNS} AS returns WHERE warnings.id = returns.id`;

const RESOLVE = `UPDATE warnings
  SET warning_state = 'resolved', version = version + 1, closed_at = make_timestamp($at::BIGINT * 1000)
  WHERE id IN (SELECT unnest($ids::VARCHAR[]))`;

/**
 * Notes which customers who were warned of have bought again. A warning that nobody has acted on is resolved by that:
 * who has just bought should not be called.
 *
 * @param purchases of any customers, whether warned of or not
 * @returns the news of warnings that are resolved by it
 */
export async function noteReturns(
  statements: Statements,
  purchases: readonly Purchase[],
  at: number,
): Promise<WarningNews[]> {
  if (purchases.length === 0) return [];
  const bought = purchases.map(({ customerId, day }) => ({ customer_id: customerId, day }));
  const returned = await statements.rows(RETURNED, { rows: JSON.stringify(bought) });
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
