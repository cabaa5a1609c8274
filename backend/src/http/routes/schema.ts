import type { FastifyPluginCallback } from 'fastify';
import { sqlRefusal, type SchemaBody } from '../../contract';
import type { ApiOptions } from '../api';
import { rightsOf } from '../callers';

const SCHEMA = {
  tags: ['Service'],
  summary: 'What SQL may use: tables with grain and columns, functions and macros; and whether the caller may run any',
} as const;

/** `GET /schema`: for the completion and the schema browser of the SQL editor. */
export const schemaRoute: FastifyPluginCallback<Pick<ApiOptions, 'served' | 'callerOf'>> = (
  app,
  { served, callerOf },
  done,
) => {
  app.get('/schema', { schema: SCHEMA, config: { permission: 'read' } }, async (request): Promise<SchemaBody> => {
    const { fullIds, trusted } = rightsOf(callerOf(request).role, served.settings);
    const reason = sqlRefusal(served.settings.sqlMode, trusted);
    const { tables, functions, macros } = await served.describe(fullIds);
    return {
      tables,
      functions,
      macros,
      allowed: reason === undefined,
      ...(reason === undefined ? {} : { reason: reason.en }),
    };
  });
  done();
};
