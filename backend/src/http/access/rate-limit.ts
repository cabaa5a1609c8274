import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AnswerError } from '../ask';
import type { Caller } from '../callers';
import { clientAddress, networkOf } from './client-address';

export interface RateLimitOptions {
  /** Requests a minute that each caller may send. */
  perMinute: number;
  behindProxy: boolean;
  callerIfAny(request: FastifyRequest): Caller | undefined;
}

/** So many callers are told apart; beyond, the ones longest silent begin anew. */
const MOST_CALLERS = 10_000;

/**
 * Lets nobody ask more often than others can bear: who signed in by their name, everybody else by address. Events are
 * not counted, as their queue pushes back by itself.
 */
export async function limitRates(app: FastifyInstance, options: RateLimitOptions): Promise<void> {
  const { perMinute, behindProxy, callerIfAny } = options;
  await app.register(fastifyRateLimit, {
    global: false,
    max: perMinute,
    timeWindow: 60_000,
    cache: MOST_CALLERS,
    allowList: ({ routeOptions }) => routeOptions.config.permission === 'send_events',
    keyGenerator: (request) => {
      const caller = callerIfAny(request);
      return caller ? `caller ${caller.name}` : `address ${networkOf(clientAddress(request, behindProxy))}`;
    },
  });
  const count = app.createRateLimit();
  app.addHook('onRequest', async (request) => {
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    const message = `That is more than ${perMinute} requests a minute. Ask again in ${counted.ttlInSeconds} s.`;
    throw new AnswerError(429, message, counted.ttlInSeconds);
  });
}
