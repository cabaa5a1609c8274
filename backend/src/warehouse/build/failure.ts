import { kindOfFailure, telling } from '../duckdb/failures';
import { WarehouseError } from '../errors';

const NO_PERMISSION = /EACCES|EPERM|EROFS|ENOTDIR|EEXIST|permission denied|read-only file system/i;

/** Turns whatever a build threw into a message that says what was wrong, where, and what to do. */
export function toBuildError(error: unknown, out: string, signal?: AbortSignal): WarehouseError {
  if (error instanceof WarehouseError) return error;
  const message = telling(error);
  const because = { cause: error };
  if (signal?.aborted) {
    return new WarehouseError(
      'cancelled',
      'The build was cancelled.',
      'The last good generation still serves.',
      because,
    );
  }
  const kind = kindOfFailure(error);
  if (kind === 'full disk') {
    return new WarehouseError(
      'io',
      `The disk that holds ${out} is full: ${message}.`,
      'Free some space (about three times the size of the CSV files) and build again.',
      because,
    );
  }
  if (NO_PERMISSION.test(message)) {
    return new WarehouseError(
      'io',
      `The warehouse folder ${out} cannot be written: ${message}.`,
      'Give this user the right to write there, or name another folder: in Grafana in the settings of the data source, else with --out.',
      because,
    );
  }
  if (kind === 'no memory') {
    return new WarehouseError(
      'io',
      `The build needs more memory than it may use: ${message}.`,
      'Allow more with the memory limit, or use fewer threads.',
      because,
    );
  }
  return new WarehouseError(
    'internal',
    `The build failed: ${message}.`,
    'Please report this with the message above.',
    because,
  );
}
