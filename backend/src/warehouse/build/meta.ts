import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../duckdb/sql';
import { SCHEMA_VERSION } from '../generations/paths';
import { META_MODELS } from '../models';
import type { FileReport } from '../report';
import { createTable } from './load';

export interface BuildFacts {
  id: string;
  builtAt: Date;
  source: string;
  sample: boolean;
  files: readonly FileReport[];
  checks: readonly string[];
}

/** Writes what the build knows about itself into the generation: load_files, load_rejects, load_checks, warehouse_info. */
export async function writeMetaTables(lane: DuckDBConnection, facts: BuildFacts): Promise<void> {
  await createFrom(
    lane,
    'stg_files (table_name, file, bytes, rows_read, rows_loaded, rows_rejected, notes)',
    facts.files.map((file) => [
      text(file.table),
      file.file === null ? 'cast(null as varchar)' : text(file.file),
      bigint(file.bytes),
      bigint(file.rowsRead),
      bigint(file.rowsLoaded),
      bigint(file.rowsRejected),
      text(file.notes.join('; ')),
    ]),
  );
  await createFrom(
    lane,
    'stg_checks (name)',
    facts.checks.map((name) => [text(name)]),
  );
  await createFrom(lane, 'stg_info (generation, schema_version, built_at, source, sample)', [
    [
      text(facts.id),
      String(SCHEMA_VERSION),
      `cast(${literal(facts.builtAt.toISOString().slice(0, -1))} as timestamp)`,
      text(facts.source),
      String(facts.sample),
    ],
  ]);
  for (const model of META_MODELS) await createTable(lane, model);
}

const text = (value: string) => literal(value);
const bigint = (value: number) => `cast(${value} as bigint)`;

async function createFrom(lane: DuckDBConnection, table: string, rows: readonly (readonly string[])[]): Promise<void> {
  const values = rows.map((row) => `(${row.join(', ')})`).join(', ');
  const [name, columns] = [table.slice(0, table.indexOf(' ')), table.slice(table.indexOf('('))];
  await lane.run(`CREATE TABLE memory.main.${name} AS SELECT * FROM (VALUES ${values}) v${columns}`);
}
