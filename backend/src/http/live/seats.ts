import { AnswerError } from '../ask';
import type { LiveLimits } from './limits';

/** Counts live connections, so that nobody can take all there are. */
export class Seats {
  private readonly taken = new Map<string, number>();
  private all = 0;

  constructor(private readonly limits: Pick<LiveLimits, 'connections' | 'perCaller'>) {}

  /**
   * Takes a seat for a caller.
   *
   * @returns what gives it back
   * @throws AnswerError 503 when all are taken, 429 when the caller has too many
   */
  take(caller: string): () => void {
    const { connections, perCaller } = this.limits;
    const own = this.taken.get(caller) ?? 0;
    if (own >= perCaller) throw new AnswerError(429, `You have ${own} live connections open; close one first.`);
    if (this.all >= connections) throw new AnswerError(503, 'All live connections are taken; try again later.');
    this.all++;
    this.taken.set(caller, own + 1);
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.all--;
      const left = (this.taken.get(caller) ?? 1) - 1;
      if (left > 0) this.taken.set(caller, left);
      else this.taken.delete(caller);
    };
  }
}
