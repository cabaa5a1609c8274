import { createSecretKey } from 'node:crypto';
import {
  createLocalJWKSet,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
} from 'jose';
import { isRecord } from '../../contract';
import type { Identity, Verifier } from './identity';
import { RemoteKeys, type RemoteKeysOptions } from './remote-keys';
import { isRoleName, roleNamed, type RoleName } from './role-names';

/** The key that signs: one secret that both sides know, or the public keys of an identity provider. */
export type JwtKeys = { secret: string } | { jwksUrl: URL } | { jwks(): Promise<JSONWebKeySet> };

export interface JwtOptions {
  keys: JwtKeys;
  /** Who must have made a token (`iss`), and whom it must be for (`aud`). */
  issuer: string;
  audience: string;
  /** The claim with the role; dots lead into objects, as in `realm_access.roles`. Its value is a text or a list. */
  roleClaim: string;
  /** Which values of that claim are which role; the roles' own names are known besides. */
  roles: ReadonlyMap<string, RoleName>;
  /** Told of what goes wrong without a request that would fail for it. */
  onFault?(message: string, error: unknown): void;
}

/** Seconds by which clocks may differ. */
const TOLERANCE_S = 30;
const MAX_LENGTH = 8_192;
/** A secret signs with this alone, and public keys with these: so no public key is ever taken for a secret. */
const OF_SECRETS = ['HS256'];
const OF_PUBLIC_KEYS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
/** As much of a subject as is kept, without halves of characters, which the database cannot read. */
const nameOf = (subject: string): string => subject.slice(0, 128).toWellFormed();
const SIGNED = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Strongest role first: whoever has several acts with the strongest. */
const BY_STRENGTH: readonly RoleName[] = ['admin', 'operator', 'analyst', 'viewer'];

/**
 * Knows JSON Web Tokens that somebody else has made: signed, with an end, a subject, an issuer and an audience that are
 * right, and a role.
 *
 * @param now in ms since 1970-01-01 UTC: what tokens end by
 * @param elapsed in ms since whenever: what the keys of a provider are fetched anew by
 */
export function jwtVerifier(options: JwtOptions, now = Date.now, elapsed = () => performance.now()): Verifier {
  const { keys, issuer, audience, roleClaim, roles } = options;
  const checks: JWTVerifyOptions = { issuer, audience, clockTolerance: TOLERANCE_S, requiredClaims: ['exp', 'sub'] };
  const verified = verifierFor(keys, { onFault: options.onFault, elapsed });
  const identityOf = (payload: JWTPayload): Identity | undefined => {
    const role = strongest(claimOf(payload, roleClaim), roles);
    const { sub, exp } = payload;
    if (role === undefined || typeof sub !== 'string' || sub === '' || exp === undefined) return undefined;
    const expires = (exp + TOLERANCE_S) * 1_000;
    const identity: Identity = {
      caller: { role: roleNamed(role), name: nameOf(sub) },
      expires,
      renew: async () => (now() < expires ? identity : undefined),
    };
    return identity;
  };
  return {
    knows: (credential) => SIGNED.test(credential),
    verify: async (credential) => {
      if (credential.length > MAX_LENGTH) return undefined;
      try {
        return identityOf(await verified(credential, { ...checks, currentDate: new Date(now()) }));
      } catch (error) {
        if (isRefusal(error)) return undefined;
        throw error;
      }
    },
  };
}

type Verified = (credential: string, checks: JWTVerifyOptions) => Promise<JWTPayload>;

function verifierFor(keys: JwtKeys, options: RemoteKeysOptions): Verified {
  if ('secret' in keys) {
    const key = createSecretKey(Buffer.from(keys.secret, 'utf8'));
    return async (text, checks) => (await jwtVerify(text, key, { ...checks, algorithms: OF_SECRETS })).payload;
  }
  if ('jwksUrl' in keys) {
    const set = new RemoteKeys(keys.jwksUrl, options);
    return (text, checks) => byPublicKey(text, set.find, checks);
  }
  return async (text, checks) => byPublicKey(text, createLocalJWKSet(await keys.jwks()), checks);
}

async function byPublicKey(text: string, set: JWTVerifyGetKey, rules: JWTVerifyOptions): Promise<JWTPayload> {
  const checks = { ...rules, algorithms: OF_PUBLIC_KEYS };
  try {
    return (await jwtVerify(text, set, checks)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    // Providers that do not name their keys have two of them while they change from one to the other.
    for await (const key of error) {
      const result = await jwtVerify(text, key, checks).catch(ofAnotherKey);
      if (result) return result.payload;
    }
    throw error;
  }
}

function ofAnotherKey(error: unknown): undefined {
  if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
}

/** What is wrong with the token, rather than with finding the key. */
function isRefusal(error: unknown): boolean {
  return error instanceof errors.JOSEError && !(error instanceof errors.JWKSInvalid);
}

function claimOf(payload: JWTPayload, path: string): unknown {
  // Some providers put dots into a claim's name, as in https://shop.example/roles.
  if (Object.hasOwn(payload, path)) return payload[path];
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined),
      payload,
    );
}

function strongest(claim: unknown, roles: ReadonlyMap<string, RoleName>): RoleName | undefined {
  const values: unknown[] = Array.isArray(claim) ? claim : [claim];
  const named = values.map((value) =>
    typeof value === 'string' ? (roles.get(value) ?? (isRoleName(value) ? value : undefined)) : undefined,
  );
  return BY_STRENGTH.find((role) => named.includes(role));
}
