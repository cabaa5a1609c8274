import { LoadingState, type DataFrame, type DataQueryRequest, type DataQueryResponse } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { from, fromEvent, isObservable, lastValueFrom, takeUntil, type Observable } from 'rxjs';
import type { AskBacktest } from './askBacktest';
import { backtestTarget, forecastTarget } from './backtestTarget';

let asked = 0;

/** Forecasts of the past in Grafana: through the data source of the panel's own query, with its time range and variables. */
export function grafanaBacktest(request: DataQueryRequest | undefined): AskBacktest | undefined {
  const target = request && forecastTarget(request.targets);
  if (!request || !target) return undefined;
  return async (signal) => {
    const datasource = await getDataSourceSrv().get(target.datasource, request.scopedVars);
    const response = datasource.query({
      ...request,
      requestId: `churnwatch-backtest-${++asked}`,
      startTime: Date.now(),
      targets: [backtestTarget(target)],
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
    throw new Error(failure?.message ?? failure?.data?.message ?? 'The past forecasts could not be loaded.');
  }
  return response.data;
}
