import {
  LoadingState,
  type DataFrame,
  type DataQuery,
  type DataQueryRequest,
  type DataQueryResponse,
} from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { from, fromEvent, isObservable, lastValueFrom, takeUntil, type Observable } from 'rxjs';

/** A question that a panel asks beside its own queries. */
export interface PanelQuestion {
  /** The panel's own request, whose time range and variables are taken over. */
  request: DataQueryRequest;
  query: DataQuery;
  /** Begins the request's id, by which Grafana tells requests apart. */
  name: string;
  /** What the reader is told when the data source gives no reason. */
  failure: string;
}

let asked = 0;

/**
 * The answer of the query's data source in Grafana.
 *
 * @throws Error with the data source's message
 * @throws DOMException AbortError when the signal is aborted
 */
export async function askDataSource(question: PanelQuestion, signal: AbortSignal): Promise<DataFrame[]> {
  const { request, query, name, failure } = question;
  const datasource = await getDataSourceSrv().get(query.datasource, request.scopedVars);
  const response = datasource.query({
    ...request,
    requestId: `churnwatch-${name}-${++asked}`,
    startTime: Date.now(),
    targets: [query],
  });
  return framesOf(await lastAnswer(response, signal), failure);
}

/** Leaving the observable is what makes Grafana drop the request. */
async function lastAnswer(
  response: Promise<DataQueryResponse> | Observable<DataQueryResponse>,
  signal: AbortSignal,
): Promise<DataQueryResponse> {
  const answers = isObservable(response) ? response : from(response);
  const answer = await lastValueFrom(answers.pipe(takeUntil(fromEvent(signal, 'abort'))), { defaultValue: undefined });
  if (answer === undefined) throw new DOMException('Nobody waits for the answer.', 'AbortError');
  return answer;
}

function framesOf(response: DataQueryResponse, fallback: string): DataFrame[] {
  const failure = response.errors?.[0] ?? response.error;
  if (failure || response.state === LoadingState.Error) {
    throw new Error(failure?.message ?? failure?.data?.message ?? fallback);
  }
  return response.data;
}
