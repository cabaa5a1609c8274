import { Bell } from './bell';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Whether a wait has ended by now. */
async function hasEnded(wait: Promise<void>): Promise<boolean> {
  let ended = false;
  void wait.then(() => (ended = true));
  await jest.advanceTimersByTimeAsync(0);
  return ended;
}

it('wakes whoever waits, and leaves no timer behind', async () => {
  const bell = new Bell();
  const wait = bell.wait(1_000);
  expect(await hasEnded(wait)).toBe(false);
  bell.ring();
  expect(await hasEnded(wait)).toBe(true);
  expect(jest.getTimerCount()).toBe(0);
});

it('ends the next wait at once when it was rung before', async () => {
  const bell = new Bell();
  bell.ring();
  expect(await hasEnded(bell.wait())).toBe(true);
});

it('forgets what was rung when it is stilled', async () => {
  const bell = new Bell();
  bell.ring();
  bell.still();
  const wait = bell.wait();
  expect(await hasEnded(wait)).toBe(false);
  bell.ring();
  expect(await hasEnded(wait)).toBe(true);
});

it('ends a wait by itself when its time is over, and wakes the next one', async () => {
  const bell = new Bell();
  const first = bell.wait(1_000);
  await jest.advanceTimersByTimeAsync(999);
  expect(await hasEnded(first)).toBe(false);
  await jest.advanceTimersByTimeAsync(1);
  expect(await hasEnded(first)).toBe(true);
  const next = bell.wait();
  bell.ring();
  expect(await hasEnded(next)).toBe(true);
});
