import {
  dateTime,
  LiveChannelConnectionState,
  LiveChannelEventType,
  rangeUtil,
  type DataQueryRequest,
  type LiveChannelEvent,
  type RawTimeRange,
} from '@grafana/data';
import { DataSourceWithBackend, setGrafanaLiveSrv, type GrafanaLiveSrv } from '@grafana/runtime';
import { of, Subject } from 'rxjs';
import { PAUSE_MS } from '../../live/calmly';
import { datasourceWith } from '../testing/datasources';
import type { WarehouseQuery } from '../types';

const message: LiveChannelEvent<unknown> = { type: LiveChannelEventType.Message, message: {} };
const status = (state: LiveChannelConnectionState): LiveChannelEvent<unknown> => ({
  type: LiveChannelEventType.Status,
  id: 'ds/warehouse/alerts',
  timestamp: 0,
  state,
});
const { Connected, Connecting, Pending } = LiveChannelConnectionState;

let events: Subject<LiveChannelEvent<unknown>>;
let getStream: jest.Mock;
let ask: jest.SpyInstance;

beforeEach(() => {
  jest.useFakeTimers();
  events = new Subject();
  getStream = jest.fn(() => events);
  const live: Partial<GrafanaLiveSrv> = { getStream };
  setGrafanaLiveSrv(live as GrafanaLiveSrv);
  ask = jest.spyOn(DataSourceWithBackend.prototype, 'query').mockImplementation(() => of({ data: [] }));
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const alerts: WarehouseQuery = { refId: 'A', kind: 'alerts', live: true };

const clock = { from: 'now-6h', to: 'now' };

function show(target: WarehouseQuery = alerts, app = 'dashboard', raw: RawTimeRange = clock) {
  const range = rangeUtil.convertRawToRange(raw, 'utc');
  const request: Partial<DataQueryRequest<WarehouseQuery>> = { app, targets: [target], scopedVars: {}, range };
  const shown = { next: jest.fn(), error: jest.fn() };
  const panel = datasourceWith()
    .query(request as DataQueryRequest<WarehouseQuery>)
    .subscribe(shown);
  const hear = (...heard: LiveChannelEvent<unknown>[]) => {
    heard.forEach((one) => events.next(one));
    jest.advanceTimersByTime(PAUSE_MS);
  };
  return { shown, panel, hear };
}

it('asks again, once for a burst of messages of its own channel', () => {
  const { shown, hear } = show();
  expect(getStream).toHaveBeenCalledWith(expect.objectContaining({ scope: 'ds', stream: 'warehouse', path: 'alerts' }));
  expect(shown.next).toHaveBeenCalledTimes(1);
  hear(message, message, message);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(shown.next).toHaveBeenCalledTimes(2);
});

it('asks again about now where the range goes by the clock, and else about the same time', () => {
  const asked = () => ask.mock.calls.map(([{ range }]: [DataQueryRequest]) => range.to.valueOf());
  const opened = Date.now();
  const { hear, panel } = show();
  hear(message);
  expect(asked()).toEqual([opened, opened + PAUSE_MS]);
  panel.unsubscribe();
  ask.mockClear();
  const past = { from: dateTime('2018-01-01T00:00:00Z'), to: dateTime('2018-09-05T00:00:00Z') };
  show(alerts, 'dashboard', past).hear(message);
  expect(asked()).toEqual([past.to.valueOf(), past.to.valueOf()]);
});

it('asks again when the connection came later than the answer, or is there again', () => {
  const { hear } = show();
  hear(status(Connected));
  expect(ask).toHaveBeenCalledTimes(1);
  hear(status(Connecting), status(Connected));
  expect(ask).toHaveBeenCalledTimes(2);
  hear(status(Pending));
  expect(ask).toHaveBeenCalledTimes(2);
});

it('stays as it was when the connection fails', () => {
  const { shown, hear } = show();
  events.error(new Error('refused'));
  hear(message);
  expect(shown.next).toHaveBeenCalledTimes(1);
  expect(shown.error).not.toHaveBeenCalled();
});

it('answers where there are no live connections at all', () => {
  getStream.mockImplementation(() => {
    throw new Error('Live is turned off');
  });
  const { shown } = show();
  expect(shown.next).toHaveBeenCalledTimes(1);
  expect(shown.error).not.toHaveBeenCalled();
});

it('lets go of the channel with the panel', () => {
  const { panel, hear } = show();
  events.next(message);
  panel.unsubscribe();
  hear();
  expect(events.observed).toBe(false);
  expect(ask).toHaveBeenCalledTimes(1);
});

it.each([
  [{ refId: 'A', kind: 'alerts' } as const, 'dashboard'],
  [{ ...alerts, hide: true }, 'dashboard'],
  [{ refId: 'A', kind: 'kpis' } as const, 'dashboard'],
  [alerts, 'query-editor'],
])('does not follow for %j in %s', (target, app) => {
  show(target, app);
  expect(getStream).not.toHaveBeenCalled();
});
