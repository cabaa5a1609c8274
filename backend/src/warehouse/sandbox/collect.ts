import { setImmediate } from 'node:timers/promises';
import { DuckDBEnumType, type DuckDBDataChunk, type DuckDBResult, type DuckDBType } from '@duckdb/node-api';
import { collectorOf, type CellCollector } from './cell-collectors';
import type { Cut, SandboxResult } from './result';
import { textLengths } from './text-lengths';

export interface SizeLimits {
  maxRows: number;
  /** Rows times columns. */
  maxCells: number;
  /** Bytes of all values: 8 for a number or a time, the UTF-8 bytes of a text. */
  maxBytes: number;
}

/**
 * Reads a streamed result until its end or a limit, whole rows only.
 *
 * @throws the signal's reason when it is aborted before the end; DuckDB's error when computing fails
 */
export async function collect(result: DuckDBResult, limits: SizeLimits, signal: AbortSignal): Promise<SandboxResult> {
  const names = result.deduplicatedColumnNames();
  const types = result.columnTypes();
  const rows = new LimitedRows(types, limits);
  let cut: Cut | undefined;
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    signal.throwIfAborted();
    cut = rows.take(chunk);
    if (cut) break;
    // Reading values holds up everything else that this process answers.
    await setImmediate();
  }
  const columns = rows.finish().map((cells, i) => ({ ...cells, name: names[i] ?? '', sqlType: nameOf(types[i]) }));
  return { length: rows.length, columns, ...(cut && { cut }) };
}

/** An ENUM's own name lists all of its members. */
function nameOf(type: DuckDBType | undefined): string {
  if (type instanceof DuckDBEnumType) return 'ENUM';
  return type?.alias ?? String(type);
}

class LimitedRows {
  length = 0;
  private bytes = 0;
  private readonly collectors: CellCollector[];

  constructor(
    private readonly types: readonly DuckDBType[],
    private readonly limits: SizeLimits,
  ) {
    this.collectors = types.map(collectorOf);
  }

  /** Takes as many rows of a chunk as the limits allow; the limit that a further row would break, if there is one. */
  take(chunk: DuckDBDataChunk): Cut | undefined {
    const lengths = this.types.map((type, index) => textLengths(chunk, index, type));
    for (let row = 0; row < chunk.rowCount; row++) {
      const cut = this.cutBefore(lengths.reduce((sum, column) => sum + (column?.[row] ?? 0), 0));
      if (cut) return cut;
      for (const [index, collector] of this.collectors.entries()) {
        this.bytes += collector.push(chunk.getColumnVector(index).getItem(row));
      }
      this.length += 1;
    }
    return undefined;
  }

  finish() {
    return this.collectors.map((collector) => collector.finish());
  }

  private cutBefore(textBytes: number): Cut | undefined {
    const { maxRows, maxCells, maxBytes } = this.limits;
    if (this.length >= maxRows) return { by: 'rows', limit: maxRows };
    if ((this.length + 1) * this.types.length > maxCells) return { by: 'cells', limit: maxCells };
    if (this.bytes + textBytes > maxBytes) return { by: 'bytes', limit: maxBytes };
    return undefined;
  }
}
