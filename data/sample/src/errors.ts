/** What went wrong: an option, the output folder, the space on the disk. */
export type SampleErrorCode = 'option' | 'folder' | 'disk';

/** A failure that the user can mend; the message says what was wrong, where, and what to do. */
export class SampleError extends Error {
  override readonly name = 'SampleError';

  constructor(
    readonly code: SampleErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Puts a file system's error into words; `place` is the folder or file that was being written. */
export function fromFileSystem(error: unknown, place: string): SampleError {
  if (error instanceof SampleError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new SampleError(
        'disk',
        `The disk is full: the sample could not be written to ${place}. Free some space, choose another folder, or ask for fewer customers.`,
        { cause: error },
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new SampleError(
        'folder',
        `No permission to write to ${place}. Choose a folder that you may write to, or change its permissions.`,
        { cause: error },
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new SampleError(
        'folder',
        `${place} cannot be a folder, because a file of that name is in the way. Choose another folder.`,
        { cause: error },
      );
    default: {
      const reason = error instanceof Error ? error.message : String(error);
      return new SampleError('folder', `The sample could not be written to ${place}: ${reason}.`, { cause: error });
    }
  }
}
