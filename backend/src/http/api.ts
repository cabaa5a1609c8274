import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { abortedBy, asking, predicting, type Ask, type Predict } from './ask';
import { addNegotiation } from './answers';
import { seesFullIds, type Caller } from './callers';
import { administrationRoutes } from './routes/administration';
import { alertRoutes } from './routes/alerts';
import { customerRoutes } from './routes/customers';
import { deadLetterRoutes, eventsRoute } from './routes/events';
import { modelRoute } from './routes/model';
import { modelsRoute } from './routes/models';
import { predictRoute } from './routes/predict';
import { queryRoutes } from './routes/query';
import { schemaRoute } from './routes/schema';
import { statsRoute } from './routes/stats';
import { trainRoute } from './routes/train';
import { warehouseRoutes } from './routes/warehouse';
import { webhooksRoute } from './routes/webhooks';
import type { Served } from './served';
import type { FastifyReply } from 'fastify';

export interface ApiOptions {
  served: Served;
  version: string;
  /** Who sends a request. @throws AnswerError 401 when nobody signed in */
  callerOf(request: FastifyRequest): Caller;
}

/** What a route needs to answer one caller. */
export interface RouteOptions {
  served: Served;
  /** Asks with the rights of the caller. */
  askFor(request: FastifyRequest, reply: FastifyReply): Ask;
  /** Predicts with the rights of the caller. */
  predictFor(request: FastifyRequest, reply: FastifyReply): Predict;
}

/** The REST API: the same for the stand-alone server and for resource calls from Grafana. */
export const api: FastifyPluginAsync<ApiOptions> = async (app, { served, version, callerOf }) => {
  await addNegotiation(app);
  const fullIdsFor = (request: FastifyRequest): boolean => seesFullIds(callerOf(request).role, served.settings);
  const options: RouteOptions = {
    served,
    askFor: (request, reply) => asking(served, fullIdsFor(request), abortedBy(reply)),
    predictFor: (request, reply) => predicting(served, fullIdsFor(request), abortedBy(reply)),
  };
  app.register(queryRoutes, { served, version, callerOf });
  app.register(alertRoutes, { served, callerOf });
  app.register(customerRoutes, options);
  app.register(predictRoute, options);
  app.register(statsRoute, options);
  app.register(modelRoute, options);
  app.register(modelsRoute, { served });
  app.register(schemaRoute, { served, callerOf });
  app.register(trainRoute, { served });
  app.register(administrationRoutes, { served });
  app.register(eventsRoute, { served, callerOf });
  app.register(deadLetterRoutes, { served, callerOf });
  app.register(warehouseRoutes, { served, callerOf });
  app.register(webhooksRoute, { served });
  app.get('/openapi.json', { schema: { hide: true }, config: { permission: 'read' } }, () => app.swagger());
};
