import type { Session } from './session';

type Taker = (session: Session) => void;

/** Lends sessions, one borrower each, in the order of asking. */
export class SessionPool {
  private readonly idle: Session[];
  private readonly waiting = new Set<Taker>();

  constructor(private readonly sessions: readonly Session[]) {
    this.idle = [...sessions];
  }

  /**
   * Lends a session to `work`.
   *
   * @throws the signal's reason when it is aborted before a session is free
   */
  async use<T>(signal: AbortSignal | undefined, work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.idle.pop() ?? (await this.wait(signal));
    try {
      return await work(session);
    } finally {
      this.giveBack(session);
    }
  }

  /** Closes all sessions; nothing may be running. */
  close(): void {
    for (const session of this.sessions) session.close();
  }

  private wait(signal: AbortSignal | undefined): Promise<Session> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.waiting.delete(take);
        reject(signal?.reason as Error);
      };
      const take: Taker = (session) => {
        signal?.removeEventListener('abort', giveUp);
        resolve(session);
      };
      if (signal?.aborted) return giveUp();
      signal?.addEventListener('abort', giveUp, { once: true });
      this.waiting.add(take);
    });
  }

  private giveBack(session: Session): void {
    for (const take of this.waiting) {
      this.waiting.delete(take);
      take(session);
      return;
    }
    this.idle.push(session);
  }
}
