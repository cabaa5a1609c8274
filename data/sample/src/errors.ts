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

/** What the file system's error codes mean to the user. */
const MEANINGS: Record<string, { code: SampleErrorCode; words: (place: string) => string }> = {
  ENOSPC: { code: 'disk', words: diskFull },
  EDQUOT: { code: 'disk', words: diskFull },
  EACCES: { code: 'folder', words: notPermitted },
  EPERM: { code: 'folder', words: notPermitted },
  EROFS: { code: 'folder', words: notPermitted },
  ENOTDIR: { code: 'folder', words: fileInTheWay },
  EEXIST: { code: 'folder', words: fileInTheWay },
};

/** Puts a file system's error into words; `place` is the folder or file that was being written. */
export function fromFileSystem(error: unknown, place: string): SampleError {
  if (error instanceof SampleError) return error;
  const meaning = MEANINGS[errorCode(error)];
  if (meaning !== undefined) return new SampleError(meaning.code, meaning.words(place), { cause: error });
  return new SampleError('folder', `The sample could not be written to ${place}: ${reasonOf(error)}.`, {
    cause: error,
  });
}

/** The code of a system error such as `ENOENT`; empty when there is none. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

function reasonOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

function diskFull(place: string): string {
  return `The disk is full: the sample could not be written to ${place}. Free some space, choose another folder, or ask for fewer customers.`;
}

function notPermitted(place: string): string {
  return `No permission to write to ${place}. Choose a folder that you may write to, or change its permissions.`;
}

function fileInTheWay(place: string): string {
  return `${place} cannot be a folder, because a file of that name is in the way. Choose another folder.`;
}
