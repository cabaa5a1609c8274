import { WarehouseError } from '../../warehouse';
import { kindOfFailure, telling } from '../../warehouse/duckdb/failures';

const NOT_WRITTEN = /^(EACCES|EPERM|EROFS|EDQUOT|EIO|ENOSPC|ENOTDIR|EEXIST|EBUSY|EXDEV)$/;

/** Says that reading or writing failed, where that is what went wrong; undefined for anything else. */
export function diskFailure(error: unknown, what: string, hint: string): WarehouseError | undefined {
  const { code = '' } = error as NodeJS.ErrnoException;
  const isFull = kindOfFailure(error) === 'full disk';
  if (error instanceof WarehouseError || !(isFull || NOT_WRITTEN.test(code))) return undefined;
  const message = `${what}: ${isFull ? `the disk is full (${telling(error)})` : telling(error)}.`;
  return new WarehouseError('io', message, hint, { cause: error });
}
