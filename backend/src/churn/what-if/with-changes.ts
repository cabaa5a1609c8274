import { FeatureValueError } from '../scoring/scored';
import { alignMoney } from './align-money';
import { CHANGEABLE, checkChanges } from './limits';
import { sameDay, tooManyDays } from './wording';

export type FeatureValues = Map<string, number>;
export type Changes = Readonly<Record<string, number>>;
type Known = ReadonlyMap<string, number>;

/** Between two orders of a customer of whom nothing else is known. */
const USUAL_GAP_DAYS = 60;

const ALL_CHANGEABLE = CHANGEABLE.map(({ key }) => key);

/**
 * The features of a customer after `changes`, with those that follow from recency, frequency, monetary value and tenure
 * brought into line: a customer who bought on one day has no gaps, and the first order is no younger than the last.
 *
 * @param start what is known of the customer before, by feature
 * @param features keys of those that the model has, if not all
 * @throws FeatureValueError for a feature that cannot be set, a value that it cannot have, or values that contradict
 */
export function withChanges(
  start: Known,
  changes: Changes,
  features: readonly string[] = ALL_CHANGEABLE,
): FeatureValues {
  checkChanges(changes, features);
  const values: FeatureValues = new Map([...start, ...Object.entries(changes)]);
  const read = (key: string): number => values.get(key) ?? Number.NaN;
  values.set('tenure_days', tenureOf(start, changes, read('recency_days'), read('frequency')));
  alignRhythm(values, start, read);
  alignRecency(values, start, changes);
  alignMoney(values, start, changes);
  return values;
}

function tenureOf(start: Known, changes: Changes, recency: number, frequency: number): number {
  const given = changes.tenure_days;
  if (frequency <= 1) {
    if (given !== undefined && changes.recency_days !== undefined && given !== recency) {
      throw new FeatureValueError(sameDay(given, recency));
    }
    return given ?? recency;
  }
  const shortest = recency + frequency - 1;
  if (given === undefined) {
    const gap = start.get('mean_gap_days') ?? Number.NaN;
    const span = (Number.isNaN(gap) ? USUAL_GAP_DAYS : gap) * (frequency - 1);
    return Math.max(shortest, Math.round(recency + span));
  }
  if (given >= shortest) return given;
  throw new FeatureValueError(tooManyDays(frequency, given, recency, shortest));
}

function alignRhythm(values: FeatureValues, start: Known, read: (key: string) => number): void {
  const frequency = read('frequency');
  // Tenure alone may have been set for a single buyer.
  if (frequency <= 1) values.set('recency_days', read('tenure_days'));
  const span = read('tenure_days') - read('recency_days');
  const gap = frequency > 1 ? span / (frequency - 1) : Number.NaN;
  values.set('mean_gap_days', gap);
  values.set('longest_gap_days', longestGap(start.get('longest_gap_days') ?? Number.NaN, gap, span, frequency));
  values.set('gaps_overdue', read('recency_days') / gap);
}

/** The one before as far as it fits: no shorter than the mean, and a day must be left for each other gap. */
function longestGap(before: number, gap: number, span: number, frequency: number): number {
  if (!(frequency > 2) || Number.isNaN(before)) return gap;
  return Math.max(gap, Math.min(before, span - (frequency - 2)));
}

/** The parcels of an order that lies longer back arrived longer ago, too. */
function alignRecency(values: FeatureValues, start: Known, changes: Changes): void {
  const delivered = start.get('days_since_delivery');
  if (delivered === undefined || changes.days_since_delivery !== undefined) return;
  const moved = (values.get('recency_days') ?? 0) - (start.get('recency_days') ?? 0);
  values.set('days_since_delivery', Math.max(0, delivered + moved));
}
