import { ANNOTATION_KINDS, FORECAST_KINDS, OPERATIONS_KINDS } from '@contract';
import { FILTER_NAMES, type CustomersPlace, type FilterValues } from '../customers/address';
import type { Rule, RuleInstance } from './rules';

/** Kinds that say nothing of customers. */
const OF_OTHER_THINGS: readonly string[] = [
  ...FORECAST_KINDS,
  ...OPERATIONS_KINDS,
  ...ANNOTATION_KINDS,
  'sales',
  'breakdown',
  'model_quality',
];

/** Whether there is a list of customers behind what a rule finds: not where all that it asks is about other things. */
export const isAboutCustomers = ({ queries }: Pick<Rule, 'queries'>): boolean =>
  queries.length === 0 || queries.some(({ kind }) => !OF_OTHER_THINGS.includes(String(kind)));

/**
 * The customers that an alert is about: those that its rule's queries keep, narrowed to what the labels of the instance
 * name.
 */
export function customersBehind(rule: Rule, instance: RuleInstance, source: string): Partial<CustomersPlace> {
  const [query = {}] = rule.queries;
  const labelled = FILTER_NAMES.flatMap((name) =>
    instance.labels[name] ? [[name, [instance.labels[name]]] as const] : [],
  );
  return {
    source,
    behind: rule.name,
    filters: { ...filtersIn(query.filters), ...Object.fromEntries(labelled) },
    exclude: filtersIn(query.exclude),
    status: textsIn(query.status),
  };
}

function filtersIn(value: unknown): FilterValues {
  const given = new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
  return Object.fromEntries(
    FILTER_NAMES.map((name) => [name, textsIn(given.get(name))] as const).filter(([, values]) => values.length > 0),
  );
}

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
