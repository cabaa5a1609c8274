import type { FastifyPluginCallback } from 'fastify';
import type { FromSchema } from 'json-schema-to-ts';
import {
  AS_OF_QUERY,
  MAX_PREDICT_BYTES,
  PREDICT_BODY,
  PREDICT_REQUEST,
  type Schema,
} from '../../contract/rest/schemas';
import { formOf, type AnswerForm } from '../answers';
import type { RouteOptions } from '../api';
import { provided, type Ask } from '../ask';
import { featuresOf } from '../features';
import { readCsv } from '../predict/csv-file';
import { columnsOf, refuseUnknownColumns, rowsFromCsv } from '../predict/from-csv';
import { describesFeatures, rowsFromJson } from '../predict/from-json';
import { limitsOf, type Limits } from '../predict/limits';
import { predict } from '../predict/predict';
import type { PredictRow } from '../predict/row';
import { toCsv } from '../predict/to-csv';
import { errorAnswers } from '../route-schema';
import { leaveBodies } from '../validation';

const FILE: Schema = {
  type: 'string',
  description:
    'A header, then a row per customer: the column customer_id, columns named as features, or both. Cells are ' +
    'separated by comma, semicolon or tab; the text is UTF-8.',
};

const LINES: Schema = {
  type: 'string',
  description: 'A line per row of the request, in its order, with the columns of a prediction and `error`.',
};

const SCHEMA = {
  tags: ['Predictions'],
  summary: 'Churn scores for customers by id, by features, or by an uploaded CSV file',
  querystring: AS_OF_QUERY,
  body: { content: { 'application/json': { schema: PREDICT_REQUEST }, 'text/csv': { schema: FILE } } },
  response: {
    200: {
      description: 'Predictions; rows that got none are among the errors.',
      content: { 'application/json': { schema: PREDICT_BODY }, 'text/csv': { schema: LINES } },
    },
    ...errorAnswers(400, 404, 406, 413, 415, 422, 503),
  },
};

const ANSWERS: readonly AnswerForm[] = ['json', 'csv'];

/** `POST /churn/predict`. */
export const predictRoute: FastifyPluginCallback<RouteOptions> = (app, { askFor, predictFor }, done) => {
  leaveBodies(app);
  app.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
  app.post<{ Querystring: FromSchema<typeof AS_OF_QUERY>; Body: unknown }>(
    '/churn/predict',
    {
      schema: SCHEMA,
      bodyLimit: MAX_PREDICT_BYTES,
      config: { permission: 'read', answers: ANSWERS, takes: ['application/json', 'text/csv'] },
    },
    async (request, reply) => {
      const ask = askFor(request, reply);
      const { asOf } = request.query;
      const rows = await rowsIn(request.body, ask, asOf);
      const { frames, ...predicted } = await predict(rows, predictFor(request, reply), asOf);
      if (formOf(request) === 'csv') return reply.type('text/csv; charset=utf-8').send(toCsv(predicted));
      return { ...provided(...frames), ...predicted };
    },
  );
  done();
};

async function rowsIn(body: unknown, ask: Ask, asOf?: string): Promise<PredictRow[]> {
  const limits = async (): Promise<Limits> => limitsOf(await featuresOf(ask, asOf));
  if (!Buffer.isBuffer(body)) return rowsFromJson(body, describesFeatures(body) ? await limits() : new Map());
  const file = await readCsv(body);
  const columns = columnsOf(file.header);
  const known: Limits = columns.features.length > 0 ? await limits() : new Map();
  refuseUnknownColumns(columns, known);
  return rowsFromCsv(file, columns, known);
}
