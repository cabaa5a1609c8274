import { setTimeout as sleep } from 'node:timers/promises';
import { comparing, type Comparing } from './comparing';

let by: string | undefined;
let succeeds: boolean;
let compared: number;
let everyone: Comparing;
beforeEach(() => {
  [by, succeeds, compared] = ['a day and a model', true, 0];
  everyone = comparing({
    by: () => by,
    compare: () => {
      compared++;
      return Promise.resolve(succeeds);
    },
    againMs: 10,
  });
});
afterEach(() => everyone.close());

it('waits until there is something to compare by', async () => {
  by = undefined;
  await everyone.compare();
  expect(compared).toBe(0);
});

it('leaves out generations of the same day with nothing new but events', async () => {
  for (const onlyEvents of [true, true, false]) await everyone.compare(onlyEvents);
  expect(compared).toBe(2);
  by = 'another day and a model';
  await everyone.compare(true);
  expect(compared).toBe(3);
});

it('tries again what has failed, until it is done', async () => {
  succeeds = false;
  await everyone.compare();
  while (compared < 3) await sleep(5);
  succeeds = true;
  const failed = compared;
  while (compared === failed) await sleep(5);
  await sleep(100);
  expect(compared).toBe(failed + 1);
});

it('tries nothing again while it is still trying', async () => {
  let [running, most] = [0, 0];
  const slow = comparing({
    by: () => 'a day and a model',
    compare: async () => {
      most = Math.max(most, ++running);
      await sleep(compared++ === 0 ? 0 : 60);
      running--;
      return compared > 2;
    },
    againMs: 5,
  });
  await slow.compare();
  while (compared < 3) await sleep(5);
  slow.close();
  expect(most).toBe(1);
});
