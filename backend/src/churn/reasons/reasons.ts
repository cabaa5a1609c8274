import type { FeatureGroup, FeatureSpec, FeatureUnit } from '../features/spec';
import { directionOf } from './direction';
import { factOf, type ReasonContext } from './facts';

/** How one feature moves one customer's churn probability. */
export interface Reason {
  /** The feature's key. */
  feature: string;
  label: string;
  group: FeatureGroup;
  unit: FeatureUnit;
  /** The customer's; NaN when unknown. */
  value: number;
  /** The median of all customers; NaN when unknown. */
  typical: number;
  /** Change of the churn probability: above 0, the customer is likelier to stay away. */
  contribution: number;
  /** What is so, without comparison and full stop: "Last order 210 days ago". */
  fact: string;
  /** Fact, comparison and direction in plain words. */
  sentence: string;
}

/**
 * The reasons of one customer's score, the heaviest first; all contributions together are the score minus the average
 * customer's. Each argument has one entry per feature, in the same order.
 *
 * @throws RangeError when their lengths differ
 */
export function reasonsOf(
  specs: readonly FeatureSpec[],
  values: Float64Array,
  typical: Float64Array,
  contributions: Float64Array,
  context: ReasonContext,
): Reason[] {
  checkLengths(specs, values, typical, contributions);
  const position = new Map(specs.map(({ key }, i) => [key, i]));
  const valueOf = (key: string): number => values[position.get(key) ?? -1] ?? Number.NaN;
  const total = contributions.reduce((sum, one) => sum + size(one), 0);
  return specs
    .map((spec, i): Reason => {
      const [value, usual, contribution] = [values[i]!, typical[i]!, contributions[i]!];
      const { fact, comparison } = factOf({ spec, value, typical: usual, valueOf, context });
      const { key: feature, label, unit } = spec;
      const said = comparison ? `${fact}; ${comparison}` : fact;
      const sentence = `${said}. ${directionOf(contribution, total, context.language)}`;
      return {
        feature,
        label,
        group: groupOf(spec, valueOf),
        unit,
        value,
        typical: usual,
        contribution,
        fact,
        sentence,
      };
    })
    .sort((a, b) => size(b.contribution) - size(a.contribution));
}

/** With one order, the first and the last, tenure says what recency says already. */
function groupOf({ key, group }: FeatureSpec, valueOf: (key: string) => number): FeatureGroup {
  return key === 'tenure_days' && valueOf('tenure_days') === valueOf('recency_days') ? 'recency' : group;
}

function size(contribution: number): number {
  return Number.isFinite(contribution) ? Math.abs(contribution) : 0;
}

function checkLengths(specs: readonly FeatureSpec[], ...lists: readonly Float64Array[]): void {
  const wrong = lists.find(({ length }) => length !== specs.length);
  if (wrong) throw new RangeError(`There are ${wrong.length} numbers for ${specs.length} features: give one for each.`);
}
