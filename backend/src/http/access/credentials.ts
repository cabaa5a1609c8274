import type { FastifyRequest } from 'fastify';
import { AnswerError } from '../ask';

const BEARER = /^bearer +([\w.~+/-]+=*)$/i;

/**
 * The credential in a request's `Authorization` header; undefined where there is no such header.
 *
 * @throws AnswerError 400 for two such headers, 401 for one of another kind
 */
export function bearerOf({ headers, raw }: Pick<FastifyRequest, 'headers' | 'raw'>): string | undefined {
  // Node takes the first of two and drops the other; a proxy in front may have looked at the other.
  const names = raw.rawHeaders.filter((_, at) => at % 2 === 0);
  if (names.filter((name) => name.toLowerCase() === 'authorization').length > 1) {
    throw new AnswerError(400, 'The request has two Authorization headers; send one.');
  }
  const { authorization } = headers;
  if (authorization === undefined) return undefined;
  const credential = BEARER.exec(authorization)?.[1];
  if (credential === undefined) {
    throw new AnswerError(
      401,
      'The Authorization header must be "Bearer" and a token: Authorization: Bearer churnwatch_...',
    );
  }
  return credential;
}
