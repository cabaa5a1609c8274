/** One customer to predict: one of the shop's, one described by features alone, or one of the shop's with features set. */
export interface RowToPredict {
  /** The id, or a beginning that only one customer has. */
  customer?: string;
  features?: Readonly<Record<string, number>>;
}

/** What was wrong with a row; holds up no other. */
export interface RowProblem {
  /** HTTP-like: 400 (its features cannot be so), 404 (no such customer). */
  status: number;
  error: string;
}
