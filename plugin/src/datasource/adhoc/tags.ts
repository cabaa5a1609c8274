import { FILTER_SPECS, type ValuesQuery } from '@contract';
import type { DataSourceGetTagValuesOptions, GetTagResponse, MetricFindValue, TimeRange } from '@grafana/data';
import { messageOf } from '../../components/status/readStatus';
import type { WarehouseQuery } from '../types';
import { narrowed } from './narrow';
import { usableFilters } from './usable';

/** What a dashboard can be filtered by. */
export const TAG_KEYS: readonly MetricFindValue[] = FILTER_SPECS.map(({ name, label }) => ({
  text: label,
  value: name,
}));

type Ask = (query: ValuesQuery, range?: TimeRange) => Promise<MetricFindValue[]>;

/**
 * The values that a filter can be set to: those that occur in the time range, and beside the other filters. What went
 * wrong is in the answer, where Grafana shows it.
 */
export async function tagValues(
  { key, filters, timeRange }: DataSourceGetTagValuesOptions<WarehouseQuery>,
  ask: Ask,
): Promise<GetTagResponse> {
  const spec = FILTER_SPECS.find(({ name }) => name === key);
  if (!spec) return { data: [] };
  try {
    const within = timeRange ? 'time_range' : 'all_time';
    const all: ValuesQuery & { refId: string } = { refId: key, kind: 'values', dimension: spec.dimension, within };
    const { filters: kept, exclude } = narrowed(all, usableFilters(filters));
    return {
      data: await ask({ kind: 'values', dimension: spec.dimension, within, filters: kept, exclude }, timeRange),
    };
  } catch (error) {
    return { data: [], error: { message: messageOf(error) } };
  }
}
