import { FILTER_SPECS, type FilterSpec } from '@contract';
import type { WarehouseQuery } from '../types';
import { toTexts, writeParameter } from './parameters';

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
