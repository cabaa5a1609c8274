import type { FastifyPluginCallback } from 'fastify';
import type { FromSchema } from 'json-schema-to-ts';
import { addDays, DAY_MS, dayOf, startOf, type Frame, type TimeRange } from '../../contract';
import { KEY_FIGURE, RISK_GROUP, STATS_BODY, STATS_QUERY } from '../../contract/rest/schemas';
import type { RouteOptions } from '../api';
import { AnswerError, provided } from '../ask';
import { riskTotal } from '../risk-total';
import { errorAnswers } from '../route-schema';
import { frameNamed, rowsOf, type Row } from '../rows';
import type { Served } from '../served';

const SCHEMA = {
  tags: ['Figures'],
  summary: 'The key figures of a time range and the risk as of its end',
  querystring: STATS_QUERY,
  response: { 200: STATS_BODY, ...errorAnswers(400, 406, 503) },
};

type StatsQuery = FromSchema<typeof STATS_QUERY>;

const DEFAULT_DAYS = 365;

interface Risk {
  by: string;
  total: Row;
  groups: Row[];
}

/** `GET /dashboard/stats`. */
export const statsRoute: FastifyPluginCallback<RouteOptions> = (app, { served, askFor }, done) => {
  app.get<{ Querystring: StatsQuery }>(
    '/dashboard/stats',
    { schema: SCHEMA, config: { permission: 'read' } },
    async (request, reply) => {
      const { from: _from, to: _to, by, asOf, ...filters } = request.query;
      const ask = askFor(request, reply);
      const range = rangeOf(request.query, served);
      const [figures, risk] = await Promise.all([
        ask({ kind: 'kpis', filters, asOf }, range),
        orReason(ask({ kind: 'risk_summary', by, filters, asOf }, range)),
      ]);
      const source = provided(...figures, ...risk.frames);
      return {
        ...source,
        notices: [...source.notices, ...risk.reasons],
        from: dayOf(range.from),
        to: dayOf(range.to),
        key_figures: rowsOf(frameNamed(figures, 'kpis'), KEY_FIGURE),
        risk: risk.reasons.length > 0 ? null : riskOf(risk.frames, by),
      };
    },
  );
  done();
};

/** Key figures need no model: where no score is possible, or not yet, the reason stands in place of the risk. */
async function orReason(asked: Promise<readonly Frame[]>): Promise<{ frames: readonly Frame[]; reasons: string[] }> {
  try {
    return { frames: await asked, reasons: [] };
  } catch (error) {
    if (error instanceof AnswerError && [422, 503].includes(error.statusCode))
      return { frames: [], reasons: [error.message] };
    throw error;
  }
}

function riskOf(frames: readonly Frame[], by: string): Risk {
  const groups = rowsOf(frameNamed(frames, 'risk_summary'), RISK_GROUP, { group: by });
  return { by, total: riskTotal(groups), groups };
}

function rangeOf({ from, to, asOf }: StatsQuery, served: Served): TimeRange {
  const { generation } = served.status();
  const last = to ?? asOf ?? generation?.regularLastDay ?? '1970-01-01';
  const first = from ?? addDays(last, 1 - DEFAULT_DAYS);
  if (first > last) throw new AnswerError(400, `from must not be later than to: ${first} is after ${last}.`);
  return { from: startOf(first), to: startOf(last) + DAY_MS - 1 };
}
