import type { FastifyRequest } from 'fastify';
import type { Identity } from '../access/identity';
import type { Caller } from '../callers';

/** Who may follow what: what live connections ask. */
export interface LiveAccess {
  /** Who sent a request. @throws AnswerError what is wrong with what they showed, or that they showed nothing */
  callerOf(request: FastifyRequest): Caller;
  /** Who sent a request, by its header or cookie; undefined when nobody signed in. */
  callerIfAny(request: FastifyRequest): Caller | undefined;
  /** Whether that person is signed in still and with the same role. */
  holdsStill(request: FastifyRequest): Promise<boolean>;
  /**
   * Whose a token is; absent where nobody needs to sign in.
   *
   * @throws AnswerError for one that is not valid
   */
  identify?(token: string, request: FastifyRequest): Promise<Identity>;
  /** Where a request came from. */
  addressOf?(request: FastifyRequest): string;
  /** Origins whose pages may connect, beside our own. */
  origins?: readonly string[];
}

/** A caller whom a connection serves. */
export interface Guest {
  caller: Caller;
  holdsStill(): Promise<boolean>;
}

/** The guest that a token lets in. @throws AnswerError */
export async function guestByToken(
  identify: NonNullable<LiveAccess['identify']>,
  token: string,
  request: FastifyRequest,
): Promise<Guest> {
  const { caller, renew } = await identify(token, request);
  return { caller, holdsStill: async () => (await renew())?.caller.role === caller.role };
}

/** The guest that a request's own header or cookie lets in. */
export function guestByRequest(access: LiveAccess, request: FastifyRequest): Guest | undefined {
  const caller = access.callerIfAny(request);
  return caller && { caller, holdsStill: () => access.holdsStill(request) };
}
