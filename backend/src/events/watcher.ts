import type { RiskBand } from '../contract';
import type { ScoringBasis, TouchedProfile } from './profile';
import type { Statements } from './store/statements';

/** What a watcher tells of the customers that it has looked at. */
export interface Considered {
  /** The risk bands that they were last seen in, by events or among all customers; who never was is absent. */
  before: ReadonlyMap<string, RiskBand>;
  /** To be called once the transaction is on the disk, never else. */
  done(): void;
}

/**
 * Looks at newly scored profiles and writes what follows from them (early warnings, what is to be sent out) through the
 * statements it is given, which belong to the transaction that also notes the events as processed: so each event has its
 * effect once, whenever the process dies.
 */
export interface ProfileWatcher {
  /** @param at when the event that led to the scores was received, in ms since 1970-01-01 UTC */
  consider(
    statements: Statements,
    profiles: readonly TouchedProfile[],
    basis: ScoringBasis,
    at: number,
  ): Promise<Considered>;
}
