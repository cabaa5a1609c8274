import fastifyAccepts from '@fastify/accepts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AnswerError } from './ask';

export type AnswerForm = 'json' | 'csv';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The forms that a route can answer in; JSON alone when absent. */
    answers?: readonly AnswerForm[];
    /** The content types that a route takes; JSON alone when absent. */
    takes?: readonly string[];
  }
}

const MEDIA_TYPES: Record<AnswerForm, string> = { json: 'application/json', csv: 'text/csv' };

/** Refuses requests that want an answer in a form that the route cannot give. */
export async function addNegotiation(app: FastifyInstance): Promise<void> {
  await app.register(fastifyAccepts);
  app.addHook('onRequest', async (request, reply) => {
    formOf(request);
    // About persons, and different for callers who may see less: not for shared caches.
    reply.header('cache-control', 'no-store');
  });
}

/**
 * The form that the caller would rather have.
 * @throws AnswerError 406
 */
export function formOf(request: FastifyRequest): AnswerForm {
  const able = request.routeOptions.config?.answers ?? ['json'];
  const chosen = request.accepts().type([...able]);
  const form = able.find((one) => one === chosen);
  if (form) return form;
  const forms = able.map((one) => MEDIA_TYPES[one]).join(' or ');
  throw new AnswerError(406, `This is answered as ${forms} only; the request accepts ${request.headers.accept}.`);
}
