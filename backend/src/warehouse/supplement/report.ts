import type { DuckDBConnection } from '@duckdb/node-api';
import { queryRows } from '../build/database';
import type { FileReport } from '../report';
import type { TakenIn } from './take-in';
import { CUSTOMER_EVENTS, SUPPLEMENTED, type SupplementedTable } from './tables';

export type TakenInTables = Partial<Record<SupplementedTable, TakenIn>>;

const count = new Intl.NumberFormat('en');

/** What became of a supplement's rows, as of a source of its own: a report per table that has any. */
export async function reportTakenIn(lane: DuckDBConnection, name: string, taken: TakenInTables): Promise<FileReport[]> {
  const reports = Object.keys(SUPPLEMENTED).flatMap((key) => {
    const table = key as SupplementedTable;
    const rows = taken[table];
    return rows === undefined || rows.rows === 0 ? [] : reportOf(table, name, rows);
  });
  const [events] = await queryRows(
    lane,
    `SELECT (SELECT count(*) FROM raw_${CUSTOMER_EVENTS}) AS rows, (SELECT count(*) FROM fct_${CUSTOMER_EVENTS}) AS added`,
  );
  const [rows, added] = [Number(events?.['rows']), Number(events?.['added'])];
  if (rows === 0) return reports;
  return [...reports, reportOf(CUSTOMER_EVENTS, name, { rows, added, waiting: rows - added })];
}

function reportOf(table: FileReport['table'], name: string, { rows, added, waiting }: TakenIn): FileReport {
  const known = rows - added - waiting;
  const note = [
    `${count.format(added)} added`,
    ...(known > 0 ? [`${count.format(known)} of what the files have`] : []),
    ...(waiting > 0 ? [`${count.format(waiting)} wait for the order or customer that they belong to`] : []),
  ].join(', ');
  const numbers = { bytes: 0, rowsRead: rows, rowsLoaded: rows - waiting, rowsRejected: 0 };
  return { table, file: `${name}: ${table}`, ...numbers, rejects: [], notes: [note] };
}
