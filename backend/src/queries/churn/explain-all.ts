import { setImmediate } from 'node:timers/promises';
import type { Explanation, ScoredCustomers } from '../../churn/scoring/scored';

/** How many customers are explained before others get a turn on the thread. */
const BATCH = 500;

/** Raw feature values of a customer by the row in the matrix, in the order of the model's features. */
export async function valuesReader({ model, matrix }: ScoredCustomers): Promise<(row: number) => Float64Array> {
  const { names, columns } = await matrix();
  const own = model.features.map((feature) => columns[names.indexOf(feature)]);
  return (row) => Float64Array.from(own, (column) => column?.[row] ?? Number.NaN);
}

/**
 * Calls `each` with the explanation and the raw feature values of customers, given by their rows in the matrix, in their
 * order.
 *
 * @throws what the signal was aborted with
 */
export async function explainAll(
  scored: ScoredCustomers,
  rows: readonly number[],
  each: (explanation: Explanation, values: Float64Array, index: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  if (rows.length === 0) return;
  const valuesOf = await valuesReader(scored);
  for (let from = 0; from < rows.length; from += BATCH) {
    if (from > 0) await setImmediate();
    signal?.throwIfAborted();
    const batch = rows.slice(from, from + BATCH);
    const explanations = await scored.explain(batch);
    explanations.forEach((explanation, i) => each(explanation, valuesOf(batch[i] ?? 0), from + i));
  }
}
