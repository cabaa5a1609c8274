import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { AnswerError } from '../ask';
import type { CountedDeeds } from '../audit/counted';
import type { Caller } from '../callers';
import { clientAddress, networkOf } from './client-address';
import { bearerOf } from './credentials';
import { GuessCounter } from './guesses';
import type { Identity, Verifier } from './identity';
import type { Sessions } from './sessions';

export interface AuthenticateOptions {
  verifiers: readonly Verifier[];
  sessions: Sessions;
  /** The session's id in a request's cookie. */
  sessionOf(request: FastifyRequest): string | undefined;
  /** True: a proxy stands in front and says where requests come from. */
  behindProxy: boolean;
  /** Told of wrong credentials. */
  failures?: Pick<CountedDeeds, 'tellOnce'>;
  onFault(message: string, error: unknown): void;
}

export interface Authentication {
  /** Finds out who sends a request; never throws. To run before anything asks for the caller. */
  findCaller(request: FastifyRequest): Promise<void>;
  /** Who sends a request. @throws AnswerError 401, or what else is wrong with what they showed */
  callerOf(request: FastifyRequest): Caller;
  /** The same; undefined when nobody signed in. */
  callerIfAny(request: FastifyRequest): Caller | undefined;
  /** Whether who sent a request, which is still being answered, is signed in still and with the same role. */
  holdsStill(request: FastifyRequest): Promise<boolean>;
  /** Whose a credential is. @throws AnswerError 401 for a wrong one, 429 after too many of them, 503 */
  identify(credential: string, request: FastifyRequest): Promise<Identity>;
}

const TOLD_EVERY_MS = 60_000;
/** So many different faults are told apart. */
const MOST_FAULTS = 10;
const NOT_SIGNED_IN = 'Sign in first: open /sign-in in a browser, or send the header Authorization: Bearer <token>.';
const WRONG =
  'This token is not valid: it was mistyped, has expired or was revoked. Ask whoever runs this server for one.';
const UNCHECKED = 'Tokens cannot be checked at the moment; the log of Churnwatch says why.';

/** Finds out who sends each request, by a token in its header or by the cookie of a sign-in. */
export function authentication(options: AuthenticateOptions): Authentication {
  const { verifiers, sessions, sessionOf, behindProxy, failures } = options;
  const onFault = sparingly(options.onFault);
  const guesses = new GuessCounter();
  const found = new WeakMap<FastifyRequest, Identity | AnswerError>();

  const identify = async (credential: string, request: FastifyRequest): Promise<Identity> => {
    const address = clientAddress(request, behindProxy);
    const network = networkOf(address);
    const wait = guesses.wait(network);
    if (wait > 0) throw new AnswerError(429, 'Too many wrong tokens came from here. Wait a minute.', wait);
    const identity = await verify(verifiers, credential).catch((error: unknown) => {
      throw unchecked(error, onFault);
    });
    if (identity) return identity;
    if (guesses.count(network, credential)) failures?.tellOnce(failure(address));
    throw new AnswerError(401, WRONG);
  };

  const find = async (request: FastifyRequest): Promise<Identity | undefined> => {
    const credential = bearerOf(request);
    if (credential !== undefined) return identify(credential, request);
    const session = sessionOf(request);
    return session === undefined ? undefined : sessions.find(session);
  };

  const findCaller = async (request: FastifyRequest): Promise<void> => {
    try {
      const identity = await find(request);
      if (identity) found.set(request, identity);
    } catch (error) {
      // A route that is open to all answers all the same.
      found.set(request, error instanceof AnswerError ? error : unchecked(error, onFault));
    }
  };

  const callerOf = (request: FastifyRequest): Caller => {
    const identity = found.get(request) ?? new AnswerError(401, NOT_SIGNED_IN);
    if (identity instanceof AnswerError) throw identity;
    return identity.caller;
  };
  return {
    findCaller,
    callerOf,
    identify,
    callerIfAny: (request) => {
      const identity = found.get(request);
      return identity === undefined || identity instanceof AnswerError ? undefined : identity.caller;
    },
    holdsStill: async (request) => {
      const identity = found.get(request);
      if (identity === undefined || identity instanceof AnswerError) return false;
      const renewed = await identity.renew().catch(() => undefined);
      return renewed?.caller.role === identity.caller.role;
    },
  };
}

async function verify(verifiers: readonly Verifier[], credential: string): Promise<Identity | undefined> {
  const verifier = verifiers.find((one) => one.knows(credential));
  return verifier?.verify(credential);
}

/** Tells the same once a minute: it goes wrong with each request, and anybody can send many. */
function sparingly(onFault: AuthenticateOptions['onFault']): AuthenticateOptions['onFault'] {
  const told = new LRUCache<string, true>({ max: MOST_FAULTS, ttl: TOLD_EVERY_MS });
  return (message, error) => {
    const what = String(error);
    if (told.has(what)) return;
    told.set(what, true);
    onFault(message, error);
  };
}

function unchecked(error: unknown, onFault: AuthenticateOptions['onFault']): AnswerError {
  onFault('tokens cannot be checked', error);
  return new AnswerError(503, UNCHECKED);
}

const failure = (address: string) =>
  ({
    time: new Date().toISOString(),
    action: 'sign-in',
    actor: 'unknown',
    role: 'None',
    address,
    outcome: 'refused',
    status: 401,
  }) as const;
