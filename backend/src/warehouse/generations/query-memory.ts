import { totalmem } from 'node:os';

/** Enough for a shop of some 350,000 customers. */
const LEAST_BYTES = 512e6;
/** What describing one customer by what is known of all of them takes, most of it in tables that cannot be spilled. */
const BYTES_PER_CUSTOMER = 1_500;

/**
 * Memory, in DuckDB's notation, that queries over a shop with so many customers may use: it is set apart for nobody, and
 * freed when they have been answered. At most half of the machine's.
 */
export function queryMemory(customers: number, machineBytes = memoryOfMachine()): string {
  const wanted = Math.min(customers * BYTES_PER_CUSTOMER, machineBytes / 2);
  return `${Math.round(Math.max(LEAST_BYTES, wanted) / 1e6)}MB`;
}

/** That of the container, where the process runs in one with a limit. */
function memoryOfMachine(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
