import { dataFrameFromJSON, type DataFrame, type DataFrameJSON } from '@grafana/data';
import type { Target } from '../model/dashboard';
import { isObject, list, number, object, text } from '../model/read';
import { postJson } from './http';

export interface QueryRequest {
  /** ms, both included. */
  from: number;
  to: number;
  queries: Target[];
}

export interface QueryAnswer {
  frames: DataFrame[];
  /** The server's message for each query that failed. */
  errors: { refId: string; message: string; status: number }[];
}

/** Asks all queries of one panel in one request. A query that fails leaves the others' frames. @throws ApiError */
export async function runQueries(request: QueryRequest, signal?: AbortSignal): Promise<QueryAnswer> {
  const results = object(object(await postJson('/api/query', request, signal)).results);
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

function isFrame(json: unknown): json is DataFrameJSON {
  return isObject(json) && isObject(json.schema);
}
