import type { FastifyPluginCallback } from 'fastify';
import { TRAINING_BODY } from '../../contract/rest/schemas';
import { onlyAdministrators, takeEmptyBodies } from '../administrators';
import type { ApiOptions } from '../api';
import { AnswerError } from '../ask';
import { errorAnswers } from '../route-schema';

const SCHEMA = {
  tags: ['Model'],
  summary: 'Trains another churn model in the background; for administrators',
  response: { 202: TRAINING_BODY, ...errorAnswers(403, 406, 409, 503) },
};

/** `POST /model/train`. */
export const trainRoute: FastifyPluginCallback<Pick<ApiOptions, 'served' | 'roleOf'>> = (
  app,
  { served, roleOf },
  done,
) => {
  takeEmptyBodies(app);
  app.post('/model/train', { schema: SCHEMA }, async (request, reply) => {
    onlyAdministrators(request, roleOf(request), 'have a model trained');
    const { generation, error } = served.status();
    if (!generation) throw new AnswerError(503, error ?? 'There is no warehouse yet to train on.');
    if (!served.retrain())
      throw new AnswerError(409, 'A churn model is being trained already; GET /status says how far.');
    const { model } = served.status();
    return reply.status(202).send({
      state: model?.state ?? 'training',
      id: model?.id,
      progress: model?.progress ?? { step: 'starting', share: 0 },
    });
  });
  done();
};
