import type { FastifyInstance } from 'fastify';

/** Calls of one turn of the event loop: a few ms. */
const AT_ONCE = 8;

/**
 * Calls made in their order, a few in each turn of the event loop: what the database or a timer has to say comes in between,
 * instead of after hundreds of requests that came at the same moment.
 */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private left: number;
  private isTurning = false;

  constructor(private readonly atOnce = AT_ONCE) {
    this.left = atOnce;
  }

  /** Makes the call at once where this turn has room for it, else in one of the next. */
  take(call: () => void): void {
    this.waiting.push(call);
    this.makeCalls();
  }

  private makeCalls(): void {
    if (!this.isTurning) {
      this.isTurning = true;
      setImmediate(() => this.turn());
    }
    while (this.left > 0 && this.waiting.length > 0) {
      this.left--;
      this.waiting.shift()!();
    }
  }

  private turn(): void {
    this.isTurning = false;
    this.left = this.atOnce;
    if (this.waiting.length > 0) this.makeCalls();
  }
}

/**
 * Has requests take turns with all else that the event loop does, when they come and again when they are answered: events
 * that were sent one by one are written together, and thus answered at the same moment. To be called before other hooks are
 * added.
 */
export function takeTurns(app: FastifyInstance): void {
  const turns = new Turns();
  app.addHook('onRequest', (_request, _reply, done) => turns.take(done));
  app.addHook('onSend', (_request, _reply, payload, done) => turns.take(() => done(null, payload)));
}
