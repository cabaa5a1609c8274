import { parametersOf, QUERY_KINDS, toTexts, type ParameterSpec, type QueryKind } from '@contract';
import type { WarehouseQuery } from '../types';
import { readConditions, takesConditions } from './conditions';

export { parametersOf, toTexts };

/** What every kind takes, and what Grafana itself puts into a query. */
const KEPT_KEYS = ['filters', 'exclude', 'refId', 'hide', 'key', 'queryType', 'datasource'];

/** The kinds that the builder can ask; SQL has an editor of its own. */
export const BUILDER_KINDS: readonly QueryKind[] = QUERY_KINDS.filter((kind) => kind !== 'sql');

/** True for a kind of query that the backend knows. */
export function isKind(value: unknown): value is QueryKind {
  return QUERY_KINDS.some((kind) => kind === value);
}

/** A parameter's value as it stands in the query, which may be a variable where a number is expected. */
export function readParameter(query: WarehouseQuery, name: string): unknown {
  return Object.entries(query).find(([key]) => key === name)?.[1];
}

/** The query with one parameter changed; without a value the parameter is left out. */
export function writeParameter(query: WarehouseQuery, name: string, value: unknown): WarehouseQuery {
  const changed: WarehouseQuery = { ...query, [name]: value };
  if (!isSet(value)) Reflect.deleteProperty(changed, name);
  return changed;
}

/** The parameters that say something in a query: one that needs another is left out without it, unless it is set. */
export function shownParameters(query: WarehouseQuery): ParameterSpec[] {
  const isGiven = (name: string): boolean => isSet(readParameter(query, name));
  return parametersOf(query.kind).filter(({ name, needs }) => needs === undefined || isGiven(needs) || isGiven(name));
}

/** The query with one parameter changed by hand: a list by name begins with A, one by a measure with the largest. */
export function changeParameter(query: WarehouseQuery, name: string, value: unknown): WarehouseQuery {
  const changed = writeParameter(query, name, value);
  if (name !== 'sort' || (value === 'name') === (readParameter(query, 'sort') === 'name')) return changed;
  return writeParameter(changed, 'descending', value === 'name' ? false : undefined);
}

/** The query turned into another kind: filters, as-of day and the parameters that mean the same there are kept. */
export function changeKind(query: WarehouseQuery, kind: QueryKind): WarehouseQuery {
  // Assigned: of a spread the compiler compares every kind with every other, and gives up on so many.
  const changed = Object.assign({ ...query }, { kind });
  const isKept = (key: string, value: unknown): boolean =>
    key === 'kind' ||
    KEPT_KEYS.includes(key) ||
    parametersOf(kind).some((spec) => spec.name === key && accepts(spec, value));
  for (const [key, value] of Object.entries(changed)) if (!isKept(key, value)) Reflect.deleteProperty(changed, key);
  return changed;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function accepts(spec: ParameterSpec, value: unknown): boolean {
  if (spec.type === 'conditions') return takesConditions(spec, readConditions(value));
  if (spec.type !== 'choice' && spec.type !== 'choices') return true;
  return toTexts(value).every((text) => spec.choices.some((choice) => choice.value === text));
}
