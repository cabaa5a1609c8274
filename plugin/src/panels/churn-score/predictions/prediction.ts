import { RISK_BANDS, type RiskBand } from '@contract';

/** One changed feature, with what it was and became, so that it can be told without the model at hand. */
export interface PredictedChange {
  feature: string;
  label: string;
  unit: string;
  from: number | null;
  to: number;
}

/** A what-if that this viewer has asked. */
export interface Prediction {
  /** The same for answers to one attempt, of which only the last is kept. */
  id: string;
  customer: string;
  /** In ms. */
  at: number;
  changes: PredictedChange[];
  before: number;
  after: number;
  band: RiskBand;
}

export const MOST_PER_CUSTOMER = 8;
export const MOST_IN_ALL = 100;

/** The predictions with a new one in front, held within bounds: the oldest go first. */
export function withPrediction(predictions: readonly Prediction[], added: Prediction): Prediction[] {
  const others = predictions.filter(({ id, customer }) => id !== added.id || customer !== added.customer);
  const counts = new Map<string, number>();
  const kept = [added, ...others].filter(({ customer }) => {
    const count = (counts.get(customer) ?? 0) + 1;
    counts.set(customer, count);
    return count <= MOST_PER_CUSTOMER;
  });
  return kept.slice(0, MOST_IN_ALL);
}

/** The predictions in what a browser has kept; whatever cannot be read, of whichever version, is left out. */
export function parsePredictions(kept: unknown): Prediction[] {
  return Array.isArray(kept) ? kept.filter(isPrediction) : [];
}

function isPrediction(value: unknown): value is Prediction {
  const { id, customer, at, changes, before, after, band } = fieldsOf(value);
  return (
    typeof id === 'string' &&
    typeof customer === 'string' &&
    [at, before, after].every(Number.isFinite) &&
    RISK_BANDS.some((known) => known === band) &&
    Array.isArray(changes) &&
    changes.every(isChange)
  );
}

function isChange(value: unknown): value is PredictedChange {
  const { feature, label, unit, from, to } = fieldsOf(value);
  return (
    [feature, label, unit].every((text) => typeof text === 'string') &&
    Number.isFinite(to) &&
    (from === null || Number.isFinite(from))
  );
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
