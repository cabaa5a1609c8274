import type { Statements } from '../store/statements';

/** The name under which the log's `progress` says how far events have had their effect. */
const READER = 'processed';

/** The last event that has had its effect; 0 before the first. */
export async function processedSeq(statements: Pick<Statements, 'rows'>): Promise<number> {
  const [row] = await statements.rows('SELECT seq FROM progress WHERE reader = $reader', { reader: READER });
  return Number(row?.seq ?? 0);
}

/**
 * Notes in the transaction of an effect that all events up to `to` have had theirs.
 *
 * @throws Error when not all up to `from`, or more, have had theirs: the transaction must not be committed
 */
export async function moveProgress(statements: Statements, from: number, to: number): Promise<void> {
  const moved = await statements.rows(
    'UPDATE progress SET seq = $to WHERE reader = $reader AND seq = $from RETURNING seq',
    { reader: READER, from, to },
  );
  if (moved.length > 0) return;
  const at = await processedSeq(statements);
  if (at !== from) throw new Error(`The events up to ${at} have had their effect, not those up to ${from}.`);
  await statements.run('INSERT INTO progress VALUES ($reader, $to)', { reader: READER, to });
}
