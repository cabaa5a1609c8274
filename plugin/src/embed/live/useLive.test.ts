import { act, renderHook } from '@testing-library/react';
import { PAUSE_MS } from '../../live/calmly';
import { signedLink } from '../host/link';
import { useLive } from './useLive';

jest.mock('../host/link', () => ({ signedLink: jest.fn() }));

const open = new Set<FakeSource>();
class FakeSource extends EventTarget {
  constructor(readonly address: string) {
    super();
    open.add(this);
  }
  close(): void {
    open.delete(this);
  }
}

beforeEach(() => {
  jest.useFakeTimers();
  jest.mocked(signedLink).mockReturnValue(undefined);
  Object.assign(globalThis, { EventSource: FakeSource });
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  Reflect.deleteProperty(globalThis, 'EventSource');
});

const hear = (name: string, times = 1) =>
  act(() => {
    for (let i = 0; i < times; i++) open.forEach((source) => source.dispatchEvent(new Event(name)));
    jest.advanceTimersByTime(PAUSE_MS);
  });
const see = (state: DocumentVisibilityState) => {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
};

function follow(query: object = { kind: 'alerts', live: true }) {
  const askAgain = jest.fn();
  const request = { from: 1, to: 2, queries: [{ refId: 'A', ...query }] };
  const panel = renderHook(({ busy }) => useLive(request, busy, askAgain), { initialProps: { busy: false } });
  return { askAgain, ...panel };
}

it('asks again once for a burst', () => {
  const { askAgain } = follow();
  expect([...open].map(({ address }) => address)).toEqual(['/api/stream?topic=alerts']);
  hear('churn_alert', 3);
  expect(askAgain).toHaveBeenCalledTimes(1);
});

it('asks again when the stream is there again, and not when it breaks', () => {
  const { askAgain } = follow();
  hear('error');
  expect(askAgain).not.toHaveBeenCalled();
  expect(open.size).toBe(1);
  hear('connected');
  expect(askAgain).toHaveBeenCalledTimes(1);
});

it('waits for the answer that is on its way', () => {
  const { askAgain, rerender } = follow();
  rerender({ busy: true });
  hear('churn_alert');
  expect(askAgain).not.toHaveBeenCalled();
  rerender({ busy: false });
  expect(askAgain).toHaveBeenCalledTimes(1);
});

it('shares one connection among panels, and closes it with the last', () => {
  const [one, other] = [follow(), follow()];
  expect(open.size).toBe(1);
  one.unmount();
  expect(open.size).toBe(1);
  other.unmount();
  expect(open.size).toBe(0);
});

it('has no connection while the page is out of sight', () => {
  follow();
  see('hidden');
  expect(open.size).toBe(0);
  see('visible');
  expect(open.size).toBe(1);
});

it.each([{ kind: 'alerts' }, { kind: 'kpis', live: true }, { kind: 'alerts', live: true, hide: true }])(
  'does not follow for %j',
  (query) => {
    follow(query);
    expect(open.size).toBe(0);
  },
);

it('does not follow for visitors with a signed link', () => {
  jest.mocked(signedLink).mockReturnValue('token');
  follow();
  expect(open.size).toBe(0);
});

it('does without where there are no event streams', () => {
  Reflect.deleteProperty(globalThis, 'EventSource');
  expect(() => follow()).not.toThrow();
});
