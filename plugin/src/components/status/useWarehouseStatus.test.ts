import type { WarehouseStatus } from '@contract';
import { DataSourceApi } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { act, renderHook, waitFor } from '@testing-library/react';
import { grafanaWith, ready, sourceSettings } from '../../testing/status';
import { useWarehouseStatus } from './useWarehouseStatus';

const shop = sourceSettings('shop');

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('the status of a warehouse', () => {
  it('is asked once when it is ready', async () => {
    const answer = jest.fn(() => ready());
    grafanaWith([shop], answer);
    const { result } = renderHook(() => useWarehouseStatus('shop'));
    expect(result.current).toEqual({ phase: 'loading' });
    await waitFor(() => expect(result.current).toEqual({ phase: 'known', status: ready() }));
    expect(answer).toHaveBeenCalledTimes(1);
  });

  it('is asked again while the warehouse is being built, and no longer once it is', async () => {
    jest.useFakeTimers();
    const answers: WarehouseStatus[] = [
      { state: 'building', progress: { step: 'orders', share: 0.2 } },
      { state: 'building', progress: { step: 'marts', share: 0.9 } },
      ready(),
    ];
    const answer = jest.fn(() => answers.shift());
    grafanaWith([shop], answer);
    const { result } = renderHook(() => useWarehouseStatus('shop'));
    await act(() => jest.advanceTimersByTimeAsync(0));
    expect(result.current).toMatchObject({ status: { progress: { share: 0.2 } } });
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(result.current).toMatchObject({ status: { progress: { share: 0.9 } } });
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(result.current).toMatchObject({ status: { state: 'ready' } });
    expect(answer).toHaveBeenCalledTimes(3);
  });

  it('is no longer asked after the page is left', async () => {
    jest.useFakeTimers();
    const answer = jest.fn(() => ({ state: 'building' }));
    grafanaWith([shop], answer);
    const { unmount } = renderHook(() => useWarehouseStatus('shop'));
    await act(() => jest.advanceTimersByTimeAsync(0));
    unmount();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(answer).toHaveBeenCalledTimes(1);
  });

  it('is asked anew after the settings were saved', async () => {
    const answer = jest.fn(() => ready());
    grafanaWith([shop], answer);
    const { rerender } = renderHook(({ version }) => useWarehouseStatus('shop', version), {
      initialProps: { version: 1 },
    });
    await waitFor(() => expect(answer).toHaveBeenCalledTimes(1));
    rerender({ version: 2 });
    await waitFor(() => expect(answer).toHaveBeenCalledTimes(2));
  });

  it.each([
    [
      { data: { error: 'The warehouse file is corrupt. Build it anew.' } },
      'The warehouse file is corrupt. Build it anew.',
    ],
    [{ data: { message: 'Plugin unavailable' } }, 'Plugin unavailable'],
    [{ status: 502 }, 'The data source does not answer.'],
    [new Error('Network is down'), 'Network is down'],
  ])('says why there is none: %j', async (failure, message) => {
    grafanaWith([shop], () => {
      throw failure;
    });
    const { result } = renderHook(() => useWarehouseStatus('shop'));
    await waitFor(() => expect(result.current).toEqual({ phase: 'unreachable', message }));
  });

  it.each([undefined, 'ok', {}, { state: 'odd' }, { state: 'ready', generation: { id: 'x' } }])(
    'refuses an answer that it does not know: %j',
    async (answer) => {
      grafanaWith([shop], () => answer);
      const { result } = renderHook(() => useWarehouseStatus('shop'));
      await waitFor(() => expect(result.current).toMatchObject({ phase: 'unreachable' }));
      expect(result.current).toHaveProperty('message', expect.stringContaining('does not know'));
    },
  );

  it('says so when the data source is gone or has no backend', async () => {
    grafanaWith([shop], () => ready());
    const gone = renderHook(() => useWarehouseStatus('other'));
    await waitFor(() => expect(gone.result.current).toMatchObject({ message: 'Datasource other was not found' }));

    class Plain extends DataSourceApi {
      override query = jest.fn();
      override testDatasource = jest.fn();
    }
    jest.spyOn(getDataSourceSrv(), 'get').mockResolvedValue(new Plain(shop));
    const plain = renderHook(() => useWarehouseStatus('shop'));
    await waitFor(() => expect(plain.result.current).toMatchObject({ phase: 'unreachable' }));
  });
});
