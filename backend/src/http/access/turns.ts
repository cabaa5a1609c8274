import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Caller } from '../callers';

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
  app.addHook('preParsing', (request, { raw }, _payload, done) => {
    const name = callerIfAny(request)?.name;
    if (name === undefined || !isCounted(request)) return done();
    const turns = callers.get(name) ?? new Turns();
    callers.set(name, turns);
    const begin = (): void => {
      if (!request.raw.destroyed) done();
    };
    const end = (): void => {
      turns.end(begin);
      if (turns.isIdle && callers.get(name) === turns) callers.delete(name);
    };
    onceOver(raw, request.raw.socket, end);
    turns.take(begin);
  });
}

function isCounted({ routeOptions, raw }: FastifyRequest): boolean {
  const { permission, endless } = routeOptions.config;
  // Who has gone by now says so no more, and takes nothing.
  return !raw.destroyed && permission !== 'open' && permission !== 'send_events' && endless !== true;
}

/** By connection, what is over when it is closed. */
const connections = new WeakMap<Socket, Set<() => void>>();

/**
 * Calls a function once an answer was taken or cannot be: what waits behind an answer without an end does not close with
 * its connection. The request tells nothing of it, as one with a body closes when that has been read.
 */
function onceOver(response: ServerResponse, connection: Socket, end: () => void): void {
  const ends = connections.get(connection) ?? new Set();
  if (!connections.has(connection)) {
    connections.set(connection, ends);
    connection.once('close', () => {
      for (const one of [...ends]) one();
    });
  }
  ends.add(end);
  response.once('close', () => {
    ends.delete(end);
    end();
  });
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
