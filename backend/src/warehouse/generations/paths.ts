import { join } from 'node:path';

/** Version of the tables in a generation file. It rises whenever a table, a column or its meaning changes. */
export const SCHEMA_VERSION = 3;

/** Where things lie in a warehouse folder. */
export function warehousePaths(out: string) {
  const generations = join(out, 'generations');
  return {
    out,
    generations,
    temporary: join(out, 'tmp'),
    pointer: join(out, 'current.json'),
    /** Tells of the rows that builds take in beside the shop's files. */
    supplement: join(out, 'supplement.json'),
    supplements: join(out, 'supplement'),
    lock: join(out, 'build.lock'),
    database: (id: string) => join(generations, `${id}.duckdb`),
    manifest: (id: string) => join(generations, `${id}.json`),
  };
}

export type WarehousePaths = ReturnType<typeof warehousePaths>;

/** A new generation's id: the time of building, so that ids sort by age, and a few characters of chance. */
export function newGenerationId(now: Date): string {
  const time = now
    .toISOString()
    .replace('T', '-')
    .replace(/[:.Z]/g, '')
    .replace(/^(\d+)-(\d+)-/, '$1$2');
  return `${time}-${Math.random().toString(36).slice(2, 6).padEnd(4, '0')}`;
}
