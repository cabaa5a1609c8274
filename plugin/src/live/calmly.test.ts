import { Subject } from 'rxjs';
import { calmly, PAUSE_MS } from './calmly';

const see = (state: DocumentVisibilityState) => {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

function follow() {
  const changes = new Subject<unknown>();
  const told = jest.fn();
  return { changes, told, following: calmly(changes).subscribe(told) };
}

it('tells a burst once', () => {
  const { changes, told } = follow();
  for (let i = 0; i < 5; i++) changes.next(i);
  expect(told).not.toHaveBeenCalled();
  jest.advanceTimersByTime(PAUSE_MS);
  expect(told).toHaveBeenCalledTimes(1);
  jest.advanceTimersByTime(5 * PAUSE_MS);
  expect(told).toHaveBeenCalledTimes(1);
});

it('tells changes that never pause', () => {
  const { changes, told } = follow();
  for (let i = 0; i < 30; i++) {
    changes.next(i);
    jest.advanceTimersByTime(PAUSE_MS / 10);
  }
  expect(told.mock.calls.length).toBeGreaterThan(1);
});

it('waits until the page is in sight, and then tells once', () => {
  const { changes, told } = follow();
  see('hidden');
  changes.next(1);
  jest.advanceTimersByTime(PAUSE_MS);
  changes.next(2);
  jest.advanceTimersByTime(PAUSE_MS);
  expect(told).not.toHaveBeenCalled();
  see('visible');
  expect(told).toHaveBeenCalledTimes(1);
});

it('tells nothing after its end', () => {
  const { changes, told, following } = follow();
  changes.next(1);
  following.unsubscribe();
  jest.advanceTimersByTime(PAUSE_MS);
  expect(told).not.toHaveBeenCalled();
  expect(changes.observed).toBe(false);
});
