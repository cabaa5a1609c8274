import { COMPARISONS, isDay, type Comparison, type NumberCondition, type Status } from '@contract';
import { FILTER_NAMES, type CustomersPlace, type FilterValues } from './address';

/** What an address says of the customers to show; what it says wrongly is left out. */
export function readPlace(query: URLSearchParams): CustomersPlace {
  const text = (name: string): string | undefined => query.get(name) || undefined;
  return {
    source: text('source'),
    search: query.get('q') ?? '',
    filters: readFilters(query, ''),
    exclude: readFilters(query, 'not-'),
    status: query.getAll('status'),
    where: query.getAll('where').flatMap(readCondition),
    sort: text('sort'),
    descending: query.get('order') !== 'asc',
    page: Math.max(1, Math.floor(Number(query.get('page'))) || 1),
    from: text('from'),
    to: text('to'),
    buyers: query.get('buyers') === 'range',
    asOf: isDay(query.get('asOf') ?? '') ? text('asOf') : undefined,
    behind: text('behind'),
  };
}

function readFilters(query: URLSearchParams, prefix: string): FilterValues {
  const filters = FILTER_NAMES.map((name) => [name, query.getAll(`${prefix}${name}`)] as const);
  return Object.fromEntries(filters.filter(([, values]) => values.length > 0));
}

const CONDITION = /^(\w+)(>=|<=|!=|=|>|<)(-?\d+(?:\.\d+)?)$/;

function readCondition(text: string): NumberCondition[] {
  const [, field = '', sign, value] = CONDITION.exec(text) ?? [];
  const operator = COMPARISONS.find((known): known is Comparison => known === sign);
  return operator === undefined ? [] : [{ field, operator, value: Number(value) }];
}

/** The values of a closed list among these. */
export function known<Value extends string>(values: readonly string[], list: readonly Value[]): Value[] {
  return list.filter((one) => values.includes(one));
}

/** Statuses among these. */
export const statusesOf = (values: readonly string[]): Status[] => known(values, ['active', 'churned']);
