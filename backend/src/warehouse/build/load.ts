import type { DuckDBConnection } from '@duckdb/node-api';
import type { Model } from '../models';
import type { InputFile } from '../load/inputs';
import { takeRejects } from '../load/rejects';
import { queryRows } from './database';

export interface LoadedRows {
  read: number;
  loaded: number;
}

/** Creates a model's table: staging in memory, marts in the generation file. */
export async function createTable(lane: DuckDBConnection, model: Model): Promise<void> {
  const schema = model.stage === 'mart' ? 'generation.main' : 'memory.main';
  await lane.run(`CREATE TABLE ${schema}.${model.name} AS ${model.sql}`);
}

/** Reads a file into its staging table and sets aside the rows that are no good. */
export async function loadFile(lane: DuckDBConnection, model: Model, file: InputFile | undefined): Promise<LoadedRows> {
  await createTable(lane, model);
  if (file === undefined) return { read: 0, loaded: 0 };
  const refused = await takeRejects(lane, file);
  // Geolocation is counted as it is read: each of its rows stands for several of the file's.
  const counter = model.name === 'stg_zip_cells' ? 'coalesce(sum(points), 0)' : 'count(*)';
  const [row] = await queryRows(lane, `select cast(${counter} as bigint) as loaded from ${model.name}`);
  const loaded = Number(row?.['loaded'] ?? 0);
  return { read: loaded + refused, loaded };
}
