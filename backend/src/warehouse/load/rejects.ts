import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../duckdb/sql';
import type { InputFile } from './inputs';
import { locateRejects } from './lines';
import { rejectTables } from './raw';
import { repeatedKey, RULES, type Rules } from './rules';

/** Rejected rows that are told one by one for each file; beyond them only the counts are exact. */
export const REJECTS_LISTED = 100_000;

/** All files' refused rows. */
export const CREATE_REJECTS =
  'create table stg_rejects (file varchar, line bigint, record varchar[], reason varchar, detail varchar)';

/** DuckDB's kinds of CSV errors, in a shop's words. */
const READER_REASON = `case error_type
    when 'CAST' then case
      when error_message like '%TIMESTAMP%' then column_name || ' is not a date and time'
      else column_name || ' is not a number' end
    when 'MISSING COLUMNS' then 'too few columns'
    when 'TOO MANY COLUMNS' then 'too many columns'
    when 'UNQUOTED VALUE' then 'broken quotes'
    when 'INVALID ENCODING' then 'not UTF-8 text'
    when 'LINE SIZE OVER MAXIMUM' then 'the row is too long'
    else lower(error_type) end`;

/**
 * Moves a file's rows that are no good from its staging table to `stg_rejects`, with their lines: those that the CSV
 * reader refused and those that break our own rules. Must run on the connection that read the file.
 *
 * @returns how many rows were refused
 */
export async function takeRejects(lane: DuckDBConnection, file: InputFile): Promise<number> {
  const refused = `refused_${file.source.table}`;
  await lane.run(
    `create temp table ${refused}
     (seq integer, position bigint, row_id bigint, record varchar[], reason varchar, detail varchar)`,
  );
  const rules = RULES[file.source.table];
  let rows = await takeReaderRejects(lane, file, refused);
  if (rules !== undefined) {
    rows += await takeRuleBreakers(lane, file, refused, rules, `select * from (${rules.sql}) where reason is not null`);
    rows += await takeRuleBreakers(lane, file, refused, rules, repeatedRows(file, rules));
  }
  if (rows > 0) {
    await lane.run(`update ${refused} set seq = rowid`);
    await locateRejects(lane, file, refused, REJECTS_LISTED);
    await lane.run(
      `insert into stg_rejects
       select ${literal(file.name)}, l.line, r.record, r.reason, r.detail
       from ${refused} r left join ${refused}_lines l on l.seq = r.seq`,
    );
    await lane.run(`drop table ${refused}_lines`);
  }
  await lane.run(`drop table ${refused}`);
  return rows;
}

/** One row per row of the file that the reader refused, with its first error. */
async function takeReaderRejects(lane: DuckDBConnection, file: InputFile, refused: string): Promise<number> {
  const tables = rejectTables(file.source);
  const found = await lane.runAndReadAll(`select 1 from duckdb_tables() where table_name = '${tables.errors}'`);
  if (found.currentRowCount === 0) return 0;
  const result = await lane.run(
    `insert into ${refused}
     select null, line_byte_position - 1, null, [left(trim(csv_line, chr(13) || chr(10)), 200)], ${READER_REASON},
       error_message
     from ${tables.errors}
     qualify row_number() over (partition by line_byte_position order by column_idx) = 1
     order by line_byte_position`,
  );
  await lane.run(`drop table ${tables.errors}`);
  await lane.run(`drop table ${tables.scans}`);
  return result.rowsChanged;
}

/** Moves the rows that `broken` (a SELECT of row_id and reason) names from the staging table to `refused`. */
async function takeRuleBreakers(
  lane: DuckDBConnection,
  file: InputFile,
  refused: string,
  rules: Rules,
  broken: string,
): Promise<number> {
  const staging = `stg_${file.source.table}`;
  const order = rules.ofOrder ? 'left join stg_orders_numbered o on o.order_key = s.order_key' : '';
  const found = await lane.runAndReadAll(`select 1 from (${broken}) limit 1`);
  if (found.currentRowCount === 0) return 0;
  const result = await lane.run(
    `insert into ${refused}
     select null, null, b.row_id, ${rules.record}, b.reason, null
     from (${broken}) b
     join ${staging} s on s.rowid = b.row_id ${order}
     order by b.row_id`,
  );
  await lane.run(`delete from ${staging} where rowid in (select row_id from ${refused} where row_id is not null)`);
  return result.rowsChanged;
}

/** The rows whose key an earlier row has; rows lie in the staging table in the order of the file. */
function repeatedRows(file: InputFile, rules: Rules): string {
  const staging = `stg_${file.source.table}`;
  const key = rules.key.join(', ');
  const same = rules.key.map((column) => `first.${column} = s.${column}`).join(' and ');
  return `select s.rowid as row_id, ${literal(repeatedKey(file.source.key))} as reason
    from ${staging} s
    join (select ${key}, min(rowid) as row_id from ${staging} group by ${key} having count(*) > 1) first on ${same}
    where s.rowid > first.row_id`;
}
