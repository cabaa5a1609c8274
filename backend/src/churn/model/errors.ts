/** A model file that cannot be used: truncated, changed, or of another version. The message says which and what to do. */
export class ModelFileError extends Error {
  override name = 'ModelFileError';
}
