import type { Session } from './session';

interface Waiting {
  take(session: Session): void;
  refuse(reason: Error): void;
}

/** Lends sessions, one borrower each, in the order of asking. */
export class SessionPool {
  private readonly idle: Session[];
  private readonly waiting = new Set<Waiting>();
  private onClosed: (() => void) | undefined;

  constructor(private readonly sessions: readonly Session[]) {
    this.idle = [...sessions];
  }

  /**
   * Lends a session to `work`.
   *
   * @throws the signal's reason when it is aborted before a session is free; an Error once the pool is closed
   */
  async use<T>(signal: AbortSignal | undefined, work: (session: Session) => Promise<T>): Promise<T> {
    if (this.onClosed) throw closedError();
    const session = this.idle.pop() ?? (await this.wait(signal));
    try {
      return await work(session);
    } finally {
      this.giveBack(session);
    }
  }

  /**
   * Lends no more, and closes all sessions once nothing runs: a statement whose session is closed takes the process with it.
   *
   * @param onClosed called after that; at once when nothing runs now
   */
  close(onClosed: () => void): void {
    this.onClosed = onClosed;
    for (const one of this.waiting) one.refuse(closedError());
    this.closeWhenIdle();
  }

  private closeWhenIdle(): void {
    if (!this.onClosed || this.idle.length < this.sessions.length) return;
    for (const session of this.sessions) session.close();
    this.onClosed();
  }

  private wait(signal: AbortSignal | undefined): Promise<Session> {
    return new Promise((resolve, reject) => {
      const giveUp = () => one.refuse(signal?.reason as Error);
      const settle = () => {
        this.waiting.delete(one);
        signal?.removeEventListener('abort', giveUp);
      };
      const one: Waiting = {
        take: (session) => {
          settle();
          resolve(session);
        },
        refuse: (reason) => {
          settle();
          reject(reason);
        },
      };
      if (signal?.aborted) return giveUp();
      signal?.addEventListener('abort', giveUp, { once: true });
      this.waiting.add(one);
    });
  }

  private giveBack(session: Session): void {
    const [next] = this.waiting;
    if (next) return next.take(session);
    this.idle.push(session);
    this.closeWhenIdle();
  }
}

const closedError = (): Error => new Error('This generation of the warehouse is closed: a newer one serves.');
