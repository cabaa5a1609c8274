import { act, renderHook } from '@testing-library/react';
import { useRefreshed } from './useRefreshed';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

describe('what is asked again and again', () => {
  it('is asked every half a minute while the page is seen', async () => {
    let answers = 0;
    const ask = jest.fn(async () => ++answers);
    const { result } = renderHook(() => useRefreshed(ask));
    await pass(0);
    expect(result.current.body).toBe(1);
    await pass(30_000);
    expect(result.current.body).toBe(2);
    jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    await pass(90_000);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('is asked no more when the page is left', async () => {
    const ask = jest.fn(async () => 1);
    const { unmount } = renderHook(() => useRefreshed(ask));
    unmount();
    await pass(30_000);
    window.dispatchEvent(new Event('focus'));
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('keeps what is known when asking fails, with the reason and its status', async () => {
    const ask = jest.fn(async () => 'known');
    const { result } = renderHook(() => useRefreshed(ask));
    await pass(0);
    ask.mockRejectedValue({ status: 503, data: { error: 'Not kept.' } });
    await pass(30_000);
    expect(result.current).toMatchObject({ body: 'known', failure: { message: 'Not kept.', status: 503 } });
  });

  it('lets no late answer undo what was taken in meanwhile', async () => {
    const ask = jest.fn(() => new Promise<string>((resolve) => setTimeout(() => resolve('old'), 1_000)));
    const { result } = renderHook(() => useRefreshed(ask));
    act(() => result.current.take('new'));
    await pass(2_000);
    expect(result.current.body).toBe('new');
  });
});
