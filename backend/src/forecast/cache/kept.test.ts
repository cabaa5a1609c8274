import { Kept } from './kept';

const never = (): AbortSignal => new AbortController().signal;
const keep = (maxBytes = 100): Kept<{ value: number }> => new Kept(maxBytes, ({ value }) => value);

test('what is kept is not computed again, until larger things push it out', async () => {
  const kept = keep();
  const work = jest.fn(async () => ({ value: 40 }));
  await kept.get('a', work, never());
  await kept.get('a', work, never());
  expect(work).toHaveBeenCalledTimes(1);
  await kept.get('b', async () => ({ value: 80 }), never());
  await kept.get('a', work, never());
  expect(work).toHaveBeenCalledTimes(2);
});

test('equal things under way are computed once', async () => {
  const kept = keep();
  const work = jest.fn(() => new Promise<{ value: number }>((resolve) => setTimeout(resolve, 5, { value: 1 })));
  const [one, other] = await Promise.all([kept.get('a', work, never()), kept.get('a', work, never())]);
  expect(one).toBe(other);
  expect(work).toHaveBeenCalledTimes(1);
});

test('a failure is told to all who wait, and not kept', async () => {
  const kept = keep();
  const failing = jest.fn(() => Promise.reject(new Error('no luck')));
  const both = await Promise.allSettled([kept.get('a', failing, never()), kept.get('a', failing, never())]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(kept.get('a', async () => ({ value: 1 }), never())).resolves.toEqual({ value: 1 });
});

test('one who gives up stops waiting; the work goes on for the others and ends with the last', async () => {
  const kept = keep();
  let inner: AbortSignal | undefined;
  const work = (signal: AbortSignal): Promise<{ value: number }> => {
    inner = signal;
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
  };
  const [first, second] = [new AbortController(), new AbortController()];
  const one = kept.get('a', work, first.signal);
  const other = kept.get('a', work, second.signal);
  first.abort(new Error('enough'));
  await expect(one).rejects.toThrow('enough');
  expect(inner!.aborted).toBe(false);
  second.abort(new Error('me too'));
  await expect(other).rejects.toThrow('me too');
  expect(inner!.aborted).toBe(true);
});
