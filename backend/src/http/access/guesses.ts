import { LRUCache } from 'lru-cache';
import { hashOf } from './tokens';

/** So many different wrong credentials from one address, and it has to wait. */
const MOST_GUESSES = 10;
const WINDOW_MS = 60_000;
const MOST_ADDRESSES = 10_000;

/** Counts wrong credentials by address, so that nobody can try out many. */
export class GuessCounter {
  /**
   * By address, hashes of what was tried: a tool that goes on sending its revoked token guesses nothing. The cache's clock
   * is one that nobody sets: set back, it would keep an address out until it had caught up.
   */
  private readonly tried = new LRUCache<string, Set<string>>({ max: MOST_ADDRESSES, ttl: WINDOW_MS });

  /** Seconds that an address has to wait before another credential of its is looked at; 0: none. */
  wait(address: string): number {
    const guesses = this.tried.get(address)?.size ?? 0;
    return guesses >= MOST_GUESSES ? Math.ceil(this.tried.getRemainingTTL(address) / 1_000) : 0;
  }

  /** Counts a wrong credential. @returns whether it is another one than before */
  count(address: string, credential: string): boolean {
    const tried = this.tried.get(address) ?? new Set<string>();
    if (tried.size === 0) this.tried.set(address, tried);
    const before = tried.size;
    return tried.add(hashOf(credential)).size > before;
  }
}
