import type { DuckDBDataChunk, DuckDBMaterializedResult } from '@duckdb/node-api';

/**
 * The chunks of a result that is there as a whole, at once. To fetch them would take two more turns of the event loop,
 * which many small statements one after the other wait for longer than for the database.
 */
export function chunksOf(result: DuckDBMaterializedResult): DuckDBDataChunk[] {
  return Array.from({ length: result.chunkCount }, (_, at) => result.getChunk(at));
}
