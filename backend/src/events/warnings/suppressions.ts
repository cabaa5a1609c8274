import type { Suppression } from '../../contract';
import { jsonRows } from '../store/json-rows';
import type { Statements } from '../store/statements';
import { dayAndSegment, type Rise } from './judge';

const ROWS = jsonRows({
  created_at: 'BIGINT',
  as_of: 'DATE',
  segment: 'VARCHAR',
  reason: 'VARCHAR',
  customers: 'BIGINT',
});
const INSERT = `INSERT INTO suppressed BY NAME
  SELECT * REPLACE (make_timestamp(created_at * 1000) AS created_at) FROM ${ROWS}`;

/** Customers of one segment and day who met the rules and were not warned of. */
export interface Suppressed {
  asOf: string;
  segment: string;
  reason: Suppression;
  customers: number;
}

/** Counts rises that are not warned of. */
export function countSuppressed(rises: readonly Rise[], reason: Suppression): Suppressed[] {
  const counts = new Map<string, Suppressed>();
  for (const { profile } of rises) {
    const { asOf, segment } = profile;
    const known = counts.get(dayAndSegment(profile));
    counts.set(dayAndSegment(profile), { asOf, segment, reason, customers: (known?.customers ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** Notes who was not warned of, so that a list that was cut does not look complete. */
export async function noteSuppressed(
  statements: Statements,
  suppressed: readonly Suppressed[],
  at: number,
): Promise<void> {
  if (suppressed.length === 0) return;
  const rows = suppressed.map(({ asOf, ...rest }) => ({ ...rest, as_of: asOf, created_at: at }));
  await statements.run(INSERT, { rows: JSON.stringify(rows) });
}
