import { LRUCache } from 'lru-cache';
import type { Engine } from '../../../warehouse/engine';
import type { ModelFacts } from '../../../churn/scoring/scored';
import type { QueryContext } from '../../context';

/** Churn probabilities by customer key, NaN where there is none. */
type Scores = Float32Array;

/** A year of months twice over, at 4 bytes per customer. */
const KEPT_DAYS = 24;

const kept = new WeakMap<Engine, LRUCache<string, Scores>>();

/**
 * The churn probability of a customer as of a past day; null where the customer had none. The scores of all customers
 * on that day are kept, so that the next customer's history costs nothing.
 */
export async function pastScore(
  model: ModelFacts,
  day: string,
  customerKey: number,
  context: QueryContext,
): Promise<number | null> {
  const days = kept.get(context.engine) ?? new LRUCache<string, Scores>({ max: KEPT_DAYS });
  kept.set(context.engine, days);
  const key = `${model.id} ${day}`;
  const scores = days.get(key) ?? (await readScores(day, context));
  days.set(key, scores);
  const score = scores[customerKey];
  return score === undefined || Number.isNaN(score) ? null : score;
}

function readScores(day: string, context: QueryContext): Promise<Scores> {
  return context.scored(day, async ({ table }) => {
    const sql = `SELECT customer_key, churn_probability FROM ${table}`;
    const { columns, length } = await context.engine.columns(sql, {}, context.signal);
    const [keys = new Float64Array(), probabilities] = columns.map((column) =>
      Float64Array.from(column.values, Number),
    );
    const scores = new Float32Array(keys.reduce((most, key) => Math.max(most, key), 0) + 1).fill(Number.NaN);
    for (let i = 0; i < length; i++) scores[keys[i] ?? 0] = probabilities?.[i] ?? Number.NaN;
    return scores;
  });
}
