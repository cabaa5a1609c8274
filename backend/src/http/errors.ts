import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorBody } from '../contract';
import { AnswerError } from './ask';

/** Seconds after which asking again makes sense while the warehouse is being built or its model trained. */
const RETRY_AFTER = 5;

/** Answers every error with `{error}` in words and the right status; what is our own fault goes to the log. */
export function addErrors(app: FastifyInstance, onFault: (message: string, error: unknown) => void): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 503) reply.header('retry-after', RETRY_AFTER);
    if (status === 401) reply.header('www-authenticate', 'Bearer realm="Churnwatch"');
    if (error instanceof AnswerError && error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter);
    // An answer's own fault has been logged where it arose, and its message is meant for the caller.
    if (error instanceof AnswerError) return reply.status(status).send({ error: error.message } satisfies ErrorBody);
    if (status >= 500) onFault(`${request.method} ${request.routeOptions.url ?? 'unknown route'} failed`, error);
    const body: ErrorBody = { error: status >= 500 ? FAULT : (inWords(error, request) ?? error.message) };
    return reply.status(status).send(body);
  });
  app.setNotFoundHandler((request, reply) => {
    const body: ErrorBody = { error: `There is nothing at ${request.method} ${request.url.split('?')[0]}.` };
    return reply.status(404).send(body);
  });
}

/** Answers what no route can be found for, since the address cannot be read: a `%` that stands before no character. */
export function answerBadAddress(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  const body: ErrorBody = { error: 'The address is not valid: it holds a % that encodes no character.' };
  void reply.status(error.statusCode ?? 400).send(body);
}

const FAULT = 'Churnwatch failed to answer; its log says why. Please try again.';

/** Messages of the web framework, with what may stand there instead. */
function inWords({ code }: FastifyError, request: FastifyRequest): string | undefined {
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return `The body is larger than ${sizeOf(request.routeOptions.bodyLimit)}, the most that is taken here.`;
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE': {
      const taken = request.routeOptions.config.takes ?? ['application/json'];
      return `The body's content type must be ${taken.join(' or ')}, not ${request.headers['content-type'] ?? 'missing'}.`;
    }
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return 'The body is empty; it must be JSON.';
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return 'The body is not JSON.';
    default:
      return undefined;
  }
}

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KiB` : `${Math.round(bytes / 1024 / 1024)} MiB`;
