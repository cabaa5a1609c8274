import type { FastifyPluginCallback, FastifyRequest } from 'fastify';
import type { FromSchema } from 'json-schema-to-ts';
import { DEFAULT_LANGUAGE, EVENT_LIMITS, startOf, type Text } from '../../contract';
import {
  ALERT_BODY,
  ALERT_CHANGE,
  ALERT_PATH,
  ALERT_QUERY,
  ALERTS_BODY,
  ALERTS_QUERY,
  GRAFANA_NOTIFICATION,
  GRAFANA_TAKEN,
} from '../../contract/rest/schemas';
import type { ApiOptions } from '../api';
import { AnswerError } from '../ask';
import { seesFullIds } from '../callers';
import { grafanaAlert } from '../grafana-notification';
import { errorAnswers } from '../route-schema';

const TAGS = ['Alerts'];
const LIST_SCHEMA = {
  tags: TAGS,
  summary: 'Early warnings, and alerts of Grafana’s own rules',
  querystring: ALERTS_QUERY,
  response: { 200: ALERTS_BODY, ...errorAnswers(400, 403, 406, 503) },
};
const ONE_SCHEMA = {
  tags: TAGS,
  summary: 'An alert with its history',
  params: ALERT_PATH,
  querystring: ALERT_QUERY,
  response: { 200: ALERT_BODY, ...errorAnswers(403, 404, 406, 503) },
};
const CHANGE_SCHEMA = {
  tags: TAGS,
  summary: 'Changes an early warning: takes it up, acts on it, closes it, or adds a note',
  params: ALERT_PATH,
  querystring: ALERT_QUERY,
  body: ALERT_CHANGE,
  response: { 200: ALERT_BODY, ...errorAnswers(400, 403, 404, 406, 409, 415, 422, 503) },
};
const GRAFANA_SCHEMA = {
  tags: TAGS,
  summary: 'Takes the notifications of a webhook contact point of Grafana Alerting',
  body: GRAFANA_NOTIFICATION,
  response: { 200: GRAFANA_TAKEN, ...errorAnswers(400, 403, 406, 413, 415, 503) },
};

type ListQuery = FromSchema<typeof ALERTS_QUERY>;
interface One {
  Params: FromSchema<typeof ALERT_PATH>;
  Querystring: FromSchema<typeof ALERT_QUERY>;
}

const missingText = (id: string): Text => ({
  en: `There is no alert ${id}.`,
  'pt-BR': `Não há alerta ${id}.`,
});
const GRAFANAS: Text = {
  en: 'This alert is Grafana’s own: silence it there, or wait until its rule is content.',
  'pt-BR': 'Este alerta é do próprio Grafana: silencie-o lá, ou espere até que a regra dele esteja satisfeita.',
};

/** `GET /alerts`, `GET` and `PATCH /alerts/:id`, `POST /alerts/grafana`. */
export const alertRoutes: FastifyPluginCallback<Pick<ApiOptions, 'served' | 'callerOf'>> = (
  app,
  { served, callerOf },
  done,
) => {
  const fullIds = (request: FastifyRequest): boolean => seesFullIds(callerOf(request).role, served.settings);

  app.get<{ Querystring: ListQuery }>(
    '/alerts',
    { schema: LIST_SCHEMA, config: { permission: 'read' } },
    async (request) => {
      const { since, order, language, ...query } = request.query;
      const from = since === undefined ? undefined : startOf(since);
      const filter = { ...query, since: from, descending: order === 'desc' };
      const alerts = await served.alerts.list(filter, fullIds(request), language);
      const { limit, offset } = query;
      const next = alerts.length > limit ? nextPage(request.url, limit, offset + limit) : null;
      return { alerts: alerts.slice(0, limit), next };
    },
  );

  app.get<One>('/alerts/:id', { schema: ONE_SCHEMA, config: { permission: 'read' } }, async (request) => {
    const { id } = request.params;
    const { language = DEFAULT_LANGUAGE } = request.query;
    const alert = await served.alerts.one(id, fullIds(request), language);
    if (!alert) throw new AnswerError(404, missingText(JSON.stringify(id.slice(0, 40)))[language]);
    return alert;
  });

  app.patch<One & { Body: FromSchema<typeof ALERT_CHANGE> }>(
    '/alerts/:id',
    { schema: CHANGE_SCHEMA, config: { permission: 'work_warnings', action: 'alerts.change' } },
    async (request) => {
      const { id } = request.params;
      const { language = DEFAULT_LANGUAGE } = request.query;
      if (id.startsWith('g-')) throw new AnswerError(422, GRAFANAS[language]);
      const change = { ...request.body, version: request.body.version ?? matchedVersion(request) };
      const changed = await served.alerts.change(id, change, callerOf(request).name, fullIds(request), language);
      if ('error' in changed) throw new AnswerError(changed.status, changed.error);
      return changed.alert;
    },
  );

  app.post<{ Body: FromSchema<typeof GRAFANA_NOTIFICATION> }>(
    '/alerts/grafana',
    {
      schema: GRAFANA_SCHEMA,
      // A thousand alerts have two or three MiB, most of it what our own rules say of customers.
      bodyLimit: EVENT_LIMITS.bodyBytes,
      config: { permission: 'work_warnings', action: 'alerts.grafana' },
    },
    async (request) => {
      const alerts = request.body.alerts.flatMap((one) => grafanaAlert(one, Date.now()) ?? []);
      await served.alerts.takeGrafana(alerts);
      return { alerts: alerts.length };
    },
  );

  done();
};

/** The version in the header If-Match; undefined without one. @throws AnswerError 400 for anything but a version */
function matchedVersion({ headers }: FastifyRequest): number | undefined {
  const tag = headers['if-match'];
  if (tag === undefined || tag === '*') return undefined;
  const version = /^"?(\d{1,9})"?$/.exec(tag)?.[1];
  if (version === undefined) throw new AnswerError(400, 'If-Match must be the version of the alert, such as "3".');
  return Number(version);
}

/** A reference that holds wherever the API is mounted: only the query string, as RFC 3986 (5.2) allows. */
function nextPage(url: string, limit: number, offset: number): string {
  const query = new URLSearchParams(url.split('?')[1] ?? '');
  query.set('limit', String(limit));
  query.set('offset', String(offset));
  return `?${query}`;
}
