import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { AnswerError } from '../ask';
import type { Caller } from '../callers';
import { clientAddress, networkOf } from './client-address';

export interface RateLimitOptions {
  /** Requests a minute that each caller may send. */
  perMinute: number;
  behindProxy: boolean;
  callerIfAny(request: FastifyRequest): Caller | undefined;
}

const MINUTE_MS = 60_000;
/** So many callers are told apart; beyond, the ones longest silent begin anew. */
const MOST_CALLERS = 10_000;

/**
 * Lets nobody ask more often than others can bear: who signed in by their name, everybody else by address. Events are
 * not counted, as their queue pushes back by itself.
 */
export function limitRates(app: FastifyInstance, { perMinute, behindProxy, callerIfAny }: RateLimitOptions): void {
  // Its clock is one that nobody sets: set back, a minute would last until it had caught up.
  const counts = new LRUCache<string, { requests: number }>({ max: MOST_CALLERS, ttl: MINUTE_MS });
  const keyOf = (request: FastifyRequest): string => {
    const caller = callerIfAny(request);
    return caller ? `caller ${caller.name}` : `address ${networkOf(clientAddress(request, behindProxy))}`;
  };
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.permission === 'send_events') return;
    const key = keyOf(request);
    const counted = counts.get(key) ?? { requests: 0 };
    if (counted.requests === 0) counts.set(key, counted);
    if (++counted.requests <= perMinute) return;
    const seconds = Math.ceil(counts.getRemainingTTL(key) / 1_000);
    throw new AnswerError(429, `That is more than ${perMinute} requests a minute. Ask again in ${seconds} s.`, seconds);
  });
}
