interface Flight<T> {
  result: Promise<T>;
  waiting: number;
  abort: AbortController;
}

/**
 * Computes equal things once while they are under way: whoever asks meanwhile waits for the same result. A caller that
 * gives up stops waiting; the work itself is aborted when nobody waits any more.
 */
export class SingleFlight<T> {
  private readonly flights = new Map<string, Flight<T>>();

  async run(key: string, work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    const flight = this.flights.get(key) ?? this.start(key, work);
    flight.waiting++;
    try {
      return await (signal ? Promise.race([flight.result, rejectOnAbort(signal, flight.result)]) : flight.result);
    } finally {
      flight.waiting--;
      if (flight.waiting === 0 && this.flights.get(key) === flight) {
        this.flights.delete(key);
        flight.abort.abort();
      }
    }
  }

  private start(key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const abort = new AbortController();
    const flight: Flight<T> = { result: work(abort.signal), waiting: 0, abort };
    const landed = (): void => {
      if (this.flights.get(key) === flight) this.flights.delete(key);
    };
    flight.result.then(landed, landed);
    this.flights.set(key, flight);
    return flight;
  }
}

function rejectOnAbort(signal: AbortSignal, settled: Promise<unknown>): Promise<never> {
  return new Promise((_, reject) => {
    const onAbort = (): void => reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    signal.addEventListener('abort', onAbort, { once: true });
    const forget = (): void => signal.removeEventListener('abort', onAbort);
    settled.then(forget, forget);
  });
}
