import type { InLanguages, RiskBand, Segment } from '../contract';

/** A customer as of one moment, scored: what early warnings are made from. Money in the shop's currency. */
export interface ScoredProfile {
  customerId: string;
  /** The as-of date of the score, `YYYY-MM-DD`. */
  asOf: string;
  churnProbability: number;
  band: RiskBand;
  /** Odds of coming back as a multiple of the average customer's, see `returnOdds`. */
  relativeOdds: number;
  segment: Segment;
  state: string;
  valueIfReturns: number;
  revenueAtRisk: number;
  /** All that was paid up to the as-of date. */
  monetary: number;
  /** Last purchase up to the as-of date, `YYYY-MM-DD`. */
  lastOrder: string;
  /** Why, and what to do: the reader is not known yet. */
  words: InLanguages<ProfileWords>;
}

/** The same of a customer whom events have touched. */
export interface TouchedProfile extends ScoredProfile {
  /** All days with a purchase that stands, those after the as-of date too, `YYYY-MM-DD`. */
  purchaseDays: readonly string[];
}

/** What is said of a customer in one language. */
export interface ProfileWords {
  /** The main reasons in plain sentences, the weightiest first. */
  reasons: readonly string[];
  /** The recommended action's title. */
  action: string;
}

/** What a set of profiles was scored by. */
export interface ScoringBasis {
  generation: string;
  model: string;
}
