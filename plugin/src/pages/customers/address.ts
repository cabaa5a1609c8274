import type { NumberCondition } from '@contract';
import { pagePath } from '../frame/paths';

// Part of the app's first module, which every page of Grafana's loads: of the contract only types are taken here.

/** What a list of customers can be filtered by, each a parameter of the address; `not-` in front leaves values out. */
export const FILTER_NAMES = ['band', 'segment', 'state', 'category', 'payment_type'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type FilterValues = Partial<Record<FilterName, string[]>>;

/** Which customers the page shows: all of it stands in the address. */
export interface CustomersPlace {
  /** Uid of the data source; absent: the one that the app shows first. */
  source?: string;
  search: string;
  filters: FilterValues;
  exclude: FilterValues;
  status: string[];
  where: NumberCondition[];
  sort?: string;
  descending: boolean;
  /** From 1. */
  page: number;
  /** A time range as Grafana writes it into addresses: ms, or words such as `now-90d`. */
  from?: string;
  to?: string;
  /** True: only who has bought in the time range. */
  buyers: boolean;
  asOf?: string;
  /** The panel or the alert rule that the reader comes from. */
  behind?: string;
}

const EVERYBODY: CustomersPlace = {
  search: '',
  filters: {},
  exclude: {},
  status: [],
  where: [],
  descending: true,
  page: 1,
  buyers: false,
};

/** The parameters of an address that shows these customers, the defaults left out. */
export function writePlace(place: CustomersPlace): URLSearchParams {
  const query = new URLSearchParams();
  const add = (name: string, ...values: Array<string | undefined>) =>
    values.forEach((value) => value && query.append(name, value));
  add('source', place.source);
  add('q', place.search);
  for (const name of FILTER_NAMES) {
    add(name, ...(place.filters[name] ?? []));
    add(`not-${name}`, ...(place.exclude[name] ?? []));
  }
  add('status', ...place.status);
  add('where', ...place.where.map(({ field, operator, value }) => `${field}${operator}${value}`));
  add('sort', place.sort);
  add('order', place.descending ? '' : 'asc');
  add('page', place.page > 1 ? String(place.page) : '');
  add('from', place.from);
  add('to', place.to);
  add('buyers', place.buyers ? 'range' : '');
  add('asOf', place.asOf);
  add('behind', place.behind);
  return query;
}

/** The address of these customers within Grafana, as extension links take it. */
export function customersPath(place: Partial<CustomersPlace>): string {
  return pagePath('customers', writePlace({ ...EVERYBODY, ...place }));
}
