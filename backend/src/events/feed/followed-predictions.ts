import type { LiveFilters, PredictionEvent } from '../../contract';
import type { Kept, LiveFeed } from './feed';
import { matches } from './matches';

/** A follower's place among the predictions that are at hand. */
export class FollowedPredictions {
  /** @param at the number of the next one */
  constructor(
    private readonly feed: LiveFeed,
    readonly filters: LiveFilters,
    public at: number,
  ) {}

  /** Whether some that are to come next are no longer known. */
  get isBehind(): boolean {
    return this.at < this.feed.predictions.first;
  }

  peek(): Kept<PredictionEvent> | undefined {
    return this.feed.predictions.get(this.at);
  }

  /** Goes on behind what `peek` answered. @returns whether it is wanted */
  pass({ event }: Kept<PredictionEvent>): boolean {
    this.at++;
    return matches(event, this.filters);
  }
}
