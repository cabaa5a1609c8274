import { FairQueue } from './fair-queue';

/** Work that ends when told; `log` has the names in the order of starting. */
class Bench {
  readonly log: string[] = [];
  private readonly ends = new Map<string, () => void>();
  readonly never = new AbortController().signal;

  constructor(private readonly queue: FairQueue) {}

  start(name: string, user: string, signal: AbortSignal = this.never): Promise<void> {
    return this.queue.use(user, signal, () => {
      this.log.push(name);
      return new Promise<void>((resolve) => this.ends.set(name, resolve));
    });
  }

  async end(name: string): Promise<void> {
    this.ends.get(name)?.();
    await new Promise(setImmediate);
  }
}

const bench = (perUser: number, total: number, waiting = 10): Bench =>
  new Bench(new FairQueue({ perUser, total, waiting }));
const settle = (): Promise<void> => new Promise(setImmediate);

test('users take turns', async () => {
  const b = bench(1, 1);
  for (const name of ['a1', 'a2', 'a3', 'b1', 'c1', 'b2']) void b.start(name, name[0]!);
  for (const name of ['a1', 'a2', 'b1', 'c1', 'a3', 'b2']) await b.end(name);
  expect(b.log).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2']);
});

test('one user gets no more than their share, while others may still start', async () => {
  const b = bench(2, 3);
  for (const name of ['a1', 'a2', 'a3']) void b.start(name, 'a');
  await settle();
  expect(b.log).toEqual(['a1', 'a2']);
  void b.start('b1', 'b');
  void b.start('b2', 'b');
  await settle();
  expect(b.log).toEqual(['a1', 'a2', 'b1']);
  await b.end('a1');
  expect(b.log).toEqual(['a1', 'a2', 'b1', 'a3']);
});

test('who waits can be aborted, and makes room', async () => {
  const b = bench(1, 1, 1);
  const abort = new AbortController();
  void b.start('a1', 'a');
  const gone = b.start('a2', 'a', abort.signal);
  await expect(b.start('b1', 'b')).rejects.toThrow('Too many SQL queries are waiting (1)');
  abort.abort(new Error('closed'));
  await expect(gone).rejects.toThrow('closed');
  void b.start('b2', 'b');
  await b.end('a1');
  expect(b.log).toEqual(['a1', 'b2']);
});

test('one that was aborted before is not begun', async () => {
  const b = bench(1, 1);
  await expect(b.start('a1', 'a', AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
  expect(b.log).toEqual([]);
});

test('a failure frees the place', async () => {
  const queue = new FairQueue({ perUser: 1, total: 1, waiting: 0 });
  const { signal } = new AbortController();
  await expect(queue.use('a', signal, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await queue.use('a', signal, () => Promise.resolve(7))).toBe(7);
});
