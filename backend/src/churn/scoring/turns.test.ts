import { setImmediate } from 'node:timers/promises';
import { Turns } from './turns';

it('does one at a time, the latest day of those that wait first, of one day in their order', async () => {
  const turns = new Turns();
  const done: string[] = [];
  let atOnce = 0;
  const work = (day: string, name: string): Promise<void> =>
    turns.take(day, async () => {
      expect(++atOnce).toBe(1);
      await setImmediate();
      atOnce--;
      done.push(name);
    });
  const first = work('2018-01-31', 'first');
  const rest = [work('2018-02-28', 'a'), work('2018-08-28', 'b'), work('2018-08-28', 'c'), work('2018-03-31', 'd')];
  await first;
  rest.push(work('2018-07-31', 'e'));
  await Promise.all(rest);
  expect(done).toEqual(['first', 'b', 'c', 'e', 'd', 'a']);
});

it('goes on after work that failed, and tells who asked for it', async () => {
  const turns = new Turns();
  const failed = turns.take('2018-01-31', () => Promise.reject(new Error('no room')));
  const next = turns.take('2018-02-28', () => Promise.resolve('done'));
  await expect(failed).rejects.toThrow('no room');
  expect(await next).toBe('done');
  expect(await turns.take('2018-01-01', () => Promise.resolve('again'))).toBe('again');
});
