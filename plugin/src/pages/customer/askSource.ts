import type { ChurnwatchQuery, TimeRange } from '@contract';
import { dateTimeForTimeZone, LoadingState, type DataQueryRequest, type PanelData } from '@grafana/data';
import { DataSourceWithBackend, getDataSourceSrv } from '@grafana/runtime';
import { from, lastValueFrom } from 'rxjs';
import { messageOf } from '../../components/status/readStatus';
import type { WarehouseQuery } from '../../datasource/types';
import { DATASOURCE_ID } from '../../ids';
import { t } from '../../language/t';

/** An answer, with the request that it answers. */
export type Answered = Pick<PanelData, 'series' | 'state' | 'errors' | 'request'>;

let asked = 0;

/** A request as Grafana's panels make it, for one query over a range in ms. */
export function requestFor(uid: string, query: ChurnwatchQuery, range: TimeRange): DataQueryRequest<WarehouseQuery> {
  const start = dateTimeForTimeZone('utc', range.from);
  const end = dateTimeForTimeZone('utc', range.to);
  const datasource = { uid, type: DATASOURCE_ID };
  return {
    requestId: `churnwatch-page-${++asked}`,
    app: 'churnwatch-page',
    interval: '1d',
    intervalMs: 86_400_000,
    range: { from: start, to: end, raw: { from: start, to: end } },
    scopedVars: {},
    startTime: Date.now(),
    targets: [{ ...query, refId: 'A', datasource }],
    timezone: 'utc',
  };
}

/** Asks a data source; what goes wrong is in the answer, in words for the reader. */
export async function askSource(uid: string, query: ChurnwatchQuery, range: TimeRange): Promise<Answered> {
  const request = requestFor(uid, query, range);
  try {
    const datasource = await getDataSourceSrv().get({ uid });
    if (!(datasource instanceof DataSourceWithBackend))
      throw new Error(t('pages.no-backend', 'This data source has no backend to ask.'));
    const response = await lastValueFrom(from(datasource.query(request)));
    const errors = response.errors ?? (response.error ? [response.error] : []);
    const state = errors.length > 0 ? LoadingState.Error : LoadingState.Done;
    return { series: response.data, state, errors, request };
  } catch (failure) {
    return { series: [], state: LoadingState.Error, errors: [{ message: messageOf(failure) }], request };
  }
}
