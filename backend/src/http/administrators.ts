import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AnswerError } from './ask';
import type { Role } from './callers';

/**
 * Refuses callers who are no administrators.
 *
 * @param what they wanted, as in "Only administrators can ..."
 * @throws AnswerError 403
 */
export function onlyAdministrators(request: FastifyRequest, role: Role, what: string): void {
  // A page of another site can make a browser send this, though not read the answer.
  if (request.headers['sec-fetch-site'] === 'cross-site')
    throw new AnswerError(403, `A page of another site cannot ${what}.`);
  if (role !== 'Admin') throw new AnswerError(403, `Only administrators can ${what}.`);
}

/** There is nothing to say in a body: one that is empty, as Grafana's own callers send it, is no mistake. */
export function takeEmptyBodies(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, _body, parsed) => parsed(null));
}
