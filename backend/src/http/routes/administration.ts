import type { FastifyPluginCallback } from 'fastify';
import type { FromSchema } from 'json-schema-to-ts';
import { AUDIT_BODY, AUDIT_QUERY, BACKUP_BODY } from '../../contract/rest/schemas';
import type { ApiOptions } from '../api';
import { AnswerError } from '../ask';
import { isPlace } from '../audit/read';
import { takeEmptyBodies } from '../empty-bodies';
import { errorAnswers } from '../route-schema';

const AUDIT_SCHEMA = {
  tags: ['Service'],
  summary: 'Who did what: writes, exports, failed sign-ins and administration, newest first; for administrators',
  querystring: AUDIT_QUERY,
  response: { 200: AUDIT_BODY, ...errorAnswers(400, 403, 406) },
};

const BACKUP_SCHEMA = {
  tags: ['Service'],
  summary: 'Makes a backup of warehouse, models, events and audit log on the serving machine; for administrators',
  response: { 201: BACKUP_BODY, ...errorAnswers(403, 406, 409) },
};

/** `GET /audit` and `POST /backup`. */
export const administrationRoutes: FastifyPluginCallback<Pick<ApiOptions, 'served'>> = (app, { served }, done) => {
  app.get<{ Querystring: FromSchema<typeof AUDIT_QUERY> }>(
    '/audit',
    { schema: AUDIT_SCHEMA, config: { permission: 'administer', action: 'audit.read' } },
    async ({ query: { limit, before } }) => {
      if (before !== undefined && !isPlace(before)) {
        throw new AnswerError(400, 'before must be the "next" of the page before, such as audit-000001.jsonl-4096.');
      }
      return served.audit.page(limit, before);
    },
  );

  takeEmptyBodies(app);
  app.post(
    '/backup',
    { schema: BACKUP_SCHEMA, config: { permission: 'administer', action: 'backup' } },
    async (_request, reply) => {
      const made = served.backup();
      if (!made) throw new AnswerError(409, 'A backup is being made already.');
      return reply.status(201).send(await made);
    },
  );
  done();
};
