import { FILTER_SPECS, type ParameterSpec } from '@contract';
import type { WarehouseQuery } from '../types';
import { expandConditions, readConditions } from './conditions';
import { FILTER_LISTS, readFilter, writeFilter, type FilterList } from './filters';
import { isNumberOf } from './parameterText';
import { isKind, parametersOf, readParameter, toTexts, writeParameter } from './parameters';
import { sqlValue } from './sqlValue';
import { expandList, expandText, type VariableSource } from './variables';

/**
 * The query with the dashboard's variables replaced by their values. A multi-value variable becomes a list; one that
 * stands for everything removes the filter or parameter that names it, but in SQL stands for all its values. Unknown
 * variables stay, so that the backend can name them in its answer.
 */
export function interpolateQuery(query: WarehouseQuery, source: VariableSource): WarehouseQuery {
  const filtered = FILTER_LISTS.reduce((current, list) => withoutVariables(current, list, source), query);
  if (!isKind(query.kind)) return filtered;
  return parametersOf(query.kind).reduce(
    (current, spec) => writeParameter(current, spec.name, expand(spec, readParameter(current, spec.name), source)),
    filtered,
  );
}

/** In both lists, what stands for everything goes: all are kept, and none is left out. */
function withoutVariables(query: WarehouseQuery, list: FilterList, source: VariableSource): WarehouseQuery {
  return FILTER_SPECS.reduce(
    (current, { name }) => writeFilter(current, name, expandList(readFilter(current, name, list), source), list),
    query,
  );
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
