import { setTimeout as sleep } from 'node:timers/promises';
import { warmUp, type WarmUpOptions } from './warm-up';

let asked: number;
let busy: boolean;
let stopping: AbortController;
beforeEach(() => {
  [asked, busy, stopping] = [0, false, new AbortController()];
});

const begin = (options: Partial<WarmUpOptions> = {}): Promise<void> =>
  warmUp({
    ask: () => Promise.resolve(asked++),
    isBusy: () => busy,
    signal: stopping.signal,
    afterMs: 20,
    ...options,
  });

it('asks after a while, once', async () => {
  const done = begin();
  expect(asked).toBe(0);
  await done;
  expect(asked).toBe(1);
});

it('waits while events do', async () => {
  busy = true;
  const done = begin();
  await sleep(100);
  expect(asked).toBe(0);
  busy = false;
  await done;
  expect(asked).toBe(1);
});

it('lets what takes long wait for events in between', async () => {
  const steps: string[] = [];
  const done = begin({
    ask: async (giveWay) => {
      steps.push('first');
      busy = true;
      await giveWay();
      steps.push('second');
    },
  });
  await sleep(100);
  expect(steps).toEqual(['first']);
  busy = false;
  await done;
  expect(steps).toEqual(['first', 'second']);
});

it('waits no longer than readers can', async () => {
  busy = true;
  await begin({ giveWayMs: 50 });
  expect(asked).toBe(1);
});

it.each([0, 40])('asks nothing any more when all ends, %d ms after the start', async (ms) => {
  busy = true;
  const done = begin();
  await sleep(ms);
  stopping.abort();
  await done;
  expect(asked).toBe(0);
});
