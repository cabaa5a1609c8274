import fastifyCors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

const MINUTES_S = 600;

/** Lets pages of these origins ask the API, with a token of their own: cookies stay with our own pages. */
export function allowOrigins(app: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  app.register(fastifyCors, {
    origin: [...origins],
    methods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type', 'accept', 'last-event-id'],
    exposedHeaders: ['retry-after'],
    credentials: false,
    maxAge: MINUTES_S,
  });
}
