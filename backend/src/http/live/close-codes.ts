import type { AnswerError } from '../ask';

/** What the closing of a WebSocket says, beside its reason in words; told in docs/live.md. */
export const CLOSE = {
  /** The server is shutting down. */
  goingAway: 1001,
  /** A fault of ours. */
  fault: 1011,
  /** Nothing to follow at the moment. */
  tryLater: 1013,
  notSignedIn: 4001,
  noAccess: 4003,
  slow: 4008,
  tooMany: 4029,
} as const;

export type ErrorCode =
  | 'bad_message'
  | 'too_large'
  | 'too_many'
  | 'connect_first'
  | 'not_signed_in'
  | 'no_access'
  | 'slow'
  | 'unavailable'
  | 'fault';

/** How a refusal is told over a WebSocket, by the status it would have over HTTP. */
export function refusalBy({ statusCode }: AnswerError): { code: ErrorCode; close: number } {
  if (statusCode === 401) return { code: 'not_signed_in', close: CLOSE.notSignedIn };
  if (statusCode === 403) return { code: 'no_access', close: CLOSE.noAccess };
  if (statusCode === 429) return { code: 'too_many', close: CLOSE.tooMany };
  return { code: 'unavailable', close: CLOSE.tryLater };
}

const MAX_REASON = 123;

/** As much of a text as fits into the closing of a WebSocket. */
export function closingReason(text: string): string {
  return Buffer.byteLength(text) <= MAX_REASON
    ? text
    : `${text.replaceAll(/[^ -~]/g, '?').slice(0, MAX_REASON - 3)}...`;
}
