import { isIP } from 'node:net';
import type { HostNames } from '../../http/access/host-names';
import { isLoopbackHost } from '../../http/access/host-names';
import { jwtVerifier, type JwtOptions } from '../../http/access/jwt';
import type { SignInOptions } from '../../http/access/stand-alone';
import { tokenVerifier } from '../../http/access/tokens';
import { PlaceError, readHosts, readOrigins } from '../../http/embed/places';
import { WarehouseError } from '../../warehouse';
import type { AccessFlags } from './flags';
import { jwtOptions } from './jwt-options';
import { certificate, type Certificate } from './tls';
import { readTokenFile, tokenPlace, watchTokenFile } from './token-file';

/** Where a server listens, and who may use it. */
export interface ResolvedAccess {
  host: string;
  certificate?: Certificate;
  hosts: HostNames;
  signIn?: SignInOptions;
  secure: boolean;
  behindProxy: boolean;
  origins: string[];
}

/**
 * What flags and environment say of access.
 *
 * @param visitors names by which visitors with signed links come
 * @param onFault told when something of it fails later on
 * @throws WarehouseError when it makes no sense, or would let in whoever reaches the address
 */
export async function resolveAccess(
  flags: AccessFlags,
  visitors: readonly string[],
  onFault?: JwtOptions['onFault'],
): Promise<ResolvedAccess> {
  const { host, behindProxy } = flags;
  const [own, origins] = places(flags);
  const tls = await certificate(flags.tlsCert, flags.tlsKey);
  const signIn = await signInOf(flags, onFault);
  const anyAddress = !isLoopback(host);
  if (anyAddress) refuseOpen(host, signIn !== undefined, tls !== undefined || behindProxy);
  if (!signIn && own.length > 0) throw needsSignIn('--name lets people of other machines in');
  if (!signIn && origins.length > 0) throw needsSignIn('--cors-origin lets pages of other sites in');
  return {
    host,
    certificate: tls,
    hosts: { own, visitors, anyAddress },
    signIn,
    secure: tls !== undefined || behindProxy,
    behindProxy,
    origins,
  };
}

const HOW = 'Make a token ("churnwatch token add NAME --role viewer") or set up JSON Web Tokens; see docs/access.md.';

function refuseOpen(host: string, asks: boolean, encrypted: boolean): void {
  if (!asks) {
    throw new WarehouseError('usage', `At ${host} everybody who reaches this machine would see the figures.`, HOW);
  }
  if (encrypted) return;
  throw new WarehouseError(
    'usage',
    `At ${host} tokens and figures would cross the network readable to all.`,
    'Give --tls-cert and --tls-key, or --behind-proxy when a proxy in front speaks https.',
  );
}

const needsSignIn = (what: string): WarehouseError =>
  new WarehouseError('usage', `${what}, and nobody is asked who they are.`, HOW);

async function signInOf(flags: AccessFlags, onFault: JwtOptions['onFault']): Promise<SignInOptions | undefined> {
  const file = tokenPlace(flags.tokensFile);
  const tokens = await readTokenFile(file);
  if (tokens === undefined && flags.tokensFile !== undefined) {
    throw new WarehouseError('missing', `There is no file with tokens at ${file}.`, HOW);
  }
  const jwt = await jwtOptions(flags);
  const verifiers = [
    ...(tokens ? [tokenVerifier(watchTokenFile(file))] : []),
    ...(jwt ? [jwtVerifier({ ...jwt, onFault })] : []),
  ];
  if (verifiers.length === 0) return undefined;
  if (tokens?.length === 0 && !jwt) {
    throw new WarehouseError(
      'usage',
      `Nobody could sign in: there is no token in ${file}.`,
      `${HOW} Or delete the file.`,
    );
  }
  return { verifiers, perMinute: flags.rateLimit };
}

function places({ name, corsOrigin }: AccessFlags): [string[], string[]] {
  try {
    return [readHosts(name), singleOrigins(corsOrigin)];
  } catch (error) {
    if (!(error instanceof PlaceError)) throw error;
    throw new WarehouseError('usage', error.message, 'docs/access.md has examples.', { cause: error });
  }
}

/** Browsers send whole origins, which are compared as they are: one with a star would let nobody in. */
function singleOrigins(given: readonly string[]): string[] {
  const several = given.find((one) => one.includes('*'));
  if (several === undefined) return readOrigins(given);
  throw new PlaceError(`--cors-origin ${several}: name each origin, such as https://tool.example.com, without a star.`);
}

/** All of 127.0.0.0/8 is this machine. */
const isLoopback = (host: string): boolean => isLoopbackHost(host) || (isIP(host) === 4 && host.startsWith('127.'));
