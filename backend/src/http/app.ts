import Fastify, { type FastifyInstance } from 'fastify';
import { api, type ApiOptions } from './api';
import { addErrors } from './errors';
import { addOpenApi } from './open-api';
import { addValidation } from './validation';

const MAX_BODY = 1024 * 1024;

export interface AppOptions extends ApiOptions {
  /** Told of faults of ours, for the log. */
  onFault(message: string, error: unknown): void;
}

/** The fastify app with the API under /api and errors in words; callers add their own pages to it. */
export function createApp({ onFault, ...apiOptions }: AppOptions): FastifyInstance {
  const app = Fastify({ bodyLimit: MAX_BODY, logger: false, forceCloseConnections: true });
  app.removeContentTypeParser('text/plain');
  addErrors(app, onFault);
  addValidation(app);
  addOpenApi(app, apiOptions.version);
  app.register(api, { prefix: '/api', ...apiOptions });
  return app;
}
