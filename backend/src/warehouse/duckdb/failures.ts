import { messageOf, WarehouseError } from '../errors';

const FULL_DISK = /no space left|ENOSPC|disk (?:is )?full|max_temp_directory_size|disk quota|EDQUOT/i;
const NO_MEMORY = /out of memory|failed to (?:allocate|pin)|could not allocate/i;
const CORRUPT = /corrupt|checksum|not a valid DuckDB database|could not read enough bytes/i;

/** What DuckDB's (or the system's) message means, for those that a person can do something about. */
export function kindOfFailure(error: unknown): 'full disk' | 'no memory' | 'corrupt' | undefined {
  const message = messageOf(error);
  // DuckDB calls a full spill area out of memory, too.
  if (FULL_DISK.test(message)) return 'full disk';
  if (NO_MEMORY.test(message)) return 'no memory';
  return CORRUPT.test(message) ? 'corrupt' : undefined;
}

/** The line of a message that says it best, without a full stop. */
export function telling(error: unknown): string {
  const lines = messageOf(error).split('\n');
  const line = lines.find((text) => FULL_DISK.test(text)) ?? lines[0]!;
  return line.replace(/^.*Original error: /, '').replace(/[.\s]+$/, '');
}

/** An error of a query; those that a person can do something about say so. */
export function toQueryError(error: unknown): unknown {
  const message = telling(error);
  switch (kindOfFailure(error)) {
    case 'full disk':
      return new WarehouseError('io', `The disk for large queries is full: ${message}.`, 'Free some space.', {
        cause: error,
      });
    case 'no memory':
      return new WarehouseError(
        'io',
        `The query needs more memory than it may use: ${message}.`,
        'Ask for less at once, or allow more memory.',
        { cause: error },
      );
    case 'corrupt':
      return new WarehouseError(
        'corrupt',
        `The warehouse file is damaged: ${message}.`,
        'Run "churnwatch build" to build it anew.',
        { cause: error },
      );
    case undefined:
      return error;
  }
}
