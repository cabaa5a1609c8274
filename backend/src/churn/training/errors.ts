import type { GateResult } from '../model/quality';

/** A model that must not be trained: the data does not suffice. The message says what is missing and what would help. */
export class TrainingRefused extends Error {
  override name = 'TrainingRefused';

  constructor(
    message: string,
    readonly gates: readonly GateResult[] = [],
  ) {
    super(message);
  }
}
