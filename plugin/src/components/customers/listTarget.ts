import type { QueryKind } from '@contract';
import type { DataFrame, DataQueryRequest } from '@grafana/data';

/** A query as a panel keeps it. */
export interface AnyTarget {
  refId: string;
  hide?: boolean;
}

/** The query of a list of customers: what it asks beside what it takes over from the panel's own query. */
export type ListQuery = { kind: QueryKind } & Readonly<Record<string, unknown>>;

/**
 * Asks for the customers behind a number of a panel. Rejects with an error whose message is for the reader; when the signal
 * aborts, nobody waits for the answer any more.
 */
export type AskList = (query: ListQuery, signal: AbortSignal) => Promise<DataFrame[]>;

/**
 * Finds how to ask for customers under the filters of a panel's request; undefined where none of its queries is of the kind
 * whose numbers they stand behind.
 */
export type ListFor = (kind: QueryKind, request: DataQueryRequest | undefined) => AskList | undefined;

/** What a list takes over: whom the number counts, as of when. */
const KEPT = ['refId', 'datasource', 'asOf', 'filters', 'exclude', 'status'];

/** The query of this kind among a panel's own; undefined where there is none. */
export function targetOf<Target extends AnyTarget>(kind: QueryKind, targets: readonly Target[]): Target | undefined {
  return targets.find((target) => !target.hide && readKey(target, 'kind') === kind);
}

/** The query of a list under the same filters, as of the same day. Filters of its own go before the panel's. */
export function listTarget(target: AnyTarget, query: ListQuery): AnyTarget {
  const kept = Object.entries(target).filter(([key]) => KEPT.includes(key));
  const filters = { ...asFields(readKey(target, 'filters')), ...asFields(query.filters) };
  return { ...Object.fromEntries(kept), refId: target.refId, ...query, ...{ filters } };
}

/** One value of a query, which may be of any version. */
export function readKey(target: AnyTarget, name: string): unknown {
  return Object.entries(target).find(([key]) => key === name)?.[1];
}

const asFields = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
