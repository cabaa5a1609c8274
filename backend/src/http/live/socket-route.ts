import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isFromForeignPage } from '../access/foreign-pages';
import { AnswerError } from '../ask';
import { guestByRequest, type Guest, type LiveAccess } from './access';
import { Connection } from './connection';
import { Conversation } from './conversation';
import { hear } from './hearing';
import type { Live } from './live';
import { SHUTTING_DOWN } from './parting';
import { CLOSE } from './close-codes';

/** Not part of the REST API that is described as OpenAPI; it looks itself at who connects. */
const ROUTE = { exposeHeadRoute: false, schema: { hide: true }, config: { permission: 'open' } } as const;

/** `GET /ws`: a WebSocket over which early warnings and predictions are told as they come. */
export function socketRoute(app: FastifyInstance, live: Live): void {
  const { access } = live.options;
  app.route({
    method: 'GET',
    url: '/ws',
    ...ROUTE,
    preValidation: async (request) => {
      if (isFromForeignPage(request, access.origins))
        throw new AnswerError(403, 'A page of another site cannot connect.');
      if (knownGuest(access, request)) return;
      // Who shows a wrong token is told so, rather than that one is wanted.
      if (request.headers.authorization !== undefined) access.callerOf(request);
      // Whoever is known must not wait for those who keep silent.
      if (!live.strangers.hasPlaceFor(request)) {
        throw new AnswerError(503, 'Too many are connecting at once; try again in a few seconds.');
      }
    },
    handler: async (_request, reply) =>
      reply.status(426).header('upgrade', 'websocket').send({ error: 'This is a WebSocket: connect to it as one.' }),
    wsHandler: (socket, request) => {
      const connection = new Connection(socket, live.limits);
      // What breaks a connection ends it as well; too large a message is refused by the library, with a code.
      socket.on('error', () => undefined);
      const conversation = new Conversation(connection, request, live, knownGuest(access, request));
      const end = (): void => connection.part(CLOSE.goingAway, 'unavailable', SHUTTING_DOWN);
      connection.onEnd(live.endWithServer(end));
      hear(socket, connection, conversation, live.limits);
    },
  });
}

/**
 * Who the request itself says they are. A page of another origin has to show a token of its own, even where its origin
 * may connect: the cookie that a browser sends along is our own pages'.
 */
function knownGuest(access: LiveAccess, request: FastifyRequest): Guest | undefined {
  const foreign = access.identify !== undefined && isFromForeignPage(request);
  return foreign && request.headers.authorization === undefined ? undefined : guestByRequest(access, request);
}
