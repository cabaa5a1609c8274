import { readFile, stat } from 'node:fs/promises';
import type { JSONWebKeySet } from 'jose';
import { isRecord } from '../../contract';
import { isLoopbackHost } from '../../http/access/host-names';
import type { JwtKeys, JwtOptions } from '../../http/access/jwt';
import { isRoleName, ROLE_NAMES, type RoleName } from '../../http/access/role-names';
import { WarehouseError } from '../../warehouse';
import { fromInvocation } from '../shop-folder';
import { readPrivately } from './secret-file';

export interface JwtFlags {
  jwtSecretFile?: string;
  jwks?: string;
  jwtIssuer?: string;
  jwtAudience?: string;
  jwtRoleClaim: string;
  jwtRole: string[];
}

const LEAST_SECRET = 32;
const DOCS = 'docs/access.md has examples.';

const usage = (message: string): WarehouseError => new WarehouseError('usage', message, DOCS);

/**
 * How JSON Web Tokens are checked, as flags and environment say; undefined when they say nothing of them.
 *
 * @throws WarehouseError when something is missing or makes no sense
 */
export async function jwtOptions(
  flags: JwtFlags,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<JwtOptions | undefined> {
  const keys = await keysOf(flags, environment);
  const { jwtIssuer: issuer, jwtAudience: audience, jwtRoleClaim: roleClaim, jwtRole } = flags;
  if (!keys) {
    if (issuer === undefined && audience === undefined) return undefined;
    throw usage('--jwt-issuer and --jwt-audience need a key: --jwt-secret-file or --jwks.');
  }
  if (issuer === undefined || audience === undefined) {
    throw usage('JSON Web Tokens need --jwt-issuer (who makes them) and --jwt-audience (whom they are for).');
  }
  return { keys, issuer, audience, roleClaim, roles: new Map(jwtRole.map(roleOf)) };
}

async function keysOf({ jwtSecretFile, jwks }: JwtFlags, environment: NodeJS.ProcessEnv): Promise<JwtKeys | undefined> {
  const file = jwtSecretFile ?? (environment.CHURNWATCH_JWT_SECRET_FILE || undefined);
  const text = environment.CHURNWATCH_JWT_SECRET || undefined;
  if (jwks !== undefined) {
    if (file !== undefined || text !== undefined) throw usage('Give a secret or --jwks, not both.');
    return publicKeys(jwks);
  }
  if (file !== undefined) {
    const path = fromInvocation(file);
    return { secret: longEnough((await readPrivately(path, 'The secret of JSON Web Tokens')).trim(), path) };
  }
  return text === undefined ? undefined : { secret: longEnough(text, 'CHURNWATCH_JWT_SECRET') };
}

async function publicKeys(place: string): Promise<JwtKeys> {
  if (/^https?:/.test(place)) {
    const url = URL.canParse(place) ? new URL(place) : undefined;
    if (url && (url.protocol === 'https:' || isLoopbackHost(url.hostname))) return { jwksUrl: url };
    throw usage(`Keys are fetched by https only, not from ${place}.`);
  }
  const jwks = watchKeys(fromInvocation(place));
  await jwks();
  return { jwks };
}

/** The keys in a file, read anew when it has changed. */
function watchKeys(file: string): () => Promise<JSONWebKeySet> {
  let known: { stamp: string; keys: JSONWebKeySet } | undefined;
  return async () => {
    const info = await stat(file, { bigint: true }).catch(() => undefined);
    const stamp = info === undefined ? '' : `${info.ino} ${info.mtimeNs} ${info.size}`;
    if (known?.stamp === stamp) return known.keys;
    const keys = parsed(await readFile(file, 'utf8').catch(() => ''));
    if (!isKeySet(keys)) throw usage(`${file} is no set of public keys (JSON with a list "keys").`);
    known = { stamp, keys };
    return keys;
  };
}

function isKeySet(value: unknown): value is JSONWebKeySet {
  if (!isRecord(value) || !Array.isArray(value.keys) || value.keys.length === 0) return false;
  // A secret among them would make whoever reads the file an administrator.
  return value.keys.every((key: unknown) => isRecord(key) && typeof key.kty === 'string' && key.kty !== 'oct');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function longEnough(secret: string, where: string): string {
  if (secret.length >= LEAST_SECRET) return secret;
  throw usage(`The secret in ${where} is too short: ${secret.length} characters; at least ${LEAST_SECRET}.`);
}

function roleOf(text: string): [string, RoleName] {
  const at = text.lastIndexOf('=');
  const [value, role] = [text.slice(0, at), text.slice(at + 1)];
  if (at > 0 && isRoleName(role)) return [value, role];
  throw usage(
    `--jwt-role ${text}: write a value of the claim and a role (${ROLE_NAMES.join(', ')}), such as sales=viewer.`,
  );
}
