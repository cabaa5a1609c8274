import { setTimeout } from 'node:timers/promises';
import { OverloadedError } from './errors';

export interface QueueLimits {
  /** Events that may wait, with those that are being written. */
  events: number;
  characters: number;
  /** Events of one transaction; a larger delivery goes alone. */
  together: number;
}

export const QUEUE_LIMITS: QueueLimits = { events: 10_000, characters: 32 * 1024 * 1024, together: 500 };

/** Waits a second at most: the disk takes thousands of events in one. */
const RETRY_AFTER_S = 1;

const LONGEST_REST_MS = 25;

interface Waiting<Item, Result> {
  item: Item;
  events: number;
  characters: number;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * Lets callers wait together for the disk: while one group is written, the next one gathers, and a lone caller waits for
 * nobody. What waits is bounded.
 */
export class GroupQueue<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private events = 0;
  private characters = 0;
  private running: Promise<void> | undefined;

  /** @param write writes a group as one, and answers for each of its items */
  constructor(
    private readonly write: (items: readonly Item[]) => Promise<readonly Result[]>,
    private readonly limits: QueueLimits,
  ) {}

  /** Events that wait or are being written. */
  get length(): number {
    return this.events;
  }

  /** @throws OverloadedError when with so much more too much would wait */
  checkRoom(events: number, characters = 0): void {
    const { limits } = this;
    const full = this.events + events > limits.events || this.characters + characters > limits.characters;
    if (!full || this.events === 0) return;
    const message = `${this.events} events wait for the disk already: nothing was taken. Send it again in a second.`;
    throw new OverloadedError(message, RETRY_AFTER_S);
  }

  /**
   * Settles once the item's group is written.
   *
   * @throws OverloadedError at once when too much waits; what `write` throws
   */
  async add(item: Item, events: number, characters: number): Promise<Result> {
    this.checkRoom(events, characters);
    this.events += events;
    this.characters += characters;
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, events, characters, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** Settles once nothing waits. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    // Callers of the same moment go together.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const began = performance.now();
      await this.writeNext();
      // Where more comes all the time, fewer and larger groups leave others their share of the disk and the processor.
      if (this.waiting.length > 0) await setTimeout(Math.min(LONGEST_REST_MS, performance.now() - began));
    }
    this.running = undefined;
  }

  private async writeNext(): Promise<void> {
    let events = 0;
    const after = this.waiting.findIndex((one, at) => (events += one.events) > this.limits.together && at > 0);
    const group = this.waiting.splice(0, after === -1 ? this.waiting.length : after);
    try {
      const results = await this.write(group.map(({ item }) => item));
      group.forEach((one, at) => one.resolve(results[at]!));
    } catch (error) {
      group.forEach((one) => one.reject(error));
    } finally {
      for (const one of group) {
        this.events -= one.events;
        this.characters -= one.characters;
      }
    }
  }
}
