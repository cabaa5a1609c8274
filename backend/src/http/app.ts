import { Socket } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyRequest, type FastifyServerFactory } from 'fastify';
import { EVENT_LIMITS } from '../contract';
import { enforcePermissions } from './access/enforce';
import { api, type ApiOptions } from './api';
import { recordDeeds } from './audit/record';
import { addErrors, answerBadAddress } from './errors';
import { addLive, type LiveOptions } from './live';
import { addOpenApi } from './open-api';
import { addValidation } from './validation';

/** How long a request may take to arrive, as with https: whoever sends a byte now and then would keep a connection for good. */
const REQUEST_MS = 300_000;
/**
 * How long a client may take nothing of an answer, which one who never reads would keep in memory for good. Node grants it
 * a second time where something was taken in the first.
 */
const UNREAD_MS = 60_000;
const MAX_BODY = 1024 * 1024;
/** Characters of a part of an address: the longest id of a customer, with every character of it encoded. */
const MAX_PARAMETER = EVENT_LIMITS.idLength * 3;

export interface AppOptions extends ApiOptions {
  /** What stands before all routes; absent where Grafana has looked already. */
  guard?(app: FastifyInstance): void;
  /** Origins whose pages may write as our own do. */
  origins?: readonly string[];
  /** Where a request came from; absent where Grafana has taken it. */
  addressOf?(request: FastifyRequest): string;
  /** Makes the server of a protocol of its own, such as https. */
  serverFactory?: FastifyServerFactory;
  /** What is told as it comes; absent where Grafana's own channels tell it. */
  live?: Omit<LiveOptions, 'onFault'>;
  /** Told of faults of ours, for the log. */
  onFault(message: string, error: unknown): void;
}

/** The fastify app with the API under /api and errors in words; callers add their own pages to it. */
export function createApp({ onFault, guard, serverFactory, live, ...apiOptions }: AppOptions): FastifyInstance {
  const app = Fastify({
    bodyLimit: MAX_BODY,
    requestTimeout: REQUEST_MS,
    logger: false,
    forceCloseConnections: true,
    frameworkErrors: answerBadAddress,
    routerOptions: { maxParamLength: MAX_PARAMETER },
    ...(serverFactory ? { serverFactory } : {}),
  });
  app.removeContentTypeParser('text/plain');
  addErrors(app, onFault);
  if (live) addLive(app, { ...live, onFault });
  app.addHook('onSend', (_request, { raw }, payload, done) => {
    // Grafana's calls come without a connection.
    if (raw.socket instanceof Socket) raw.socket.setTimeout(UNREAD_MS);
    done(null, payload);
  });
  guard?.(app);
  enforcePermissions(app, apiOptions);
  recordDeeds(app, { ...apiOptions, audit: apiOptions.served.audit });
  addValidation(app);
  addOpenApi(app, apiOptions.version);
  app.register(api, { prefix: '/api', ...apiOptions });
  return app;
}
