import { FILTER_SPECS, KIND_SPECS, type FilterSpec } from '@contract';
import type { WarehouseQuery } from '../types';
import { isKind, toTexts, writeParameter } from './parameters';

export type FilterName = FilterSpec['name'];

/** The lists of a query that narrow it: values to keep, and values to leave out. */
export const FILTER_LISTS = ['filters', 'exclude'] as const;
export type FilterList = (typeof FILTER_LISTS)[number];

/** The values of one filter; none when nothing is filtered. */
export function readFilter(query: WarehouseQuery, name: FilterName, list: FilterList = 'filters'): string[] {
  return toTexts(query[list]?.[name]);
}

/** The query with one filter changed; without values the filter is left out, without filters their object. */
export function writeFilter(
  query: WarehouseQuery,
  name: FilterName,
  values: readonly string[],
  list: FilterList = 'filters',
): WarehouseQuery {
  const filters = FILTER_SPECS.flatMap((spec) => {
    const kept = spec.name === name ? [...values] : readFilter(query, spec.name, list);
    return kept.length > 0 ? [[spec.name, kept]] : [];
  });
  return writeParameter(query, list, filters.length > 0 ? Object.fromEntries(filters) : undefined);
}

/** The query with the values of one filter moved to the other list, beside those that it has. */
export function moveFilter(query: WarehouseQuery, name: FilterName, from: FilterList, to: FilterList): WarehouseQuery {
  if (from === to) return query;
  const values = [...new Set([...readFilter(query, name, to), ...readFilter(query, name, from)])];
  return writeFilter(writeFilter(query, name, [], from), name, values, to);
}

/** True where filters narrow what a query asks for, and where they stand in it all the same, so that they can be taken out. */
export function showsFilters(query: WarehouseQuery): boolean {
  if (FILTER_LISTS.some((list) => query[list] !== undefined)) return true;
  if (!isKind(query.kind)) return true;
  const { takesFilters = true, ignoresFilters = false } = KIND_SPECS[query.kind];
  return takesFilters && !ignoresFilters;
}
