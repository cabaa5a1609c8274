import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Identity } from './identity';

const HOUR_MS = 3_600_000;
/** How long a browser stays signed in, at most. */
export const SESSION_MS = 12 * HOUR_MS;
const MOST = 10_000;
const ID_BYTES = 32;

interface Session {
  identity: Identity;
  ends: number;
}

/** Who is signed in by a cookie. Kept in memory: a restart of the server signs everybody out. */
export class Sessions {
  private readonly known = new LRUCache<string, Session>({ max: MOST });

  constructor(private readonly now = Date.now) {}

  /** Signs somebody in. @returns the text of the cookie, and for how many ms it is good */
  begin(identity: Identity): { id: string; lasts: number } {
    const now = this.now();
    const ends = Math.min(now + SESSION_MS, identity.expires ?? Infinity);
    const id = randomBytes(ID_BYTES).toString('base64url');
    this.known.set(id, { identity, ends });
    return { id, lasts: Math.max(0, ends - now) };
  }

  /** Who is signed in, if the credential they signed in with holds still; for as long as they are. */
  async find(id: string): Promise<Identity | undefined> {
    const session = this.known.get(id);
    const identity = session && this.now() < session.ends ? await session.identity.renew() : undefined;
    if (identity) return { ...identity, renew: () => this.find(id) };
    this.known.delete(id);
    return undefined;
  }

  /** Signs out. */
  end(id: string): void {
    this.known.delete(id);
  }
}
