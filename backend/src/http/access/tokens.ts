import { createHash, randomBytes } from 'node:crypto';
import { isRecord } from '../../contract';
import type { Identity, Verifier } from './identity';
import { isRoleName, ROLE_NAMES, roleNamed, type RoleName } from './role-names';

/** An API token as it is kept: its text cannot be found from it. */
export interface KeptToken {
  name: string;
  role: RoleName;
  /**
   * SHA-256 of the token's text in hex. A slow hash would add nothing: the text is 256 bits of chance, which nobody
   * tries out, and it would make each request slow.
   */
  sha256: string;
  /** RFC 3339. */
  created: string;
  /** RFC 3339; absent: until it is revoked. */
  expires?: string;
}

/** Begins each token, so that one that got lost is known for what it is. */
const PREFIX = 'churnwatch_';
const SECRET_BYTES = 32;
const TOKEN = /^churnwatch_[\w-]{43}$/;
const NAME = /^[A-Za-z0-9][\w.@-]{0,63}$/;
const SHA256 = /^[0-9a-f]{64}$/;

/** The tokens' file, or what is wrong in it. */
export class TokenFileError extends Error {
  override name = 'TokenFileError';
}

/** A new token's text: to be shown once, and never kept. */
export const newToken = (): string => PREFIX + randomBytes(SECRET_BYTES).toString('base64url');

/** What is kept of a token's text. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Whether a token may be called so: names stand in the audit log. */
export const isTokenName = (name: string): boolean => NAME.test(name);

/**
 * The tokens in a file's text.
 *
 * @throws TokenFileError saying what is wrong; such a file lets nobody in
 */
export function readTokens(text: string): KeptToken[] {
  const json = parsed(text);
  const list = isRecord(json) ? json.tokens : undefined;
  if (!Array.isArray(list)) throw new TokenFileError('It must hold an object with a list "tokens".');
  const tokens = list.map((one: unknown, at) => keptToken(one, at + 1));
  const names = tokens.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new TokenFileError(`Two tokens are called ${twice}.`);
  return tokens;
}

/** The text of a file with these tokens. */
export const tokensText = (tokens: readonly KeptToken[]): string => `${JSON.stringify({ tokens }, null, 2)}\n`;

/** Knows the tokens that `kept` answers, which is asked anew each time so that a revoked one ends at once. */
export function tokenVerifier(kept: () => Promise<ReadonlyMap<string, KeptToken>>, now = Date.now): Verifier {
  const find = async (sha256: string): Promise<Identity | undefined> => {
    const token = (await kept()).get(sha256);
    const expires = token?.expires === undefined ? undefined : Date.parse(token.expires);
    if (!token || (expires !== undefined && expires <= now())) return undefined;
    return { caller: { role: roleNamed(token.role), name: token.name }, expires, renew: () => find(sha256) };
  };
  return {
    knows: (credential) => credential.startsWith(PREFIX),
    verify: async (credential) => (TOKEN.test(credential) ? find(hashOf(credential)) : undefined),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TokenFileError('It is not JSON.');
  }
}

function keptToken(value: unknown, place: number): KeptToken {
  const wrong = (what: string): TokenFileError => new TokenFileError(`Token ${place}: ${what}`);
  if (!isRecord(value)) throw wrong('it must be an object.');
  const { name, role, sha256, created, expires } = value;
  if (typeof name !== 'string' || !isTokenName(name)) throw wrong('"name" must be a name of letters and digits.');
  if (!isRoleName(role)) throw wrong(`"role" must be one of ${ROLE_NAMES.join(', ')}.`);
  if (typeof sha256 !== 'string' || !SHA256.test(sha256)) throw wrong('"sha256" must be 64 digits in hex.');
  if (expires !== undefined && !isTime(expires)) throw wrong('"expires" must be a time such as 2027-01-31T00:00:00Z.');
  return { name, role, sha256, created: isTime(created) ? created : '', ...(expires === undefined ? {} : { expires }) };
}

const isTime = (value: unknown): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value));
