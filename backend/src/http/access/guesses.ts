import { LRUCache } from 'lru-cache';
import { hashOf } from './tokens';

/** So many different wrong credentials from one address, and it has to wait. */
const MOST_GUESSES = 10;
const WINDOW_MS = 60_000;
const MOST_ADDRESSES = 10_000;

interface Guesses {
  /** Hashes of what was tried: a tool that goes on sending its revoked token guesses nothing. */
  tried: Set<string>;
  ends: number;
}

/** Counts wrong credentials by address, so that nobody can try out many. */
export class GuessCounter {
  private readonly known = new LRUCache<string, Guesses>({ max: MOST_ADDRESSES });

  constructor(private readonly now = Date.now) {}

  /** Seconds that an address has to wait before another credential of its is looked at; 0: none. */
  wait(address: string): number {
    const guesses = this.current(address);
    return guesses && guesses.tried.size >= MOST_GUESSES ? Math.ceil((guesses.ends - this.now()) / 1_000) : 0;
  }

  /** Counts a wrong credential. @returns whether it is another one than before */
  count(address: string, credential: string): boolean {
    const guesses = this.current(address) ?? { tried: new Set<string>(), ends: this.now() + WINDOW_MS };
    const hash = hashOf(credential);
    const isNew = !guesses.tried.has(hash);
    guesses.tried.add(hash);
    this.known.set(address, guesses);
    return isNew;
  }

  private current(address: string): Guesses | undefined {
    const guesses = this.known.get(address);
    return guesses && this.now() < guesses.ends ? guesses : undefined;
  }
}
