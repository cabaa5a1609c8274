import { ToldError, type Text } from '../../contract';
import type { GateResult } from '../model/quality';

/** A model that must not be trained: the data does not suffice. The message says what is missing and what would help. */
export class TrainingRefused extends ToldError {
  override name = 'TrainingRefused';

  constructor(
    text: string | Text,
    /** Those that were looked at; what they say is in English here. */
    readonly gates: readonly GateResult[] = [],
  ) {
    super(text);
  }
}
