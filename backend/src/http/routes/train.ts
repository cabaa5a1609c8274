import type { FastifyPluginCallback } from 'fastify';
import { TRAINING_BODY } from '../../contract/rest/schemas';
import { takeEmptyBodies } from '../empty-bodies';
import type { ApiOptions } from '../api';
import { AnswerError } from '../ask';
import { errorAnswers } from '../route-schema';

const SCHEMA = {
  tags: ['Model'],
  summary: 'Trains another churn model in the background; for operators and administrators',
  response: { 202: TRAINING_BODY, ...errorAnswers(403, 406, 409, 503) },
};

/** `POST /model/train`. */
export const trainRoute: FastifyPluginCallback<Pick<ApiOptions, 'served'>> = (app, { served }, done) => {
  takeEmptyBodies(app);
  app.post(
    '/model/train',
    { schema: SCHEMA, config: { permission: 'manage', action: 'model.train' } },
    async (_request, reply) => {
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
    },
  );
  done();
};
