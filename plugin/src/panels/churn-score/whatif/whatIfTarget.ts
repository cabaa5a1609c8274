import type { FeatureValues } from '@contract';

const ASKABLE = ['churn_score', 'what_if'];
/** What a what-if takes over from the query about the customer. */
const KEPT = ['refId', 'datasource', 'customer', 'asOf', 'filters', 'exclude'];

/** A query as a panel keeps it. */
export interface AnyTarget {
  refId: string;
  hide?: boolean;
}

/** The query among a panel's own that is about one customer; undefined where there is none. */
export function askableTarget<Target extends AnyTarget>(targets: readonly Target[]): Target | undefined {
  return targets.find((target) => !target.hide && ASKABLE.includes(String(readKey(target, 'kind'))));
}

/** The what-if about the same customer, as of the same day, with `changes` over those that the query itself makes. */
export function whatIfTarget(target: AnyTarget, changes: FeatureValues): AnyTarget {
  const kept = Object.entries(target).filter(([key]) => KEPT.includes(key));
  const own = readKey(target, 'changes');
  const all = { ...(typeof own === 'object' ? own : {}), ...changes };
  return { ...Object.fromEntries(kept), refId: target.refId, ...{ kind: 'what_if', changes: all } };
}

function readKey(target: AnyTarget, name: string): unknown {
  return Object.entries(target).find(([key]) => key === name)?.[1];
}
