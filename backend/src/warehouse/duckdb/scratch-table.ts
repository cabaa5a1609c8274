import raw from '@duckdb/node-bindings';
import { DOUBLE, DuckDBDataChunk, INTEGER, UTINYINT, type DuckDBConnection } from '@duckdb/node-api';
import type { ScratchColumn } from '../engine';

const ROWS_PER_CHUNK = 2048;

const TYPES = { INTEGER, DOUBLE, UTINYINT } as const;

type SqlType = keyof typeof TYPES;

/**
 * Creates a table in the reader's in-memory database and fills it from typed arrays, whole chunks at a time: a value at
 * a time takes seconds for a hundred thousand customers. The connection must be the caller's alone meanwhile.
 *
 * @param name a plain identifier
 * @throws RangeError when the columns differ in length; DuckDB's error when the table exists or memory runs out
 */
export async function fillScratchTable(
  connection: DuckDBConnection,
  name: string,
  columns: Readonly<Record<string, ScratchColumn>>,
): Promise<void> {
  const parts = Object.entries(columns).map(([column, values]) => ({ column, values, sql: sqlTypeOf(values) }));
  const length = parts[0]?.values.length ?? 0;
  if (parts.some((part) => part.values.length !== length)) throw new RangeError(`columns of ${name} differ in length`);
  const definition = parts.map((part) => `"${part.column}" ${part.sql}`).join(', ');
  await connection.run(`CREATE TABLE memory.main."${name}" (${definition})`);
  const appender = await connection.createAppender(name, 'main', 'memory');
  try {
    const types = parts.map((part) => TYPES[part.sql]);
    for (let from = 0; from < length; from += ROWS_PER_CHUNK) {
      const rows = Math.min(ROWS_PER_CHUNK, length - from);
      const chunk = DuckDBDataChunk.create(types, rows);
      parts.forEach((part, index) => copyInto(chunk, index, part.values, from, rows));
      appender.appendDataChunk(chunk);
    }
  } finally {
    appender.closeSync();
  }
}

function copyInto(chunk: DuckDBDataChunk, index: number, values: ScratchColumn, from: number, rows: number): void {
  const { BYTES_PER_ELEMENT: width, byteOffset } = values;
  // A copy: the values may lie in memory that is shared with workers, which the bindings do not take.
  const bytes = new Uint8Array(rows * width);
  bytes.set(new Uint8Array(values.buffer, byteOffset + from * width, bytes.length));
  raw.copy_data_to_vector(raw.data_chunk_get_vector(chunk.chunk, index), 0, bytes.buffer, 0, bytes.length);
}

function sqlTypeOf(values: ScratchColumn): SqlType {
  if (values instanceof Int32Array) return 'INTEGER';
  return values instanceof Float64Array ? 'DOUBLE' : 'UTINYINT';
}
