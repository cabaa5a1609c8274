/** Cells of one column of a free statement's result; null where there is no value. */
export type SandboxCells =
  | { kind: 'number'; cells: (number | null)[] }
  /** Milliseconds since 1970-01-01 UTC, with fractions down to the microsecond. */
  | { kind: 'time'; cells: (number | null)[] }
  | { kind: 'bool'; cells: (boolean | null)[] }
  /** `numeric`: numbers with more digits than a double holds. */
  | { kind: 'text'; cells: (string | null)[]; numeric?: true };

export type SandboxColumn = SandboxCells & {
  /** Unique in its result: a name that occurs twice gets `:1`, `:2` ... appended. */
  name: string;
  /** DuckDB's logical type, e.g. `DECIMAL(18,2)` or `JSON`. */
  sqlType: string;
};

/** Which limit ended the reading of a result before its end. */
export interface Cut {
  by: 'rows' | 'cells' | 'bytes';
  limit: number;
}

export interface SandboxResult {
  /** Number of rows. */
  length: number;
  columns: SandboxColumn[];
  /** Absent when the result is whole. */
  cut?: Cut;
}
