import type { FastifyPluginCallback } from 'fastify';
import type { FromSchema } from 'json-schema-to-ts';
import { readColumn, type Frame, type QualityView } from '../../contract';
import { AS_OF_QUERY, FACT, GATE, METRIC, MODEL_BODY } from '../../contract/rest/schemas';
import type { RouteOptions } from '../api';
import { AnswerError, provided } from '../ask';
import { featuresOf } from '../features';
import { errorAnswers } from '../route-schema';
import { rowsOf, type Row } from '../rows';

const SCHEMA = {
  tags: ['Model'],
  summary: 'Facts, metrics, gates and features of the model that serves',
  querystring: AS_OF_QUERY,
  response: { 200: MODEL_BODY, ...errorAnswers(400, 406, 422, 503) },
};

const NONE: Frame = { name: 'none', fields: [] };

/** `GET /model`. */
export const modelRoute: FastifyPluginCallback<RouteOptions> = (app, { askFor }, done) => {
  app.get<{ Querystring: FromSchema<typeof AS_OF_QUERY> }>(
    '/model',
    { schema: SCHEMA, config: { permission: 'read' } },
    async (request, reply) => {
      const { asOf } = request.query;
      const ask = askFor(request, reply);
      // A view is one frame, whatever its name.
      const view = async (name: QualityView): Promise<Frame> =>
        (await ask({ kind: 'model_quality', view: name, asOf }))[0] ?? NONE;
      const [facts, metrics, gates, importance, features] = await Promise.all([
        view('facts'),
        view('metrics'),
        view('gates'),
        view('importance'),
        featuresOf(ask, asOf).catch(noneWithoutScores),
      ]);
      const weights = importances(importance);
      return {
        ...provided(facts, metrics, gates),
        facts: rowsOf(facts, FACT),
        metrics: rowsOf(metrics, METRIC),
        gates: rowsOf(gates, GATE),
        features: features.map((one) => ({ ...one, importance: weights.get(one.feature) ?? null })),
      };
    },
  );
  done();
};

/** A model whose gates forbid scores can tell all but its features' limits; its gates say why. */
function noneWithoutScores(error: unknown): Row[] {
  if (error instanceof AnswerError && error.statusCode === 422) return [];
  throw error;
}

function importances(frame: Frame): Map<unknown, unknown> {
  const cells = (name: string): unknown[] =>
    frame.fields.filter(({ column }) => column.name === name).flatMap(({ column }) => readColumn(column));
  const values = cells('importance');
  return new Map(cells('feature').map((key, at) => [key, values[at]]));
}
