import { QUERY_KINDS, type QueryKind } from '../kinds';
import type { ParameterSpec } from '../parameter-specs';
import { AS_OF_PARAMETER, FILTER_SPECS, KIND_SPECS } from '../parameters';
import { expandConditions, readConditions } from './conditions';
import { sqlValue } from './sql-value';
import { expandList, expandText, type VariableSource } from './variables';

/** A query as a dashboard keeps it: variables may stand in the places of values. */
export type SavedQuery = Readonly<Record<string, unknown>>;

/** The lists of a query that narrow it: values to keep, and values to leave out. */
const FILTER_LISTS = ['filters', 'exclude'] as const;

/**
 * The query with the dashboard's variables replaced by their values. A multi-value variable becomes a list; one that
 * stands for everything removes the filter or parameter that names it, but in SQL stands for all its values. Unknown
 * variables stay, so that the backend can name them in its answer.
 */
export function interpolateSaved(query: SavedQuery, source: VariableSource): SavedQuery {
  const kind = QUERY_KINDS.find((one) => one === query.kind);
  const lists = FILTER_LISTS.map((list): [string, unknown] => [list, expandFilters(query[list], source)]);
  const parameters = kind === undefined ? [] : parametersOf(kind);
  const values = parameters.map((spec): [string, unknown] => [spec.name, expand(spec, query[spec.name], source)]);
  const replaced = { ...query, ...Object.fromEntries([...lists, ...values]) };
  return Object.fromEntries(Object.entries(replaced).filter(([key, value]) => isSet(value) || !isReplaced(key)));

  function isReplaced(key: string): boolean {
    return [...lists, ...values].some(([name]) => name === key);
  }
}

/** The parameters that a kind knows, the as-of day last. */
export function parametersOf(kind: QueryKind): ParameterSpec[] {
  return [...KIND_SPECS[kind].parameters, AS_OF_PARAMETER];
}

/** A list of texts from what a query holds: a list, one text, or nothing. */
export function toTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return isSet(value) ? [String(value)] : [];
}

/** True where a text is the number that a parameter takes. */
export function isNumberOf(spec: ParameterSpec, text: string): boolean {
  if (spec.type === 'integer') return /^-?\d+$/.test(text);
  return spec.type === 'number' && /^-?\d+(\.\d+)?$/.test(text);
}

/** In both lists, what stands for everything goes: all are kept, and none is left out. */
function expandFilters(filters: unknown, source: VariableSource): Record<string, string[]> | undefined {
  if (typeof filters !== 'object' || filters === null) return undefined;
  const held = new Map<string, unknown>(Object.entries(filters));
  const kept = FILTER_SPECS.flatMap(({ name }): Array<[string, string[]]> => {
    const values = expandList(toTexts(held.get(name)), source);
    return values.length > 0 ? [[name, values]] : [];
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function expand(spec: ParameterSpec, value: unknown, source: VariableSource): unknown {
  if (spec.type === 'choices') return expandList(toTexts(value), source);
  if (spec.type === 'conditions') return expandConditions(readConditions(value), source);
  if (spec.type === 'numbers') return expandNumbers(value, source);
  if (typeof value !== 'string') return value;
  if (spec.type === 'sql') return source.replace(value, sqlValue);
  const text = (expandText(value, source) ?? []).join(',');
  return isNumberOf(spec, text) ? Number(text) : text;
}

/** Numbers by name, any of which may be written as a variable; one that stands for everything changes nothing. */
function expandNumbers(value: unknown, source: VariableSource): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).flatMap(([key, one]): Array<[string, unknown]> => {
    if (typeof one !== 'string') return [[key, one]];
    const text = (expandText(one, source) ?? []).join(',');
    return text === '' ? [] : [[key, Number.isFinite(Number(text)) ? Number(text) : text]];
  });
  return pairs.length > 0 ? Object.fromEntries(pairs) : undefined;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}
