import type { ScoredProfile, ScoringBasis } from '../../profile';
import type { Purchase } from '../returns';

/** What is compared of every customer as of one day: a list each, with an entry per customer. */
export interface Everyone {
  customerId: readonly string[];
  relativeOdds: ArrayLike<number>;
  valueIfReturns: ArrayLike<number>;
  revenueAtRisk: ArrayLike<number>;
  segment: readonly string[];
}

/** All customers of a generation, scored by a model. */
export interface ScoredBase {
  basis: ScoringBasis;
  /** The last day of regular trade. */
  asOf: string;
  /** All events up to this one are in the generation; 0: none need be. */
  foldedUpTo: number;
  /** Everyone who had bought by a day, scored as of then. */
  everyone(asOf: string): Promise<Everyone>;
  /** These customers in full as of `asOf`, with reasons and what to do. */
  profiles(customerIds: readonly string[]): Promise<ScoredProfile[]>;
  /** All days on which these customers bought. */
  purchases(customerIds: readonly string[]): Promise<Purchase[]>;
}

/** What a comparison of everyone came to. */
export interface Rescored {
  customers: number;
  /** Warnings that were made, those held out among them. */
  warned: number;
}
