import { ERROR_SCHEMA, type Schema } from '../contract/rest/schemas';

const ERRORS = {
  400: 'The request is not valid: says what was wrong and what may stand there.',
  403: 'The caller’s role does not suffice.',
  404: 'There is no such customer or route.',
  406: 'The answer cannot be had in an accepted form.',
  409: 'It is under way already.',
  413: 'The body is too large; says the limit.',
  415: 'The body is of a content type that is not taken here.',
  422: 'No score is possible; says why.',
  429: 'Too much is under way: nothing was done; Retry-After says when to ask again.',
  500: 'A fault of Churnwatch’s own.',
  503: 'There is no warehouse or no churn model yet, or events cannot be taken; Retry-After says when to ask again.',
} as const;

export type ErrorStatus = keyof typeof ERRORS;

/** The schemas of the error answers with these statuses, for a route's `response`. */
export function errorAnswers(...statuses: readonly ErrorStatus[]): Record<number, Schema> {
  return Object.fromEntries(
    [...statuses, 500 as const].map((status) => [status, { ...ERROR_SCHEMA, description: ERRORS[status] }]),
  );
}
