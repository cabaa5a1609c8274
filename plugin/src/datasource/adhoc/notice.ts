import type { DataQueryRequest, DataQueryResponse } from '@grafana/data';
import { t } from '../../language/t';
import type { WarehouseQuery } from '../types';
import { takesFilters } from './narrow';

/** The answer with a notice on the frames of queries that the dashboard's filters cannot narrow. */
export function withFilterNotices(
  response: DataQueryResponse,
  { targets, filters = [] }: Pick<DataQueryRequest<WarehouseQuery>, 'targets' | 'filters'>,
): DataQueryResponse {
  const unnarrowed = targets.filter((target) => !takesFilters(target)).map(({ refId }) => refId);
  if (filters.length === 0 || unnarrowed.length === 0) return response;
  const text = t(
    'datasource.adhoc.notice',
    "The dashboard's filters do not apply to this query, which holds its conditions itself: write them into it, with variables where the dashboard shall choose.",
  );
  const data = response.data.map((frame) => {
    if (!unnarrowed.includes(frame.refId)) return frame;
    const notices = [...(frame.meta?.notices ?? []), { severity: 'info', text }];
    return { ...frame, meta: { ...frame.meta, notices } };
  });
  return { ...response, data };
}
