import type { FastifyInstance } from 'fastify';

/** There is nothing to say in a body: one that is empty, as Grafana's own callers send it, is no mistake. */
export function takeEmptyBodies(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, _body, parsed) => parsed(null));
}
