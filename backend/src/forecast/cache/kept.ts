import { setMaxListeners } from 'node:events';
import { LRUCache } from 'lru-cache';

interface Flight<T> {
  result: Promise<T>;
  waiting: number;
  abort: AbortController;
}

/**
 * Keeps what was computed, the least used given up first, and computes equal things once while they are under way.
 * A caller that gives up stops waiting; the work itself is aborted when nobody waits any more. Failures are not kept.
 */
export class Kept<T extends object> {
  private readonly values: LRUCache<string, T>;
  private readonly flights = new Map<string, Flight<T>>();

  /** @param bytesOf about how many bytes a value takes, at least 1 */
  constructor(
    maxBytes: number,
    private readonly bytesOf: (value: T) => number,
  ) {
    this.values = new LRUCache({ maxSize: maxBytes });
  }

  async get(key: string, work: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    signal.throwIfAborted();
    const kept = this.values.get(key);
    if (kept) return kept;
    const flight = this.flights.get(key) ?? this.start(key, work);
    flight.waiting++;
    try {
      return await unlessAborted(flight.result, signal);
    } finally {
      flight.waiting--;
      if (flight.waiting === 0 && this.flights.get(key) === flight) {
        this.flights.delete(key);
        flight.abort.abort();
      }
    }
  }

  clear(): void {
    this.values.clear();
  }

  private start(key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const abort = new AbortController();
    // Every part of the work listens.
    setMaxListeners(0, abort.signal);
    const flight: Flight<T> = { result: work(abort.signal), waiting: 0, abort };
    const landed = (value?: T): void => {
      if (this.flights.get(key) !== flight) return;
      this.flights.delete(key);
      if (value) this.values.set(key, value, { size: this.bytesOf(value) });
    };
    flight.result.then(landed, () => landed());
    this.flights.set(key, flight);
    return flight;
  }
}

async function unlessAborted<T>(result: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([result, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
