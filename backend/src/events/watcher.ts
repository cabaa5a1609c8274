import type { ScoredProfile, ScoringBasis } from './profile';
import type { Statements } from './store/statements';

/**
 * Looks at newly scored profiles and writes what follows from them (early warnings, what is to be sent out) through the
 * statements it is given, which belong to the transaction that also notes the events as processed: so each event has its
 * effect once, whenever the process dies. What it returns is called once that transaction is on the disk, never else.
 */
export interface ProfileWatcher {
  /** @param at when the event that led to the scores was received, in ms since 1970-01-01 UTC */
  consider(
    statements: Statements,
    profiles: readonly ScoredProfile[],
    basis: ScoringBasis,
    at: number,
  ): Promise<() => void>;
}
