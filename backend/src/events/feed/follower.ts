import type { LiveEvent, LiveFilters, LiveFollower, LiveItem, LiveTopic, Resumed } from '../../contract';
import { Bell } from '../bell';
import type { LiveFeed } from './feed';
import { FollowedAlerts } from './followed-alerts';
import { FollowedPredictions } from './followed-predictions';
import { placeId, placeOf } from './place';

/** One who follows: a place in each topic, and what is wanted of it. */
export class Follower implements LiveFollower {
  private readonly lost = new AbortController();
  private readonly bell = new Bell();
  private alerts: FollowedAlerts | undefined;
  private predictions: FollowedPredictions | undefined;
  private closed = false;

  constructor(
    private readonly feed: LiveFeed,
    private readonly onClose: () => void,
  ) {}

  get behind(): AbortSignal {
    return this.lost.signal;
  }

  get position(): string {
    return this.idAt(this.alerts?.seq ?? this.feed.lastSeq);
  }

  follow(topic: LiveTopic, filters: LiveFilters, after?: string): Resumed {
    const place = after === undefined ? {} : placeOf(after);
    const resumed = topic === 'alerts' ? this.followAlerts(filters, place.seq) : this.followPredictions(filters, place);
    this.bell.ring();
    return resumed;
  }

  leave(topic: LiveTopic): boolean {
    const followed = this[topic] !== undefined;
    this[topic] = undefined;
    return followed;
  }

  async next(most: number): Promise<LiveItem[]> {
    while (!this.closed && !this.lost.signal.aborted) {
      this.bell.still();
      const items = this.alerts?.isStored ? await this.stored(this.alerts, most) : this.atHand(most);
      if (items.length > 0) return items;
      if (!this.alerts?.isStored) await this.bell.wait();
    }
    return [];
  }

  /** Something has come. */
  wake(): void {
    if (this.predictions?.isBehind) this.lost.abort();
    this.bell.ring();
  }

  close(): void {
    this.closed = true;
    this.bell.ring();
    this.onClose();
  }

  private followAlerts(filters: LiveFilters, after: number | undefined): Resumed {
    const { lastSeq } = this.feed;
    this.alerts = new FollowedAlerts(this.feed, filters, Math.min(after ?? lastSeq, lastSeq));
    if (after === undefined) return 'no';
    // A step that is still to come: the id is of another store, or of this one before an older backup was restored.
    return after > lastSeq ? 'partial' : 'complete';
  }

  private followPredictions(filters: LiveFilters, { predictions: after }: ReturnType<typeof placeOf>): Resumed {
    const { run, predictions } = this.feed;
    const known = after?.run === run && after.number >= predictions.first && after.number <= predictions.next;
    this.predictions = new FollowedPredictions(this.feed, filters, known ? after.number : predictions.next);
    if (after === undefined) return 'no';
    return known ? 'complete' : 'partial';
  }

  private async stored(alerts: FollowedAlerts, most: number): Promise<LiveItem[]> {
    const steps = await alerts.read(most);
    // Meanwhile it may have been left, or begun anew.
    if (this.alerts !== alerts || this.closed) return [];
    return steps.map(({ event, number }) => ({ ...event, id: this.idAt(number) }));
  }

  private atHand(most: number): LiveItem[] {
    const items: LiveItem[] = [];
    while (items.length < most) {
      const passed = this.pass();
      if (passed === undefined) break;
      if (passed !== 'unwanted') items.push({ ...passed, id: this.position });
    }
    return items;
  }

  /** Goes on by one, in the order in which things happened; undefined when nothing is at hand. */
  private pass(): LiveEvent | 'unwanted' | undefined {
    const { alerts, predictions } = this;
    const [alert, prediction] = [alerts?.peek(), predictions?.peek()];
    if (alert && (!prediction || alert.order < prediction.order)) return alerts?.pass(alert) ? alert.event : 'unwanted';
    return prediction && (predictions?.pass(prediction) ? prediction.event : 'unwanted');
  }

  private idAt(seq: number): string {
    const number = this.predictions?.at;
    return placeId({ seq, ...(number === undefined ? {} : { predictions: { run: this.feed.run, number } }) });
  }
}
