import type { FastifyPluginCallback } from 'fastify';
import { WEBHOOKS_BODY } from '../../contract/rest/schemas';
import type { ApiOptions } from '../api';
import { errorAnswers } from '../route-schema';

const WEBHOOKS_SCHEMA = {
  tags: ['Alerts'],
  summary: 'How the sending of early warnings to other tools fares; for operators and administrators',
  response: { 200: WEBHOOKS_BODY, ...errorAnswers(403, 406) },
};

/** `GET /webhooks`. */
export const webhooksRoute: FastifyPluginCallback<Pick<ApiOptions, 'served'>> = (app, { served }, done) => {
  app.get('/webhooks', { schema: WEBHOOKS_SCHEMA, config: { permission: 'manage' } }, () => served.webhooks());
  done();
};
