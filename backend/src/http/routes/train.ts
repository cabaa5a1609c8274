import type { FastifyPluginCallback, FastifyRequest } from 'fastify';
import { TRAINING_BODY } from '../../contract/rest/schemas';
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
  // There is nothing to say in a body: one that is empty, as Grafana's own callers send it, is no mistake.
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, _body, parsed) => parsed(null));
  app.post('/model/train', { schema: SCHEMA }, async (request, reply) => {
    refuseStrangers(request);
    if (roleOf(request) !== 'Admin') throw new AnswerError(403, 'Only administrators can have a model trained.');
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

/** A page of another site can make a browser send this, though not read the answer. */
function refuseStrangers({ headers }: FastifyRequest): void {
  if (headers['sec-fetch-site'] === 'cross-site') {
    throw new AnswerError(403, 'A page of another site cannot have a model trained.');
  }
}
