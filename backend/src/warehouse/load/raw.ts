import { literal } from '../duckdb/sql';
import type { InputFile } from './inputs';
import { changedRowsSql, isSupplemented, SUPPLEMENTED } from '../supplement/tables';
import type { Source } from './sources';

/** More rejected rows than this in one file are not told apart; the limits have stopped the build long before. */
export const REJECTS_KEPT = 1_000_000;

/** Names of the tables that DuckDB fills while it reads a file: its rejected rows, and the scan they belong to. */
export function rejectTables(source: Source) {
  return { errors: `rejects_${source.table}`, scans: `rejects_scan_${source.table}` };
}

/**
 * The statement that makes a file readable as `raw_<table>`, with declared types: columns in the header's order, unknown
 * ones as text, rows that do not fit set aside. An absent optional file becomes an empty table of the same shape.
 *
 * @param supplemented whether there is a supplement, whose changes then go over the file's rows
 */
export function rawViewSql(
  source: Source,
  input?: { file: InputFile; header: readonly string[] },
  supplemented = false,
): string {
  const view = `CREATE VIEW raw_${source.table} AS`;
  if (input === undefined) {
    const columns = Object.entries(source.columns).map(([name, type]) => `CAST(NULL AS ${type}) AS ${name}`);
    return `${view} SELECT ${columns.join(', ')} WHERE false`;
  }
  const columns = input.header.map((name, at) => {
    const type = Object.hasOwn(source.columns, name) ? source.columns[name]! : 'VARCHAR';
    // A column that is not ours may have no name, or one that occurs twice.
    return `${literal(Object.hasOwn(source.columns, name) ? name : `other column ${at + 1}`)}: '${type}'`;
  });
  const rejects = rejectTables(source);
  const options = [
    'auto_detect = false',
    'header = true',
    "delim = ','",
    `quote = '"'`,
    `escape = '"'`,
    `columns = {${columns.join(', ')}}`,
    'store_rejects = true',
    `rejects_table = '${rejects.errors}'`,
    `rejects_scan = '${rejects.scans}'`,
    `rejects_limit = ${REJECTS_KEPT}`,
  ];
  const names = Object.keys(source.columns).join(', ');
  const rows = `SELECT ${names} FROM read_csv(${literal(escapeGlob(input.file.path))}, ${options.join(', ')})`;
  const changed = supplemented && isSupplemented(source.table) && SUPPLEMENTED[source.table] === 'changes';
  return `${view} ${changed ? changedRowsSql(source, rows) : rows}`;
}

/** DuckDB reads `*`, `?` and `[` in a path as a pattern. */
function escapeGlob(path: string): string {
  return path.replace(/[*?[]/g, (character) => `[${character}]`);
}
