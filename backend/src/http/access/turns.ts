import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller } from '../callers';
import { onceOver } from '../once-over';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True: its answer has no end, and it counts its clients itself. */
    endless?: boolean;
  }
}

/** Enough for two browsers that load a dashboard: each asks for six things at once. */
const AT_ONCE = 12;

/**
 * Works on no more than so many requests of a caller at once; the others wait. Each is megabytes in memory until its answer
 * is taken: hundreds at once would take all there is. Events are not held back, as their queue does so by itself.
 */
export function giveTurns(app: FastifyInstance, callerIfAny: (request: FastifyRequest) => Caller | undefined): void {
  const callers = new Map<string, Turns>();
  app.addHook('preParsing', (request, reply, _payload, done) => {
    const name = callerIfAny(request)?.name;
    if (name === undefined || !isCounted(request)) return done();
    // Who has gone by now gets nothing, and would not be known to go.
    if (request.raw.destroyed) return;
    const turns = callers.get(name) ?? new Turns();
    callers.set(name, turns);
    const begin = (): void => {
      if (!request.raw.destroyed) done();
    };
    const end = (): void => {
      turns.end(begin);
      if (turns.isIdle && callers.get(name) === turns) callers.delete(name);
    };
    onceOver(reply, end);
    turns.take(begin);
  });
}

function isCounted({ routeOptions }: FastifyRequest): boolean {
  const { permission, endless } = routeOptions.config;
  return permission !== 'open' && permission !== 'send_events' && endless !== true;
}

/** The turns of one caller. */
class Turns {
  private readonly underWay = new Set<() => void>();
  private readonly waiting = new Set<() => void>();

  get isIdle(): boolean {
    return this.underWay.size === 0 && this.waiting.size === 0;
  }

  /** Begins something, at once or when there is a turn. */
  take(begin: () => void): void {
    if (this.underWay.size >= AT_ONCE) return void this.waiting.add(begin);
    this.underWay.add(begin);
    begin();
  }

  /** Ends it, begun or not; nothing comes of doing so again. */
  end(begin: () => void): void {
    this.waiting.delete(begin);
    if (!this.underWay.delete(begin)) return;
    const [next] = this.waiting;
    if (!next) return;
    this.waiting.delete(next);
    this.take(next);
  }
}
