import { WarehouseError } from '../errors';

const UNITS: Readonly<Record<string, number>> = {
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KIB: 2 ** 10,
  MIB: 2 ** 20,
  GIB: 2 ** 30,
  TIB: 2 ** 40,
};

/** What a build's process takes beside DuckDB's own count: Node, the library, CSV buffers, freed but unreturned memory. */
const BESIDE_BYTES = 600e6;
/** DuckDB's part of a budget that is smaller than that can serve. */
const LEAST_SHARE = 0.4;

/**
 * DuckDB's memory limit in bytes, for a build that may use `budget` in all.
 *
 * @param budget e.g. `1GiB` or `800MB`
 * @throws WarehouseError `usage` when it is no size
 */
export function databaseMemory(budget: string): number {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([kmgt]?i?b)\s*$/i.exec(budget);
  const unit = UNITS[match?.[2]?.toUpperCase() ?? ''];
  if (!match || unit === undefined) {
    throw new WarehouseError('usage', `"${budget}" is not an amount of memory.`, 'Write it like 800MB or 1.5GiB.');
  }
  const bytes = Number(match[1]) * unit;
  return Math.floor(Math.max(bytes - BESIDE_BYTES, bytes * LEAST_SHARE));
}
