import { LRUCache } from 'lru-cache';
import { DEFAULT_LANGUAGE, labelOf, type GenerationSummary, type InLanguages, type Language } from '../../contract';
import { PORTUGUESE_FEATURES } from '../../churn/features/portuguese';
import type { FeatureSpec } from '../../churn/features/spec';
import { MODEL_FEATURES } from '../../churn/model/derived-features';
import { readReorderTimes, reasonsOf, type Reason, type ReasonContext, type ReorderTimes } from '../../churn/reasons';
import { factOf } from '../../churn/reasons/facts';
import type { Explanation, ServedModel } from '../../churn/scoring/scored';
import type { QueryContext } from '../context';

type Specs = ReadonlyMap<string, FeatureSpec>;

const SPECS: InLanguages<Specs> = {
  en: new Map(MODEL_FEATURES.map((spec) => [spec.key, spec])),
  'pt-BR': new Map(
    MODEL_FEATURES.map((spec) => [spec.key, { ...spec, label: PORTUGUESE_FEATURES[spec.key] ?? spec.label }]),
  ),
};

/** What a feature means; one that this version does not know, of an older model, has a label only. */
export function specOf(key: string, language: Language = DEFAULT_LANGUAGE): FeatureSpec {
  const label = labelOf(key);
  return (
    SPECS[language].get(key) ?? { key, label, group: 'rhythm', unit: 'number', description: label, fromRfm: false }
  );
}

const KEPT_DAYS = 24;
const kept = new WeakMap<GenerationSummary, LRUCache<string, readonly ReorderTimes[]>>();

/** What the sentences of reasons compare customers with; kept by generation and day. */
export async function reasonContext(
  { facts }: ServedModel,
  { engine, generation, asOf, language, signal }: QueryContext,
): Promise<ReasonContext> {
  const days = kept.get(generation) ?? new LRUCache<string, readonly ReorderTimes[]>({ max: KEPT_DAYS });
  kept.set(generation, days);
  const reorderTimes = days.get(asOf) ?? (await readReorderTimes(engine, asOf, signal));
  days.set(asOf, reorderTimes);
  return { reorderTimes, horizonDays: facts.horizonDays, language };
}

const specsOf = (features: readonly string[], { language }: ReasonContext): FeatureSpec[] =>
  features.map((key) => specOf(key, language));

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
  return reasonsOf(specsOf(features, context), values, typical, contributions, context);
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
  const specs = specsOf(features, context);
  const at = new Map(features.map((key, i) => [key, i]));
  const [tenureAt = -1, recencyAt = -1] = ['tenure_days', 'recency_days'].map((key) => features.indexOf(key));
  return (explanation, values) => {
    const said: Said = {
      context,
      valueOf: (key) => values[at.get(key) ?? -1] ?? Number.NaN,
      all: () => allReasons(model, explanation, values, context),
    };
    const once = values[tenureAt] === values[recencyAt];
    return specs
      .map((spec, i) => {
        // As reasonsOf does: with one order, the first and the last, tenure says what recency says already.
        const group = once && i === tenureAt ? 'recency' : spec.group;
        const [value = Number.NaN, usual = Number.NaN] = [values[i], typical[i]];
        return new LazyReason(spec, group, value, usual, explanation.contributions[i] ?? 0, said);
      })
      .sort((a, b) => b.size - a.size);
  };
}

/** What the words of all reasons of one customer are made from. */
interface Said {
  context: ReasonContext;
  valueOf(key: string): number;
  /** All reasons of the customer, in words. */
  all(): Reason[];
}

/** A reason whose words are found when they are read. A class, since lists make millions of them. */
class LazyReason implements Reason {
  readonly feature: string;
  readonly label: string;
  readonly unit: Reason['unit'];
  /** What it weighs, whichever way it pulls. */
  readonly size: number;

  constructor(
    private readonly spec: FeatureSpec,
    readonly group: Reason['group'],
    readonly value: number,
    readonly typical: number,
    readonly contribution: number,
    private readonly said: Said,
  ) {
    this.feature = spec.key;
    this.label = spec.label;
    this.unit = spec.unit;
    this.size = Math.abs(contribution);
  }

  get fact(): string {
    const { spec, value, typical, said } = this;
    return factOf({ spec, value, typical, valueOf: said.valueOf, context: said.context }).fact;
  }

  get sentence(): string {
    return this.said.all().find(({ feature }) => feature === this.feature)?.sentence ?? '';
  }
}
