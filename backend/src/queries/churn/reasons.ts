import { LRUCache } from 'lru-cache';
import { labelOf } from '../../contract';
import type { FeatureSpec } from '../../churn/features/spec';
import { MODEL_FEATURES } from '../../churn/model/derived-features';
import { readReorderTimes, reasonsOf, type Reason, type ReasonContext, type ReorderTimes } from '../../churn/reasons';
import { factOf } from '../../churn/reasons/facts';
import type { Explanation, ServedModel } from '../../churn/scoring/scored';
import type { Engine } from '../../warehouse/engine';
import type { QueryContext } from '../context';

const SPECS: ReadonlyMap<string, FeatureSpec> = new Map(MODEL_FEATURES.map((spec) => [spec.key, spec]));

/** What a feature means; one that this version does not know, of an older model, has a label only. */
export function specOf(key: string): FeatureSpec {
  const label = labelOf(key);
  return SPECS.get(key) ?? { key, label, group: 'rhythm', unit: 'number', description: label, fromRfm: false };
}

const KEPT_DAYS = 24;
const kept = new WeakMap<Engine, LRUCache<string, readonly ReorderTimes[]>>();

/** What the sentences of reasons compare customers with; kept by day. */
export async function reasonContext(
  { facts }: ServedModel,
  { engine, asOf, signal }: QueryContext,
): Promise<ReasonContext> {
  const days = kept.get(engine) ?? new LRUCache<string, readonly ReorderTimes[]>({ max: KEPT_DAYS });
  kept.set(engine, days);
  const reorderTimes = days.get(asOf) ?? (await readReorderTimes(engine, asOf, signal));
  days.set(asOf, reorderTimes);
  return { reorderTimes, horizonDays: facts.horizonDays };
}

/**
 * All reasons of one score, the heaviest first.
 *
 * @param values raw feature values of the customer, in the order of the model's features
 */
export function allReasons(
  { features, typical }: ServedModel,
  { contributions }: Pick<Explanation, 'contributions'>,
  values: Float64Array,
  context: ReasonContext,
): Reason[] {
  return reasonsOf(features.map(specOf), values, typical, contributions, context);
}

/**
 * A reader of reasons for lists: the same as `allReasons`, but put into words when these are read. A list shows one or
 * two of them, and the words of all features of every customer take longer than scoring them.
 */
export function reasonReader(
  model: ServedModel,
  context: ReasonContext,
): (explanation: Pick<Explanation, 'contributions'>, values: Float64Array) => Reason[] {
  const { features, typical } = model;
  const specs = features.map(specOf);
  const at = new Map(features.map((key, i) => [key, i]));
  return (explanation, values) => {
    const valueOf = (key: string): number => values[at.get(key) ?? -1] ?? Number.NaN;
    const once = valueOf('tenure_days') === valueOf('recency_days');
    const inWords = (key: string): string =>
      allReasons(model, explanation, values, context).find(({ feature }) => feature === key)?.sentence ?? '';
    return specs
      .map((spec, i): Reason => {
        const subject = { spec, value: values[i] ?? Number.NaN, typical: typical[i] ?? Number.NaN, valueOf, context };
        return {
          feature: spec.key,
          label: spec.label,
          // As reasonsOf does: with one order, the first and the last, tenure says what recency says already.
          group: once && spec.key === 'tenure_days' ? 'recency' : spec.group,
          unit: spec.unit,
          value: subject.value,
          typical: subject.typical,
          contribution: explanation.contributions[i] ?? 0,
          get fact() {
            return factOf(subject).fact;
          },
          get sentence() {
            return inWords(spec.key);
          },
        };
      })
      .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  };
}
