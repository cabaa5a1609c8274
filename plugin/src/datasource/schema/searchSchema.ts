import type { SchemaBody, SchemaMacro, SchemaTable } from '@contract';

/** The parts of a schema that a search finds. */
export interface Found {
  /** A table that is found itself keeps all its columns, another one those that are found. */
  tables: readonly SchemaTable[];
  macros: readonly SchemaMacro[];
  functions: readonly string[];
}

/** What is found in a schema: every word sought stands in the name or the description, without regard to case. */
export function searchSchema(schema: SchemaBody, search: string): Found {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = (...texts: readonly string[]) => {
    const text = texts.join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const tables = schema.tables.flatMap((table) => {
    if (hits(table.name, table.grain)) return [table];
    const columns = table.columns.filter(({ name, description }) => hits(table.name, name, description));
    return columns.length > 0 ? [{ ...table, columns }] : [];
  });
  return {
    tables,
    macros: schema.macros.filter(({ usage, help }) => hits(usage, help)),
    functions: schema.functions.filter((name) => hits(name)),
  };
}

/** True when nothing is found at all. */
export function isEmpty({ tables, macros, functions }: Found): boolean {
  return tables.length + macros.length + functions.length === 0;
}
