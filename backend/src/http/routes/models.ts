import type { FastifyPluginCallback } from 'fastify';
import type { ModelsBody } from '../../contract';
import { MODELS_BODY } from '../../contract/rest/schemas';
import type { ApiOptions } from '../api';
import { errorAnswers } from '../route-schema';

const SCHEMA = {
  tags: ['Model'],
  summary: 'The models that are kept: when they were trained, on what, and how good they are',
  response: { 200: MODELS_BODY, ...errorAnswers(406) },
};

/** `GET /models`. */
export const modelsRoute: FastifyPluginCallback<Pick<ApiOptions, 'served'>> = (app, { served }, done) => {
  app.get('/models', { schema: SCHEMA, config: { permission: 'read' } }, async (): Promise<ModelsBody> => {
    const { model } = served.status();
    const kept = await served.models();
    return { models: kept.map((one) => ({ ...one, serves: one.id === model?.id })) };
  });
  done();
};
