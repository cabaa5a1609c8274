import { KIND_SPECS } from '@contract';
import { readFilter, writeFilter } from '../query/filters';
import { isKind } from '../query/parameters';
import type { WarehouseQuery } from '../types';
import type { UsableFilter } from './usable';

/** True for a query that filters can narrow: SQL holds its conditions itself. */
export function takesFilters({ kind }: Pick<WarehouseQuery, 'kind'>): boolean {
  return isKind(kind) && KIND_SPECS[kind].takesFilters !== false;
}

/** The query narrowed further: both its own filters and the dashboard's must hold. */
export function narrowed(query: WarehouseQuery, filters: readonly UsableFilter[]): WarehouseQuery {
  return takesFilters(query) ? filters.reduce(narrowedBy, query) : query;
}

function narrowedBy(query: WarehouseQuery, { name, list, values }: UsableFilter): WarehouseQuery {
  if (list === 'exclude') return without(query, name, values);
  const own = readFilter(query, name);
  const both = own.filter((value) => values.includes(value));
  // An empty list would keep everything: what has nothing in common is kept by the one and left out by the other.
  if (own.length > 0 && both.length === 0) return without(query, name, own);
  return writeFilter(query, name, own.length > 0 ? both : values);
}

function without(query: WarehouseQuery, name: UsableFilter['name'], values: readonly string[]): WarehouseQuery {
  const all = new Set([...readFilter(query, name, 'exclude'), ...values]);
  return writeFilter(query, name, [...all], 'exclude');
}
