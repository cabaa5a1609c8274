import {
  LoadingState,
  type DataFrame,
  type DataQuery,
  type DataQueryRequest,
  type DataQueryResponse,
} from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { from, isObservable, lastValueFrom, takeUntil, fromEvent, type Observable } from 'rxjs';
import type { RunWhatIf } from './runWhatIf';
import { askableTarget, whatIfTarget } from './whatIfTarget';

let asked = 0;

/** What-ifs in Grafana: through the data source of the panel's own query, with the same time range and variables. */
export function grafanaWhatIf(request: DataQueryRequest | undefined): RunWhatIf | undefined {
  const target = request && askableTarget(request.targets);
  if (!request || !target) return undefined;
  return async (changes, signal) => {
    const datasource = await getDataSourceSrv().get(target.datasource, request.scopedVars);
    const query: DataQuery = whatIfTarget(target, changes);
    const response = datasource.query({
      ...request,
      requestId: `churnwatch-what-if-${++asked}`,
      startTime: Date.now(),
      targets: [query],
    });
    return framesOf(await lastAnswer(response, signal));
  };
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

function framesOf(response: DataQueryResponse): DataFrame[] {
  const failure = response.errors?.[0] ?? response.error;
  if (failure || response.state === LoadingState.Error) {
    throw new Error(failure?.message ?? failure?.data?.message ?? 'The what-if could not be answered.');
  }
  return response.data;
}
