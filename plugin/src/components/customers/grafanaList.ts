import { t } from '../../language/t';
import type { QueryKind } from '@contract';
import type { DataQueryRequest } from '@grafana/data';
import { askDataSource } from '../ask/askDataSource';
import { listTarget, targetOf, type AskList } from './listTarget';

/** Lists of customers in Grafana: through the data source of the panel's own query, with its time range and variables. */
export function grafanaList(kind: QueryKind, request: DataQueryRequest | undefined): AskList | undefined {
  const target = request && targetOf(kind, request.targets);
  if (!request || !target) return undefined;
  return (query, signal) => {
    const failure = t('behind.failed', 'The customers could not be listed.');
    return askDataSource({ name: 'customers', failure, request, query: listTarget(target, query) }, signal);
  };
}
