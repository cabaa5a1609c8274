/** What a statement may read. */
export interface AllowedSchema {
  /** Names of tables and views, as they are written in SQL: `fct_orders`. */
  tables: readonly string[];
  /** True: tables may also be written with their schema, `main.fct_orders`. */
  qualified: boolean;
}

/**
 * A name as DuckDB compares names: without regard to the case of ASCII letters, and of these only. JavaScript's own
 * lower case would take the Kelvin sign for a k, and a table for another.
 */
export function folded(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
