import type { SchemaBody, SchemaColumn } from '@contract';
import type { ReadTable } from './tables';

/** A column with the names of the tables that have it. */
export interface KnownColumn extends SchemaColumn {
  tables: readonly string[];
}

/**
 * The columns that can be named in a statement, each once, in the order of its tables: with a qualifier those of the table
 * of this alias or name, else those of all tables that are read; of all marts when none is read yet.
 */
export function columnsFor(read: readonly ReadTable[], schema: SchemaBody, qualifier?: string): KnownColumn[] {
  const asked = qualifier === undefined ? read : read.filter(({ alias, table }) => same(qualifier, alias, table));
  const names = asked.map(({ table }) => table);
  const tables = schema.tables.filter(({ name }) => same(name, ...names) || (qualifier && same(name, qualifier)));
  return collect(tables.length === 0 && qualifier === undefined && read.length === 0 ? schema.tables : tables);
}

function collect(tables: SchemaBody['tables']): KnownColumn[] {
  const known = new Map<string, KnownColumn>();
  for (const table of tables) {
    for (const column of table.columns) {
      const seen = known.get(column.name);
      known.set(column.name, { ...(seen ?? column), tables: [...(seen?.tables ?? []), table.name] });
    }
  }
  return [...known.values()];
}

function same(name: string, ...others: readonly string[]): boolean {
  return others.some((other) => other.toLowerCase() === name.toLowerCase());
}
