/** A table that statements may read. */
export interface SchemaTable {
  name: string;
  /** What one row stands for, e.g. "one row per order". */
  grain: string;
  columns: readonly SchemaColumn[];
}

export interface SchemaColumn {
  name: string;
  /** DuckDB's name of its type, e.g. `TIMESTAMP`. */
  type: string;
  description: string;
}

export interface SchemaMacro {
  /** As it is written: `$__timeFilter(column)`. */
  usage: string;
  help: string;
}

/** What `GET /schema` answers: everything that a statement may use, for completion and for the schema browser. */
export interface SchemaBody {
  tables: readonly SchemaTable[];
  /** Names of the functions, in lower case. */
  functions: readonly string[];
  macros: readonly SchemaMacro[];
  /** May the caller run statements? If not, `reason` says why. */
  allowed: boolean;
  reason?: string;
}
