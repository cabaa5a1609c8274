import type { FeatureGroup } from '../features/spec';
import type { Reason } from './reasons';

/** Reasons that belong together: contributions add up, so that a group's is the sum of its features'. */
export interface ReasonGroup {
  group: FeatureGroup;
  label: string;
  contribution: number;
  /** The heaviest first. */
  reasons: readonly Reason[];
  /** What speaks for the group: the heaviest of its reasons that pull the way of the group. */
  main: Reason;
}

const LABELS: Record<FeatureGroup, string> = {
  recency: 'Time since the last order',
  frequency: 'Number of orders',
  monetary: 'Spending',
  rhythm: 'Buying rhythm',
  basket: 'What was bought',
  payment: 'Payment',
  experience: 'Delivery and reviews',
  place: 'Place',
  season: 'Time of ordering',
};

/** The groups of `reasons`, the heaviest first; no reasons, no groups. */
export function groupReasons(reasons: readonly Reason[]): ReasonGroup[] {
  const byGroup = new Map<FeatureGroup, Reason[]>();
  for (const reason of reasons) byGroup.set(reason.group, [...(byGroup.get(reason.group) ?? []), reason]);
  return [...byGroup]
    .map(([group, members]): ReasonGroup => {
      const sorted = [...members].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
      const contribution = sorted.reduce((sum, reason) => sum + reason.contribution, 0);
      const main = sorted.find((reason) => reason.contribution * contribution > 0) ?? sorted[0]!;
      return { group, label: LABELS[group], contribution, reasons: sorted, main };
    })
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
}
