import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import type { ErrorBody } from '../contract';
import { api, type ApiOptions } from './api';

const MAX_BODY = 1024 * 1024;

export interface AppOptions extends ApiOptions {
  /** Told of faults of ours, for the log. */
  onFault(message: string, error: unknown): void;
}

/** The fastify app with the API under /api and errors in words; callers add their own pages to it. */
export function createApp({ onFault, ...apiOptions }: AppOptions): FastifyInstance {
  const app = Fastify({ bodyLimit: MAX_BODY, logger: false, forceCloseConnections: true });
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) onFault(`${request.method} ${request.routeOptions.url ?? 'unknown route'} failed`, error);
    const body: ErrorBody = {
      error: status >= 500 ? 'Churnwatch failed to answer; its log says why. Please try again.' : error.message,
    };
    return reply.status(status).send(body);
  });
  app.setNotFoundHandler((request, reply) => {
    const body: ErrorBody = { error: `There is nothing at ${request.method} ${request.url.split('?')[0]}.` };
    return reply.status(404).send(body);
  });
  app.register(api, { prefix: '/api', ...apiOptions });
  return app;
}
