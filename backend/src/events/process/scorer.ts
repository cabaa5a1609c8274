import type { ScoringBasis, TouchedProfile } from '../profile';
import type { LoggedEvent } from './logged-event';

/** What a batch of events came to. */
export interface LiveScores {
  basis: ScoringBasis;
  /**
   * The customers whom the events touched, as they stand after the last of them; one who has no purchase yet has no
   * score and is not among them.
   */
  profiles: readonly TouchedProfile[];
}

/** Who scores the customers that events touched. Handed in from outside: events know no model. */
export interface LiveScorer {
  /**
   * @param events a run of the log, in its order; all events before them have been scored already
   * @throws UnusableEventError when one of them cannot be used; any other error means that nothing can be scored for now
   */
  score(events: readonly LoggedEvent[]): Promise<LiveScores>;
}

/** What an event says cannot be worked with, whenever it is tried; the message says why, for people. */
export class UnusableEventError extends Error {
  override name = 'UnusableEventError';
}
