import type { FastifyPluginCallback } from 'fastify';
import type { LoadsBody, LoadSummary } from '../../contract';
import { BUILDING_BODY, LOADS_BODY } from '../../contract/rest/schemas';
import { takeEmptyBodies } from '../empty-bodies';
import type { ApiOptions } from '../api';
import { AnswerError } from '../ask';
import { seesFullIds } from '../callers';
import { errorAnswers } from '../route-schema';
import { sourceFor, statusFor } from '../status';

const LOADS_SCHEMA = {
  tags: ['Warehouse'],
  summary: 'How the generations that are kept were loaded: files, rows, and what was refused and why',
  response: { 200: LOADS_BODY, ...errorAnswers(406, 503) },
};

const REBUILD_SCHEMA = {
  tags: ['Warehouse'],
  summary: 'Builds the warehouse anew in the background; for operators and administrators',
  response: { 202: BUILDING_BODY, ...errorAnswers(403, 406, 409) },
};

/** `GET /warehouse/loads` and `POST /warehouse/rebuild`. */
export const warehouseRoutes: FastifyPluginCallback<Pick<ApiOptions, 'served' | 'callerOf'>> = (
  app,
  { served, callerOf },
  done,
) => {
  app.get(
    '/warehouse/loads',
    { schema: LOADS_SCHEMA, config: { permission: 'read' } },
    async (request): Promise<LoadsBody> => {
      const { role } = callerOf(request);
      const { generation, error } = statusFor(role, served.status());
      if (!generation) throw new AnswerError(503, error ?? 'There is no warehouse yet: its first build is under way.');
      const whole = seesFullIds(role, served.settings);
      const loads = await served.loads();
      return {
        loads: loads.map((load) => ({
          ...(whole ? load : withoutRecords(load)),
          source: sourceFor(role, load.source),
          serves: load.generation === generation.id,
        })),
      };
    },
  );

  takeEmptyBodies(app);
  app.post(
    '/warehouse/rebuild',
    { schema: REBUILD_SCHEMA, config: { permission: 'manage', action: 'warehouse.rebuild' } },
    async (_request, reply) => {
      if (!served.rebuild())
        throw new AnswerError(409, 'The warehouse is being built already; GET /status says how far.');
      const { generation, progress } = served.status();
      return reply.status(202).send({
        state: 'building',
        serving: generation?.id,
        progress: progress ?? { step: 'starting', share: 0 },
      });
    },
  );
  done();
};

/** What stands in a refused row may name a customer. */
function withoutRecords(load: LoadSummary): LoadSummary {
  const files = load.files.map((file) => ({
    ...file,
    rejects: file.rejects.map((reject) => ({
      ...reject,
      examples: reject.examples.map(({ line }) => ({ line, record: null })),
    })),
  }));
  return { ...load, files };
}
