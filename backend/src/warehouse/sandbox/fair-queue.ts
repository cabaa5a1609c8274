import { QueryError } from '../../contract';

export interface QueueLimits {
  /** How many pieces of work of one user run at once. */
  perUser: number;
  /** How many run at once in all. */
  total: number;
  /** How many may wait in all. */
  waiting: number;
}

type Start = () => void;

/** Starts work of several users in turn: who has much waiting holds nobody else up. */
export class FairQueue {
  private readonly running = new Map<string, number>();
  private runningInAll = 0;
  /** Those who wait, the user whose turn is next first. */
  private readonly waiting = new Map<string, Start[]>();
  private waitingInAll = 0;

  constructor(private readonly limits: QueueLimits) {}

  /**
   * Runs `work` when its turn has come.
   *
   * @throws the signal's reason when it is aborted before; QueryError when too many wait already
   */
  async use<T>(user: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    if (this.mayStart(user)) this.count(user, 1);
    else await this.wait(user, signal);
    try {
      return await work();
    } finally {
      this.count(user, -1);
      this.startNext();
    }
  }

  private mayStart(user: string): boolean {
    return this.runningInAll < this.limits.total && (this.running.get(user) ?? 0) < this.limits.perUser;
  }

  private count(user: string, change: 1 | -1): void {
    const now = (this.running.get(user) ?? 0) + change;
    if (now > 0) this.running.set(user, now);
    else this.running.delete(user);
    this.runningInAll += change;
  }

  private wait(user: string, signal: AbortSignal): Promise<void> {
    if (this.waitingInAll >= this.limits.waiting) {
      throw new QueryError(
        `Too many SQL queries are waiting (${this.waitingInAll}). Try again in a moment, or refresh fewer panels at once.`,
      );
    }
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        this.leave(user, start);
        reject(signal.reason as Error);
      };
      const start: Start = () => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.waiting.set(user, [...(this.waiting.get(user) ?? []), start]);
      this.waitingInAll += 1;
    });
  }

  private leave(user: string, start: Start): void {
    const rest = (this.waiting.get(user) ?? []).filter((other) => other !== start);
    if (rest.length > 0) this.waiting.set(user, rest);
    else this.waiting.delete(user);
    this.waitingInAll -= 1;
  }

  private startNext(): void {
    for (const [user, [start]] of this.waiting) {
      if (!start || !this.mayStart(user)) continue;
      this.leave(user, start);
      const rest = this.waiting.get(user);
      // To the end of the row: the others' turn is next.
      if (rest) {
        this.waiting.delete(user);
        this.waiting.set(user, rest);
      }
      this.count(user, 1);
      start();
      return;
    }
  }
}
