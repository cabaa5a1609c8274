import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../duckdb/sql';
import type { InputFile } from './inputs';
import { rejectTables } from './raw';
import { RULES } from './rules';

/** Rejected rows that are kept one by one for each file; beyond them only the counts are exact. */
export const REJECTS_LISTED = 100_000;

export const CREATE_REJECTS = `
create table stg_rejects (
  file varchar, line bigint, position bigint, record varchar[], reason varchar, detail varchar
)`;

/** DuckDB's kinds of CSV errors, in a shop's words. */
const READER_REASON = `case error_type
    when 'CAST' then case
      when error_message like '%TIMESTAMP%' then '"' || column_name || '" is not a date and time'
      else '"' || column_name || '" is not a number' end
    when 'MISSING COLUMNS' then 'too few columns'
    when 'TOO MANY COLUMNS' then 'too many columns'
    when 'UNQUOTED VALUE' then 'broken quotes'
    when 'INVALID ENCODING' then 'not UTF-8 text'
    when 'LINE SIZE OVER MAXIMUM' then 'the row is too long'
    else lower(error_type) end`;

/**
 * Moves the rows that the CSV reader refused to `stg_rejects`, one per row of the file with its first error.
 * Must run on the connection that read the file.
 *
 * @returns how many rows it refused
 */
export async function takeReaderRejects(connection: DuckDBConnection, file: InputFile): Promise<number> {
  const tables = rejectTables(file.source);
  const exists = await connection.runAndReadAll(`select 1 from duckdb_tables() where table_name = '${tables.errors}'`);
  if (exists.currentRowCount === 0) return 0;
  const result = await connection.run(
    `insert into stg_rejects
     select ${literal(file.name)}, line, byte_position, [left(trim(csv_line, chr(13) || chr(10)), 200)],
       ${READER_REASON}, error_message
     from ${tables.errors}
     qualify row_number() over (partition by scan_id, line order by column_idx) = 1`,
  );
  await connection.run(`drop table ${tables.errors}`);
  await connection.run(`drop table ${tables.scans}`);
  return result.rowsChanged;
}

/**
 * Applies our own rules to a staging table: rows that break one move to `stg_rejects`.
 *
 * @returns how many rows were refused
 */
export async function takeRuleBreakers(connection: DuckDBConnection, file: InputFile): Promise<number> {
  const rules = RULES[file.source.table];
  if (rules === undefined) return 0;
  const { table } = file.source;
  const broken = `broken_${table}`;
  const created = await connection.runAndReadAll(
    `create temp table ${broken} as select row_id, min(reason) as reason from (${rules.sql}) group by row_id;
     select count(*) from ${broken}`,
  );
  const rows = Number(created.getRows()[0]?.[0] ?? 0);
  if (rows > 0) {
    const order = rules.ofOrder ? 'left join stg_orders_numbered o on o.order_key = s.order_key' : '';
    await connection.run(
      `insert into stg_rejects
       select ${literal(file.name)}, null, null, ${rules.record}, b.reason, null
       from ${broken} b join stg_${table} s on s.rowid = b.row_id ${order}
       order by b.row_id`,
    );
    await connection.run(`delete from stg_${table} where rowid in (select row_id from ${broken})`);
  }
  await connection.run(`drop table ${broken}`);
  return rows;
}
