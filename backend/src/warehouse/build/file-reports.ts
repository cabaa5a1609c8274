import type { DuckDBConnection } from '@duckdb/node-api';
import type { InputFile, Inputs } from '../load/inputs';
import { SOURCES, SOURCE_TABLES, type SourceTable } from '../load/sources';
import { literal } from '../duckdb/sql';
import type { FileReport, RejectReason } from '../report';
import { queryRows } from './database';
import type { LoadedRows } from './load';

const EXAMPLES = 5;

/** What was read from each file, and why rows of it were refused. */
export async function reportFiles(
  lane: DuckDBConnection,
  inputs: Inputs,
  loaded: Partial<Record<SourceTable, LoadedRows>>,
  notes: ReadonlyMap<SourceTable, string[]>,
): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const table of SOURCE_TABLES) {
    const file = inputs[table];
    const rows = loaded[table];
    if (file === undefined || rows === undefined) reports.push(absentFile(table));
    else reports.push(await reportFile(lane, file, rows, notes.get(table) ?? []));
  }
  return reports;
}

function absentFile(table: SourceTable): FileReport {
  const notes = [`absent: ${SOURCES[table].without ?? 'not needed'}`];
  return { table, file: null, bytes: 0, rowsRead: 0, rowsLoaded: 0, rowsRejected: 0, rejects: [], notes };
}

async function reportFile(
  lane: DuckDBConnection,
  file: InputFile,
  rows: LoadedRows,
  notes: string[],
): Promise<FileReport> {
  const rejected = rows.read - rows.loaded;
  return {
    table: file.source.table,
    file: file.name,
    bytes: file.bytes,
    rowsRead: rows.read,
    rowsLoaded: rows.loaded,
    rowsRejected: rejected,
    rejects: rejected > 0 ? await rejectReasons(lane, file.name) : [],
    notes,
  };
}

async function rejectReasons(lane: DuckDBConnection, file: string): Promise<RejectReason[]> {
  const counts = await queryRows(
    lane,
    `select reason, count(*) as rows from stg_rejects where file = ${literal(file)} group by reason
     order by rows desc, reason`,
  );
  const examples = await queryRows(
    lane,
    `select reason, line, array_to_string(record, ', ') as record, detail from stg_rejects
     where file = ${literal(file)}
     qualify row_number() over (partition by reason order by line, record) <= ${EXAMPLES}
     order by line, record`,
  );
  return counts.map((count) => ({
    reason: String(count['reason']),
    rows: Number(count['rows']),
    examples: examples
      .filter((example) => example['reason'] === count['reason'])
      .map((example) => ({
        line: example['line'] === null ? null : Number(example['line']),
        record: String(example['record'] ?? ''),
        ...(example['detail'] === null ? {} : { detail: String(example['detail']) }),
      })),
  }));
}
