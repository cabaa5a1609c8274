import type { DataFrame } from '@grafana/data';
import { fieldOf, missingFields } from './columns';

/** Columns by which a frame is known when a transformation has taken its name. */
const SIGNS = {
  churn_score: ['churn_probability', 'base_rate', 'sentence'],
  what_if: ['churn_probability', 'before_probability'],
  churn_scores: ['customer_id', 'churn_probability'],
  reasons: ['feature', 'contribution'],
  rfm_histograms: ['figure', 'from', 'to', 'customers'],
  score_history: ['time', 'churn_probability'],
  orders: ['time', 'order_id'],
} as const;

export type FrameName = keyof typeof SIGNS;

/** The frame of that name, with fields and rows; else one with the columns that it is known by, under no known name. */
export function findFrame(frames: readonly DataFrame[], name: FrameName): DataFrame | undefined {
  const filled = frames.filter((frame) => frame.length > 0 && frame.fields.length > 0);
  return (
    filled.find((frame) => frame.name === name) ??
    filled.find((frame) => !isNamed(frame) && missingFields(frame, SIGNS[name]).length === 0)
  );
}

function isNamed(frame: DataFrame): boolean {
  return frame.name !== undefined && frame.name in SIGNS;
}

/** The frame that holds one score: of a customer, or of a what-if. */
export function findScore(frames: readonly DataFrame[]): DataFrame | undefined {
  return findFrame(frames, 'churn_score') ?? findFrame(frames, 'what_if');
}

/** The frame that holds a list of scores. */
export function findList(frames: readonly DataFrame[]): DataFrame | undefined {
  const frame = findFrame(frames, 'churn_scores');
  // One row with the average beside it is the score of one customer, whatever its name has become.
  return frame && (frame.name === 'churn_scores' || !fieldOf(frame, 'base_rate')) ? frame : undefined;
}
