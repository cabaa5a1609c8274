import type { FastifyInstance, FastifyPluginCallback } from 'fastify';
import type { FromSchema } from 'json-schema-to-ts';
import { EVENT_LIMITS, type DeadLettersBody, type EventsBody, type Receipt } from '../../contract';
import {
  CHOSEN_LETTERS_QUERY,
  DEAD_LETTERS_BODY,
  DEAD_LETTERS_QUERY,
  DELETED_LETTERS_BODY,
  EVENTS_BODY,
  EVENTS_REQUEST,
} from '../../contract/rest/schemas';
import type { ApiOptions } from '../api';
import { AnswerError } from '../ask';
import { takeEmptyBodies } from '../empty-bodies';
import { errorAnswers } from '../route-schema';
import { leaveBodies } from '../validation';

const TAGS = ['Events'];

const SEND_SCHEMA = {
  tags: TAGS,
  summary: 'Takes events of the shop: all that can be used are on the disk once it answers, each once',
  body: EVENTS_REQUEST,
  response: { 200: EVENTS_BODY, ...errorAnswers(400, 403, 406, 413, 415, 429, 503) },
};

const LIST_SCHEMA = {
  tags: TAGS,
  summary: 'Events that could not be used, and why',
  querystring: DEAD_LETTERS_QUERY,
  response: { 200: DEAD_LETTERS_BODY, ...errorAnswers(400, 403, 406, 503) },
};

const DELETE_SCHEMA = {
  tags: TAGS,
  summary: 'Deletes events that could not be used',
  querystring: CHOSEN_LETTERS_QUERY,
  response: { 200: DELETED_LETTERS_BODY, ...errorAnswers(400, 403, 406, 503) },
};

const RETRY_SCHEMA = {
  tags: TAGS,
  summary: 'Tries events again that could not be used',
  querystring: CHOSEN_LETTERS_QUERY,
  response: { 200: EVENTS_BODY, ...errorAnswers(400, 403, 406, 429, 503) },
};

const PERMISSION = 'send_events';

type Options = Pick<ApiOptions, 'served' | 'callerOf'>;

/** `POST /events`. */
export const eventsRoute: FastifyPluginCallback<Options> = (app, { served, callerOf }, done) => {
  leaveBodies(app);
  takeAnyNames(app);
  app.post<{ Body: unknown }>(
    '/events',
    {
      schema: SEND_SCHEMA,
      bodyLimit: EVENT_LIMITS.bodyBytes,
      config: { permission: PERMISSION, action: 'events.send' },
    },
    async (request): Promise<EventsBody> =>
      bodyOf(await served.events.append(eventsIn(request.body), callerOf(request).name)),
  );
  done();
};

/**
 * Takes JSON with a field named `__proto__` or `constructor`, which is refused elsewhere with all that stands beside it: an
 * event knows no such field, and is rejected alone, among the others of its request.
 */
function takeAnyNames(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, app.getDefaultJsonParser('ignore', 'ignore'));
}

/** `GET` and `DELETE /events/dead-letters`, and `POST /events/dead-letters/retry`. */
export const deadLetterRoutes: FastifyPluginCallback<Options> = (app, { served }, done) => {
  app.get<{ Querystring: FromSchema<typeof DEAD_LETTERS_QUERY> }>(
    '/events/dead-letters',
    { schema: LIST_SCHEMA, config: { permission: PERMISSION } },
    async ({ query }): Promise<DeadLettersBody> => {
      const { limit = 100, offset = 0, rejection } = query;
      return served.events.letters({ limit, offset, rejection });
    },
  );
  takeEmptyBodies(app);
  app.delete<{ Querystring: FromSchema<typeof CHOSEN_LETTERS_QUERY> }>(
    '/events/dead-letters',
    { schema: DELETE_SCHEMA, config: { permission: PERMISSION, action: 'events.dead-letters.delete' } },
    async ({ query }) => ({ deleted: await served.events.removeLetters(query.seq) }),
  );
  app.post<{ Querystring: FromSchema<typeof CHOSEN_LETTERS_QUERY> }>(
    '/events/dead-letters/retry',
    { schema: RETRY_SCHEMA, config: { permission: PERMISSION, action: 'events.dead-letters.retry' } },
    async ({ query }): Promise<EventsBody> => bodyOf(await served.events.retryLetters(query.seq)),
  );
  done();
};

/** The events of a body: one, a list of them, or an object with a list. @throws AnswerError 400 or 413 */
function eventsIn(body: unknown): readonly unknown[] {
  const events = Array.isArray(body) ? (body as unknown[]) : listIn(body);
  if (events.length === 0) throw new AnswerError(400, 'The body holds no event.');
  if (events.length <= EVENT_LIMITS.batch) return events;
  throw new AnswerError(
    413,
    `The body holds ${events.length} events; ${EVENT_LIMITS.batch} is the most that is taken at once.`,
  );
}

function listIn(body: unknown): readonly unknown[] {
  if (typeof body !== 'object' || body === null) {
    throw new AnswerError(400, 'The body must be an event, a list of events, or an object with the list "events".');
  }
  if (!('events' in body)) return [body];
  const { events, ...others } = body;
  if (!Array.isArray(events)) throw new AnswerError(400, 'events must be a list of events.');
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new AnswerError(400, `${JSON.stringify(unknown)} is not known beside events.`);
  return events as unknown[];
}

function bodyOf(results: Receipt[]): EventsBody {
  const having = (status: Receipt['status']): number => results.filter((one) => one.status === status).length;
  return {
    accepted: having('accepted'),
    duplicates: having('duplicate'),
    rejected: having('rejected'),
    results,
  };
}
