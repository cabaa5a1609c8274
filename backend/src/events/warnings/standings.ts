import type { RiskBand } from '../../contract';
import { jsonRows } from '../store/json-rows';
import type { Statements } from '../store/statements';
import type { Standing } from './judge';

const TOUCHED = jsonRows({ customer_id: 'VARCHAR', band: 'VARCHAR', as_of: 'DATE', warned_as_of: 'DATE' });

const UPDATE = `UPDATE standings
  SET band = touched.band, as_of = touched.as_of, warned_as_of = touched.warned_as_of
  FROM ${TOUCHED} AS touched WHERE standings.customer_id = touched.customer_id`;
const INSERT = `INSERT INTO standings BY NAME SELECT * FROM ${TOUCHED}`;

/** Where these customers stood when last looked at; who has never been is missing. */
export async function readStandings(
  statements: Pick<Statements, 'rows'>,
  customerIds: readonly string[],
): Promise<Map<string, Standing>> {
  const sql = 'SELECT * FROM standings WHERE customer_id IN (SELECT unnest($ids::VARCHAR[]))';
  const rows = await statements.rows(sql, { ids: customerIds });
  return new Map(
    rows.map((row) => [
      String(row.customer_id),
      {
        band: String(row.band) as RiskBand,
        asOf: String(row.as_of),
        warnedAsOf: typeof row.warned_as_of === 'string' ? row.warned_as_of : undefined,
      },
    ]),
  );
}

/**
 * Notes where customers stand now; of those who stand where they stood, nothing is written.
 *
 * @param known those of them, read in the same transaction, who have been looked at before
 */
export async function writeStandings(
  statements: Statements,
  standings: ReadonlyMap<string, Standing>,
  known: ReadonlyMap<string, Standing>,
): Promise<void> {
  const moved = [...standings].filter(([id, standing]) => !isSame(standing, known.get(id)));
  const rows = moved.map(([customer_id, { band, asOf, warnedAsOf }]) => ({
    customer_id,
    band,
    as_of: asOf,
    warned_as_of: warnedAsOf ?? null,
  }));
  const before = rows.filter((row) => known.has(row.customer_id));
  const fresh = rows.filter((row) => !known.has(row.customer_id));
  if (before.length > 0) await statements.run(UPDATE, { rows: JSON.stringify(before) });
  if (fresh.length > 0) await statements.run(INSERT, { rows: JSON.stringify(fresh) });
}

const isSame = (one: Standing, other: Standing | undefined): boolean =>
  one.band === other?.band && one.asOf === other.asOf && one.warnedAsOf === other.warnedAsOf;
