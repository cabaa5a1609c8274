import type { QueryKind } from '@contract';
import type { DataQueryRequest } from '@grafana/data';
import { listTarget, targetOf, type AskList } from '../../components/customers/listTarget';
import { inReadersLanguage } from '../../datasource/query/language';
import { runQueries } from '../api/query';

/** Lists of customers here: asked of this page's own server. The variables in the panel's queries are replaced already. */
export function serverList(kind: QueryKind, request: DataQueryRequest | undefined): AskList | undefined {
  const target = request && targetOf(kind, request.targets);
  if (!request || !target) return undefined;
  return async (query, signal) => {
    const range = { from: request.range.from.valueOf(), to: request.range.to.valueOf() };
    const { frames, errors } = await runQueries(
      { ...range, queries: [inReadersLanguage({ ...listTarget(target, query) })] },
      signal,
    );
    if (errors[0]) throw new Error(errors[0].message);
    return frames;
  };
}
