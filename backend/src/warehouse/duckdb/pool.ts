import type { Session } from './session';

/** Lends sessions, one borrower each, in the order of asking. */
export class SessionPool {
  private readonly idle: Session[];
  private readonly waiting: ((session: Session) => void)[] = [];

  constructor(private readonly sessions: readonly Session[]) {
    this.idle = [...sessions];
  }

  async use<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.idle.pop() ?? (await new Promise<Session>((resolve) => this.waiting.push(resolve)));
    try {
      return await work(session);
    } finally {
      const next = this.waiting.shift();
      if (next) next(session);
      else this.idle.push(session);
    }
  }

  /** Closes all sessions; nothing may be running. */
  close(): void {
    for (const session of this.sessions) session.close();
  }
}
