import { dataFrameFromJSON, type DataFrame, type DataFrameJSON } from '@grafana/data';
import type { Target } from '../model/dashboard';
import { isObject, list, number, object, text } from '../model/read';
import { parseUrlState } from '../url/urlState';
import { t } from '../../language/t';
import { currentPlace } from '../host/location';
import { linkHeaders, signedLink, VISITORS_API } from '../host/link';
import { ApiError, postJson } from './http';

export interface QueryRequest {
  /** ms, both included. */
  from: number;
  to: number;
  queries: Target[];
  /** Id of the panel that asks: visitors with a link name the panel, and the server knows its queries. */
  panel?: number;
}

export interface QueryAnswer {
  frames: DataFrame[];
  /** The server's message for each query that failed. */
  errors: { refId: string; message: string; status: number }[];
}

/** Asks all queries of one panel in one request. A query that fails leaves the others' frames. @throws ApiError */
export async function runQueries(request: QueryRequest, signal?: AbortSignal): Promise<QueryAnswer> {
  const results = object(object(await post(request, signal)).results);
  const answer: QueryAnswer = { frames: [], errors: [] };
  for (const { refId } of request.queries) {
    const result = object(results[refId]);
    const message = text(result.error);
    if (message !== '') answer.errors.push({ refId, message, status: number(result.status, 500) });
    for (const json of list(result.frames).filter(isFrame)) {
      answer.frames.push({ ...dataFrameFromJSON(json), refId });
    }
  }
  return answer;
}

function post({ panel, ...request }: QueryRequest, signal: AbortSignal | undefined): Promise<unknown> {
  const link = signedLink();
  if (link === undefined) return postJson('/api/query', { ...request, ...idsWanted() }, signal);
  if (panel === undefined) return Promise.reject(new ApiError(NOT_IN_LINK(), 403));
  const { from, to } = request;
  const { variables } = parseUrlState(currentPlace().search);
  const queries = request.queries.map(({ refId, view, language, maxDataPoints, intervalMs }) => ({
    ...{ refId, view, language, maxDataPoints, intervalMs },
  }));
  return postJson(`${VISITORS_API}/query`, { panel, from, to, variables, queries }, signal, linkHeaders(link));
}

/** A page can be asked for with short customer ids by who would see them whole, such as a report that travels. */
function idsWanted(): { ids?: 'short' } {
  return new URLSearchParams(currentPlace().search).get('ids') === 'short' ? { ids: 'short' } : {};
}

const NOT_IN_LINK = (): string => t('frame.notInLink', 'The link to this page does not include these figures.');

function isFrame(json: unknown): json is DataFrameJSON {
  return isObject(json) && isObject(json.schema);
}
