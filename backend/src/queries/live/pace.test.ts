import { Pace } from './pace';

/** Whoever waited for a rest would wait for minutes. */
const LONG_RESTS = 100_000;
const piece = (ms: number) => () => new Promise<number>((resolve) => setTimeout(() => resolve(ms), ms));

it('rests after each piece for a multiple of its time', async () => {
  const began = performance.now();
  expect(await new Pace(3).piece(piece(20))).toBe(20);
  expect(performance.now() - began).toBeGreaterThan(60);
});

it('does not rest with a factor of 0', async () => {
  const pace = new Pace(0);
  const order: string[] = [];
  const timer = setTimeout(() => order.push('others'), 0);
  await pace.piece(() => Promise.resolve());
  order.push('done');
  clearTimeout(timer);
  expect(order).toEqual(['done']);
});

it('goes on at once when somebody waits, and rests again when nobody does any more', async () => {
  const pace = new Pace(LONG_RESTS);
  const first = pace.piece(piece(5));
  setTimeout(() => pace.hurry(), 20);
  await first;
  await pace.piece(piece(5));
  pace.rest();
  let isDone = false;
  const last = pace.piece(piece(1)).then(() => (isDone = true));
  await piece(50)();
  expect(isDone).toBe(false);
  pace.hurry();
  await last;
});

it('passes on why a piece failed, without a rest', async () => {
  await expect(new Pace(LONG_RESTS).piece(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
});
