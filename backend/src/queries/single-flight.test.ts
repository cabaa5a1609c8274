import { SingleFlight } from './single-flight';

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}

describe('SingleFlight', () => {
  it('computes once for all who ask meanwhile, and anew afterwards', async () => {
    const flights = new SingleFlight<number>();
    const { promise, resolve } = deferred<number>();
    const work = jest.fn(() => promise);
    const asked = [flights.run('a', work), flights.run('a', work)];
    resolve(7);
    expect(await Promise.all(asked)).toEqual([7, 7]);
    expect(work).toHaveBeenCalledTimes(1);
    await flights.run('a', work);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('aborts the work only when nobody waits any more', async () => {
    const flights = new SingleFlight<number>();
    let shared: AbortSignal | undefined;
    const work = (signal: AbortSignal): Promise<number> => {
      shared = signal;
      return new Promise(() => {});
    };
    const [first, second] = [new AbortController(), new AbortController()];
    const asked = [flights.run('a', work, first.signal), flights.run('a', work, second.signal)];
    first.abort();
    await expect(asked[0]).rejects.toThrow();
    expect(shared?.aborted).toBe(false);
    second.abort();
    await expect(asked[1]).rejects.toThrow();
    expect(shared?.aborted).toBe(true);
  });

  it('passes a failure to everybody and forgets it', async () => {
    const flights = new SingleFlight<number>();
    const failing = () => Promise.reject(new Error('no'));
    await expect(Promise.all([flights.run('a', failing), flights.run('a', failing)])).rejects.toThrow('no');
    await expect(flights.run('a', () => Promise.resolve(1))).resolves.toBe(1);
  });
});
