import { LiveChannelEventType, type LiveChannelEvent } from '@grafana/data';
import { setGrafanaLiveSrv, type GrafanaLiveSrv } from '@grafana/runtime';
import { renderHook } from '@testing-library/react';
import { Subject } from 'rxjs';
import { PAUSE_MS } from '../../../live/calmly';
import { useWarningChanges } from './useWarningChanges';

const message: LiveChannelEvent<unknown> = { type: LiveChannelEventType.Message, message: {} };

let events: Subject<LiveChannelEvent<unknown>>;
let getStream: jest.Mock;

beforeEach(() => {
  jest.useFakeTimers();
  events = new Subject();
  getStream = jest.fn(() => events);
  setGrafanaLiveSrv({ getStream } as Partial<GrafanaLiveSrv> as GrafanaLiveSrv);
});
afterEach(() => {
  setGrafanaLiveSrv(undefined as unknown as GrafanaLiveSrv);
  jest.useRealTimers();
});

const hear = (times: number): void => {
  for (let i = 0; i < times; i++) events.next(message);
  jest.advanceTimersByTime(PAUSE_MS);
};

describe('changes of early warnings', () => {
  it('are told once for all that come together, until the page is left', () => {
    const onChange = jest.fn();
    const { unmount } = renderHook(() => useWarningChanges('shop', onChange));
    expect(getStream).toHaveBeenCalledWith(expect.objectContaining({ stream: 'shop', path: 'alerts' }));
    hear(0);
    expect(onChange).not.toHaveBeenCalled();
    hear(5);
    expect(onChange).toHaveBeenCalledTimes(1);
    hear(1);
    expect(onChange).toHaveBeenCalledTimes(2);
    unmount();
    expect(events.observed).toBe(false);
  });

  it('are never told where nothing is live', () => {
    getStream.mockImplementation(() => {
      throw new Error('Live is off.');
    });
    const onChange = jest.fn();
    renderHook(() => useWarningChanges('shop', onChange));
    jest.advanceTimersByTime(10 * PAUSE_MS);
    expect(onChange).not.toHaveBeenCalled();
  });
});
