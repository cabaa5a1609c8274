import type { FastifyPluginCallback } from 'fastify';
import type { QueryBody, StatusBody } from '../../contract';
import { answerAll } from '../answer-all';
import type { ApiOptions } from '../api';
import { abortedBy } from '../ask';
import { rightsOf } from '../callers';
import { statusFor } from '../status';

const MAX_QUERIES = 100;

const QUERY_SCHEMA = {
  tags: ['Service'],
  summary: 'What dashboards ask: queries and their data frames',
  body: {
    type: 'object',
    required: ['from', 'to', 'queries'],
    additionalProperties: false,
    properties: {
      from: { type: 'number', description: 'Start of the time range in ms since 1970-01-01 UTC.' },
      to: { type: 'number', description: 'End of the time range, included.' },
      ids: {
        type: 'string',
        enum: ['short'],
        description: 'Shortens customer ids, also for a caller who may see them whole.',
      },
      queries: {
        type: 'array',
        maxItems: MAX_QUERIES,
        items: {
          type: 'object',
          required: ['refId'],
          properties: {
            refId: { type: 'string', maxLength: 64 },
            maxDataPoints: { type: 'number' },
            intervalMs: { type: 'number' },
          },
        },
      },
    },
  },
} as const;

/** `GET /status` and `POST /query`: what the viewer asks. */
export const queryRoutes: FastifyPluginCallback<ApiOptions> = (app, { served, version, callerOf }, done) => {
  const schema = { tags: ['Service'], summary: 'Which data is served, or how far its building has come' };
  app.get('/status', { schema, config: { permission: 'read' } }, (request): StatusBody => {
    served.refresh();
    return { ...statusFor(callerOf(request).role, served.status()), version };
  });

  app.post<{ Body: QueryBody }>(
    '/query',
    { schema: QUERY_SCHEMA, config: { permission: 'read' } },
    async (request, reply) => {
      const { from, to, queries, ids } = request.body;
      const { role, name: user } = callerOf(request);
      const ofCaller = rightsOf(role, served.settings);
      const rights = ids === 'short' ? { ...ofCaller, fullIds: false } : ofCaller;
      const signal = abortedBy(reply);
      const results = await answerAll(queries, ({ refId: _, maxDataPoints = 0, intervalMs, ...model }) =>
        served.answer({ model, range: { from, to }, maxDataPoints, intervalMs, ...rights, user }, signal),
      );
      return reply.type('application/json; charset=utf-8').send(`{"results":${results}}`);
    },
  );

  done();
};
