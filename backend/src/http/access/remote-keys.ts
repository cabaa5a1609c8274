import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { isRecord } from '../../contract';

export interface RemoteKeysOptions {
  /** Told when keys cannot be fetched anew, and those that are known go on being used. */
  onFault?(message: string, error: unknown): void;
  /** In ms since whenever, by a clock that nobody sets: set back, it would keep new keys away until it has caught up. */
  elapsed?(): number;
  timeoutMs?: number;
}

/** After so long keys are fetched anew: one that was withdrawn counts as long. */
const FRESH_MS = 600_000;
/** So long keys are used that cannot be fetched anew: nobody is locked out because a provider is away for a while. */
const KEPT_MS = 3_600_000;
/** However many tokens name keys that are not known, the provider is asked no more often than this. */
const PAUSE_MS = 30_000;
const PAUSE_AFTER_FAILURE_MS = 5_000;
const TIMEOUT_MS = 5_000;
const MOST_BYTES = 1024 * 1024;
const ACCEPT = 'application/jwk-set+json, application/json';

/** The public keys that an identity provider has at an address. */
export class RemoteKeys {
  private known: { find: JWTVerifyGetKey; fetched: number } | undefined;
  private fetching: Promise<void> | undefined;
  /** When they may be fetched again. */
  private next = 0;
  /** Why they could not be fetched the last time. */
  private failure: Error | undefined;

  constructor(
    private readonly url: URL,
    private readonly options: RemoteKeysOptions = {},
  ) {}

  /** The key that a token names. @throws Error when it is none of them, or they cannot be had */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    const age = this.elapsed() - (this.known?.fetched ?? -Infinity);
    if (age > KEPT_MS) await this.renew();
    else if (age > FRESH_MS) {
      const renewing = this.renew().catch(() => undefined);
      // Nobody waits for a provider that has failed, while the keys that are known will do.
      if (!this.failure) await renewing;
    }
    try {
      return await this.among(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.renew();
      return this.among(header, token);
    }
  };

  private among: JWTVerifyGetKey = (header, token) => {
    if (this.known) return this.known.find(header, token);
    throw this.failure ?? new Error('There are no keys yet.');
  };

  /** Fetches the keys, unless that was tried a moment ago. @throws Error that it ended with */
  private async renew(): Promise<void> {
    if (this.elapsed() >= this.next) this.fetching ??= this.fetch().finally(() => (this.fetching = undefined));
    await this.fetching;
    if (this.failure) throw this.failure;
  }

  private async fetch(): Promise<void> {
    const { url, options } = this;
    try {
      const find = createLocalJWKSet(await keysAt(url, options.timeoutMs ?? TIMEOUT_MS));
      this.known = { find, fetched: this.elapsed() };
      this.failure = undefined;
      this.next = this.elapsed() + PAUSE_MS;
    } catch (error) {
      const isNew = this.failure === undefined;
      this.failure = new Error(`no keys can be had from ${url.origin}${url.pathname}: ${reasonOf(error)}`, {
        cause: error,
      });
      this.next = this.elapsed() + PAUSE_AFTER_FAILURE_MS;
      if (isNew && this.known) options.onFault?.('keys of JSON Web Tokens cannot be fetched anew', this.failure);
    }
  }

  private elapsed(): number {
    return this.options.elapsed?.() ?? performance.now();
  }
}

async function keysAt(url: URL, timeoutMs: number): Promise<JSONWebKeySet> {
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, { redirect: 'manual', headers: { accept: ACCEPT }, signal });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`it answers with status ${response.status}`);
  }
  const value: unknown = JSON.parse(await textOf(response));
  if (isKeySet(value)) return value;
  throw new Error('it answers no object with a list "keys"');
}

/** A set without keys would lock everybody out: more likely somebody's mistake than all that is left. */
function isKeySet(value: unknown): value is JSONWebKeySet {
  return isRecord(value) && Array.isArray(value.keys) && value.keys.length > 0;
}

async function textOf({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    const piece = part as Uint8Array;
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw new Error('it answers more than a MiB');
    parts.push(piece);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** What fetch fails with says nothing but that it has. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message;
}
