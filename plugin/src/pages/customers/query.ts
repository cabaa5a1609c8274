import {
  CUSTOMER_NUMBERS,
  CUSTOMER_SORTS,
  dayOf,
  DAY_MS,
  lastDayIn,
  RISK_BANDS,
  SCORE_NUMBERS,
  SCORE_SORTS,
  SEGMENTS,
  startOf,
  wholeRange,
  type ChurnScoresQuery,
  type CustomersQuery,
  type Filters,
  type GenerationSummary,
  type NumberCondition,
  type TimeRange,
} from '@contract';
import { dateMath } from '@grafana/data';
import type { CustomersPlace, FilterValues } from './address';
import { known, statusesOf } from './place';

export const PAGE_ROWS = 50;

/** What to ask for the customers of a place: scored ones, or, while there is no model, their purchases alone. */
export type ListQuery = ChurnScoresQuery | CustomersQuery;

export interface ListQuestion {
  query: ListQuery;
  range: TimeRange;
}

/**
 * The question whose answer the page shows: a row more than it has room for, by which it knows that there is more.
 *
 * @param scored true while a churn model serves
 */
export function questionOf(place: CustomersPlace, generation: GenerationSummary, scored: boolean): ListQuestion {
  const range = rangeOf(place, generation);
  const asOf = place.asOf ?? (place.buyers ? asOfDay(range, generation) : undefined);
  const where = [...place.where, ...(place.buyers && asOf ? [boughtSince(range, asOf)] : [])];
  const shared = {
    search: place.search,
    filters: filtersOf(place.filters, scored),
    exclude: filtersOf(place.exclude, scored),
    status: statusesOf(place.status),
    descending: place.descending,
    limit: PAGE_ROWS + 1,
    offset: (place.page - 1) * PAGE_ROWS,
    ...(asOf ? { asOf } : {}),
  };
  const query: ListQuery = scored
    ? {
        kind: 'churn_scores',
        ...shared,
        sort: SCORE_SORTS.find((sort) => sort === place.sort) ?? 'revenue_at_risk',
        where: conditionsOn(where, SCORE_NUMBERS),
      }
    : {
        kind: 'customers',
        ...shared,
        sort: CUSTOMER_SORTS.find((sort) => sort === place.sort) ?? 'monetary',
        where: conditionsOn(where, CUSTOMER_NUMBERS),
      };
  return { query, range };
}

/** The time range of a place in ms; all days of the data where it names none. */
function rangeOf({ from, to }: CustomersPlace, generation: GenerationSummary): TimeRange {
  const whole = wholeRange(generation);
  return { from: momentOf(from, false) ?? whole.from, to: momentOf(to, true) ?? whole.to };
}

function momentOf(text: string | undefined, roundUp: boolean): number | undefined {
  if (text === undefined) return undefined;
  const moment = /^\d+$/.test(text) ? Number(text) : dateMath.toDateTime(text, { roundUp })?.valueOf();
  return moment !== undefined && Number.isFinite(moment) ? moment : undefined;
}

/** The backend's own rule: the end of the range, or the last day of regular trade where the range outlasts the data. */
function asOfDay(range: TimeRange, { lastDay, regularLastDay }: GenerationSummary): string {
  const end = lastDayIn(range);
  return end > lastDay ? regularLastDay : end;
}

/** Who has bought since the range began: the last purchase is no longer ago than that. */
function boughtSince({ from }: TimeRange, asOf: string): NumberCondition {
  const days = Math.floor((startOf(asOf) - startOf(dayOf(from))) / DAY_MS);
  return { field: 'recency_days', operator: '<=', value: Math.max(0, days) };
}

/** Risk bands are known only while a model serves. */
function filtersOf({ band = [], segment = [], ...rest }: FilterValues, scored: boolean): Filters {
  return {
    ...rest,
    ...(scored && band.length > 0 ? { band: known(band, RISK_BANDS) } : {}),
    ...(segment.length > 0 ? { segment: known(segment, SEGMENTS) } : {}),
  };
}

function conditionsOn<Field extends string>(
  where: readonly NumberCondition[],
  fields: readonly Field[],
): Array<NumberCondition<Field>> {
  return where.flatMap(({ field, ...rest }) => {
    const known = fields.find((one) => one === field);
    return known ? [{ field: known, ...rest }] : [];
  });
}
