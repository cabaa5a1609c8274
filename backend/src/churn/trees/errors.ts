/** Training data or options that no model can be made from; the message says what was wrong and what to do. */
export class TrainingError extends Error {
  override readonly name = 'TrainingError';
}

/** A stored model that cannot be read; the message names the part that is wrong. */
export class ModelFormatError extends Error {
  override readonly name = 'ModelFormatError';
}
