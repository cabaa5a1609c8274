export type EvaluationProblem =
  'empty' | 'lengths' | 'not_a_number' | 'not_a_label' | 'not_a_probability' | 'one_class' | 'option';

/** Scores and labels that cannot be judged; the message says what is wrong, where, and what to do. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';

  constructor(
    readonly problem: EvaluationProblem,
    message: string,
  ) {
    super(message);
  }
}
