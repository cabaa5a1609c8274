import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify';
import type { QueryBody, StatusBody } from '../contract';
import { frameToJson } from '../frames';
import { seesFullIds, type Role } from './callers';
import type { Served } from './served';

export interface ApiOptions {
  served: Served;
  version: string;
  roleOf(request: FastifyRequest): Role;
}

const MAX_QUERIES = 100;

const QUERY_SCHEMA = {
  body: {
    type: 'object',
    required: ['from', 'to', 'queries'],
    additionalProperties: false,
    properties: {
      from: { type: 'number' },
      to: { type: 'number' },
      queries: {
        type: 'array',
        maxItems: MAX_QUERIES,
        items: {
          type: 'object',
          required: ['refId'],
          properties: { refId: { type: 'string', maxLength: 64 }, maxDataPoints: { type: 'number' } },
        },
      },
    },
  },
} as const;

/** The REST API: the same for the stand-alone server and for resource calls from Grafana. */
export const api: FastifyPluginCallback<ApiOptions> = (app, { served, version, roleOf }, done) => {
  app.get('/status', (): StatusBody => {
    served.refresh();
    return { ...served.status(), version };
  });

  app.post<{ Body: QueryBody }>('/query', { schema: QUERY_SCHEMA }, async (request, reply) => {
    const { from, to, queries } = request.body;
    const fullIds = seesFullIds(roleOf(request), served.settings);
    const signal = abortedBy(reply);
    const results = await Promise.all(
      queries.map(async ({ refId, maxDataPoints, ...model }) => {
        const question = { model, range: { from, to }, maxDataPoints: maxDataPoints ?? 0, fullIds };
        const { status, frames, error } = await served.answer(question, signal);
        return [refId, { status, frames: frames.map((frame) => frameToJson({ ...frame, refId })), error }] as const;
      }),
    );
    return { results: Object.fromEntries(results) };
  });

  done();
};

/** Aborts when the client goes away before it has its answer. */
function abortedBy(reply: FastifyReply): AbortSignal {
  const abort = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) abort.abort();
  });
  return abort.signal;
}
