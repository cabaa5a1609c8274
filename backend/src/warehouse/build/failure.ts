import { WarehouseError, messageOf } from '../errors';

const FULL_DISK = /no space left|ENOSPC|disk (?:is )?full|max_temp_directory_size|disk quota|EDQUOT/i;
const NO_MEMORY = /out of memory|failed to (?:allocate|pin)|could not allocate/i;
const NO_PERMISSION = /EACCES|EPERM|EROFS|ENOTDIR|EEXIST|permission denied|read-only file system/i;

/** Turns whatever a build threw into a message that says what was wrong, where, and what to do. */
export function toBuildError(error: unknown, out: string, signal?: AbortSignal): WarehouseError {
  if (error instanceof WarehouseError) return error;
  const message = messageOf(error).split('\n')[0]!;
  if (signal?.aborted) {
    return new WarehouseError('cancelled', 'The build was cancelled.', 'The last good generation is still there.', {
      cause: error,
    });
  }
  if (FULL_DISK.test(messageOf(error))) {
    return new WarehouseError(
      'io',
      `The disk that holds ${out} is full: ${message}.`,
      'Free some space (about three times the size of the CSV files) and build again.',
      { cause: error },
    );
  }
  if (NO_PERMISSION.test(message)) {
    return new WarehouseError(
      'io',
      `The warehouse folder ${out} cannot be written: ${message}.`,
      'Give this user the right to write there, or name another folder with --out.',
      { cause: error },
    );
  }
  if (NO_MEMORY.test(message)) {
    return new WarehouseError(
      'io',
      `The build needs more memory than it may use: ${message}.`,
      'Allow more with the memory limit, or use fewer threads.',
      { cause: error },
    );
  }
  return new WarehouseError('internal', `The build failed: ${message}.`, 'Please report this with the message above.', {
    cause: error,
  });
}
