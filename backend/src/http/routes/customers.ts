import type { FastifyPluginCallback } from 'fastify';
import type { FromSchema } from 'json-schema-to-ts';
import {
  AS_OF_QUERY,
  CUSTOMER_BODY,
  CUSTOMER_PATH,
  CUSTOMER_PROFILE,
  CUSTOMERS_BODY,
  CUSTOMERS_QUERY,
  HISTOGRAM_BIN,
  HISTORY_POINT,
  ORDER,
  REASON,
  SCORED_CUSTOMER,
} from '../../contract/rest/schemas';
import type { RouteOptions } from '../api';
import { AnswerError, provided } from '../ask';
import { errorAnswers } from '../route-schema';
import { frameNamed, rowsOf } from '../rows';

const LIST_SCHEMA = {
  tags: ['Customers'],
  summary: 'Customers with churn score, band, value, reason and action',
  querystring: CUSTOMERS_QUERY,
  response: { 200: CUSTOMERS_BODY, ...errorAnswers(400, 406, 422, 503) },
};

const ONE_SCHEMA = {
  tags: ['Customers'],
  summary: 'All that is known of one customer',
  params: CUSTOMER_PATH,
  querystring: AS_OF_QUERY,
  response: { 200: CUSTOMER_BODY, ...errorAnswers(400, 404, 406, 422, 503) },
};

type ListQuery = FromSchema<typeof CUSTOMERS_QUERY>;

/** `GET /customers` and `GET /customers/:id`. */
export const customerRoutes: FastifyPluginCallback<RouteOptions> = (app, { askFor }, done) => {
  app.get<{ Querystring: ListQuery }>(
    '/customers',
    { schema: LIST_SCHEMA, config: { permission: 'read' } },
    async (request, reply) => {
      const { search, status, sort, order, limit, offset, asOf, ...filters } = request.query;
      const page = { limit: limit + 1, offset, sort, descending: order === 'desc' };
      const frames = await askFor(request, reply)({ kind: 'churn_scores', search, status, asOf, filters, ...page });
      // One more than asked for tells whether there is a next page.
      const rows = rowsOf(frameNamed(frames, 'churn_scores'), SCORED_CUSTOMER);
      const more = rows.length > limit;
      const { notices, ...source } = provided(...frames);
      return {
        ...source,
        notices: notices.filter((text) => !text.startsWith('Rows ')),
        customers: rows.slice(0, limit),
        next: more ? nextPage(request.url, limit, offset + limit) : null,
      };
    },
  );

  app.get<{ Params: FromSchema<typeof CUSTOMER_PATH>; Querystring: FromSchema<typeof AS_OF_QUERY> }>(
    '/customers/:id',
    { schema: ONE_SCHEMA, config: { permission: 'read' } },
    async (request, reply) => {
      const { id } = request.params;
      const asked = askFor(request, reply)({ kind: 'churn_score', customer: id, asOf: request.query.asOf });
      const frames = await asked.catch(notFound);
      const [customer] = rowsOf(frameNamed(frames, 'churn_score'), CUSTOMER_PROFILE);
      if (!customer) throw new AnswerError(404, `There is no customer ${JSON.stringify(id)} as of this day.`);
      return {
        ...provided(...frames),
        customer,
        reasons: rowsOf(frameNamed(frames, 'reasons'), REASON),
        history: rowsOf(frameNamed(frames, 'score_history'), HISTORY_POINT),
        orders: rowsOf(frameNamed(frames, 'orders'), ORDER),
        histograms: rowsOf(frameNamed(frames, 'rfm_histograms'), HISTOGRAM_BIN),
      };
    },
  );

  done();
};

/** The day is known to be one: what is wrong with such a question is that its id names no one customer. */
function notFound(error: unknown): never {
  if (error instanceof AnswerError && error.statusCode === 400) throw new AnswerError(404, error.message);
  throw error;
}

/** A reference that holds wherever the API is mounted: only the query string, as RFC 3986 (5.2) allows. */
function nextPage(url: string, limit: number, offset: number): string {
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  query.set('limit', String(limit));
  query.set('offset', String(offset));
  return `?${query}`;
}
