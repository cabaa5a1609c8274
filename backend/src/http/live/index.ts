import fastifyWebsocket from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import { Live, type LiveOptions } from './live';
import { socketRoute } from './socket-route';
import { streamRoute } from './stream-route';

export type { LiveAccess } from './access';
export type { LiveOptions } from './live';

/** How long clients have to answer that they know of the end, when the server ends. */
const LAST_WORDS_MS = 1_000;

/**
 * Adds what early warnings and predictions are told over as they come: `/api/ws` and `/api/stream`. To be called before
 * other hooks and routes are added: these have to know of connections that want to become WebSockets, too.
 */
export function addLive(app: FastifyInstance, options: LiveOptions): void {
  const live = new Live(options);
  // Who is refused by a hook that runs before the library's own would else keep the connection.
  app.addHook('onRequest', async ({ headers }, reply) => {
    if (headers.upgrade !== undefined) reply.raw.once('finish', () => reply.raw.socket?.destroySoon?.());
  });
  app.register(fastifyWebsocket, {
    options: { maxPayload: live.limits.refusedBytes, perMessageDeflate: false },
    preClose(done) {
      live.close();
      const { websocketServer } = this;
      const cutOff = (): void => websocketServer.clients.forEach((client) => client.terminate());
      const timer = setTimeout(cutOff, LAST_WORDS_MS);
      websocketServer.close(() => {
        clearTimeout(timer);
        done();
      });
    },
  });
  app.register(
    async (scope) => {
      socketRoute(scope, live);
      streamRoute(scope, live);
    },
    { prefix: '/api' },
  );
}
