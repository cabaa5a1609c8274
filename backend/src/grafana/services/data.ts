import type { UntypedServiceImplementation } from '@grpc/grpc-js';
import type { DataQuery, DataResponse, PluginHandlers } from '../handlers';
import type { Logger } from '../log/logger';
import type { QueryDataRequest, QueryDataResponse, WireQuery } from '../protocol/wire';
import { unary } from '../rpc/calls';
import { contextOf, parseJson } from '../rpc/context';
import { callerMessage, RequestError } from '../rpc/errors';
import { encodeAnswer, failed } from './encode-answer';

export function dataService(
  handlers: Promise<Pick<PluginHandlers, 'query'>>,
  log: Logger,
): UntypedServiceImplementation {
  return {
    QueryData: unary<QueryDataRequest, QueryDataResponse>('The query', log, async (request, signal) => {
      const asked = readQueries(request.queries);
      const answers = await ask(handlers, request, asked.queries, signal, log);
      const responses = request.queries.map(({ refId }) => {
        const problem = asked.problems.get(refId);
        const answer = Object.hasOwn(answers, refId) ? answers[refId] : undefined;
        return [refId, problem ? failed(400, problem) : encodeAnswer(refId, answer, log)] as const;
      });
      return { responses: Object.fromEntries(responses) };
    }),
  };
}

/** The queries that can be read, and by refId what is wrong with the others. */
function readQueries(wire: readonly WireQuery[]): { queries: DataQuery[]; problems: Map<string, string> } {
  const queries: DataQuery[] = [];
  const problems = new Map<string, string>();
  for (const one of wire) {
    try {
      queries.push(readQuery(one));
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      problems.set(one.refId, error.message);
    }
  }
  return { queries, problems };
}

function readQuery({ refId, queryType, maxDataPoints, intervalMS, timeRange, json }: WireQuery): DataQuery {
  return {
    refId,
    queryType,
    maxDataPoints,
    intervalMs: intervalMS,
    from: timeRange?.fromEpochMS ?? 0,
    to: timeRange?.toEpochMS ?? 0,
    model: parseJson(json, `Query ${refId}`),
  };
}

/** The handler's answers; when it fails as a whole, every query gets that as its answer. */
async function ask(
  handlers: Promise<Pick<PluginHandlers, 'query'>>,
  request: QueryDataRequest,
  queries: readonly DataQuery[],
  signal: AbortSignal,
  log: Logger,
): Promise<DataResponse> {
  if (queries.length === 0) return {};
  try {
    const { headers } = request;
    return await (await handlers).query({ context: contextOf(request), headers, queries }, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    const status = error instanceof RequestError ? error.status : 500;
    const answer = { status, frames: [], error: callerMessage(error, 'The query', log) };
    return Object.fromEntries(queries.map(({ refId }) => [refId, answer]));
  }
}
