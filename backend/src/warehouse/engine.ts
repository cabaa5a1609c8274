import type { ColumnSet } from '../contract';
import type { Sandbox, SandboxLimits } from './sandbox';

export type SqlValue = string | number | boolean | null | readonly string[];
export type SqlParameters = Readonly<Record<string, SqlValue>>;
export type Row = Readonly<Record<string, string | number | boolean | null>>;

export interface TableDescription {
  name: string;
  /** What one row stands for, e.g. "one row per order". */
  grain: string;
  columns: { name: string; type: string; description: string }[];
}

/** Values of a column computed outside the database: INTEGER, DOUBLE or UTINYINT there. */
export type ScratchColumn = Int32Array | Float64Array | Uint8Array;

/**
 * What the rest of the backend sees of the database: DuckDB today, a distributed engine behind the same interface for
 * a shop that outgrows one machine.
 */
export interface Engine {
  /** Runs one statement with bound `$name` parameters; the result in columns, in Arrow's layout. */
  columns(sql: string, parameters?: SqlParameters, signal?: AbortSignal): Promise<ColumnSet>;
  /** The same for small results: a row object each; times as RFC 3339 text, days as `YYYY-MM-DD`, integers and decimals as numbers. */
  rows(sql: string, parameters?: SqlParameters, signal?: AbortSignal): Promise<Row[]>;
  /** Runs a statement for its effect on the reader's own scratch space (temporary tables); the generation itself is read-only. */
  run(sql: string, parameters?: SqlParameters, signal?: AbortSignal): Promise<void>;
  /**
   * Makes a table of the reader's scratch space, `memory.main.<name>`, from columns of equal length.
   *
   * @throws RangeError when they differ in length
   */
  fill(name: string, columns: Readonly<Record<string, ScratchColumn>>, signal?: AbortSignal): Promise<void>;
  /** The tables of the generation, in the order of their names. */
  describe(): Promise<TableDescription[]>;
  /**
   * Where statements that people wrote run, apart from everything else; opened when first asked for, and closed with
   * the engine.
   *
   * @param limits of the first call; later ones get the same sandbox
   */
  sandbox(limits: SandboxLimits): Promise<Sandbox>;
}
