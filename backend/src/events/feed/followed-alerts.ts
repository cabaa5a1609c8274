import type { ChurnAlertEvent, LiveFilters } from '../../contract';
import { alertEvent, type Kept, type LiveFeed } from './feed';
import { matches } from './matches';

/** A step of a warning, with its number. */
export type Step = Pick<Kept<ChurnAlertEvent>, 'event' | 'number'>;

/**
 * A follower's place among the early warnings: at hand, or, where these do not reach back so far, in the store. So a
 * burst or a long break loses nothing.
 */
export class FollowedAlerts {
  /** The number of the next one at hand; undefined while the store is read. */
  private at: number | undefined;

  /** @param seq the last step that was told */
  constructor(
    private readonly feed: LiveFeed,
    readonly filters: LiveFilters,
    public seq: number,
  ) {
    this.settle();
  }

  /** What comes next at hand; undefined when there is nothing, or the store has to be asked first. */
  peek(): Kept<ChurnAlertEvent> | undefined {
    const { alerts } = this.feed;
    if (this.at !== undefined && this.at < alerts.first) this.at = undefined;
    return this.at === undefined ? undefined : alerts.get(this.at);
  }

  /** Goes on behind what `peek` answered. @returns whether it is wanted */
  pass({ event, number }: Kept<ChurnAlertEvent>): boolean {
    this.at = (this.at ?? 0) + 1;
    this.seq = Math.max(this.seq, number);
    return matches(event, this.filters);
  }

  /** Whether the store has to be asked for what comes next. */
  get isStored(): boolean {
    this.peek();
    return this.at === undefined;
  }

  /** The next from the store, as far as they are wanted; afterwards it may be that what follows is at hand. */
  async read(most: number): Promise<Step[]> {
    const page = await this.feed.since(this.seq, most);
    this.seq = page.at(-1)?.seq ?? Math.max(this.seq, this.feed.storedOnly);
    this.settle();
    const steps = page.map((news) => ({ event: alertEvent(news), number: news.seq }));
    return steps.filter(({ event }) => matches(event, this.filters));
  }

  private settle(): void {
    const { alerts, storedOnly } = this.feed;
    this.at = this.seq < storedOnly ? undefined : alerts.firstWhere(({ number }) => number > this.seq);
  }
}
