import { kindOfFailure, telling } from '../../warehouse/duckdb/failures';
import { WarehouseError } from '../../warehouse';

/** Too much waits for the disk: nothing of what was sent has been taken, and it should be sent again later. */
export class OverloadedError extends Error {
  override readonly name = 'OverloadedError';

  constructor(
    message: string,
    /** Seconds after which to try again. */
    readonly retryAfter: number,
  ) {
    super(message);
  }
}

/** The store could not be written, in words; what was sent has not been taken. */
export function toStoreError(error: unknown): WarehouseError {
  if (error instanceof WarehouseError) return error;
  const why = telling(error);
  const because = { cause: error };
  if (kindOfFailure(error) === 'full disk') {
    return new WarehouseError(
      'io',
      'No event was taken: the disk that holds the store of events is full.',
      'Free some space and send them again.',
      because,
    );
  }
  return new WarehouseError('io', `No event was taken: ${why}.`, 'Send them again.', because);
}
