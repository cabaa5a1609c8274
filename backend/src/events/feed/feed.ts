import { randomBytes } from 'node:crypto';
import type {
  ChurnAlertEvent,
  LiveFilters,
  LiveItem,
  LiveSource,
  LiveTopic,
  PredictionEvent,
  PredictionUpdate,
  WarningNews,
} from '../../contract';
import { Follower } from './follower';
import { matches } from './matches';
import { placeId } from './place';
import { Ring } from './ring';

/** What is kept at hand: more than a client on a bad line misses, and a few MB at most. */
export const KEPT_ALERTS = 2_000;
export const KEPT_PREDICTIONS = 5_000;
/** So far back is looked for the latest alerts where none are at hand. */
const LOOK_BACK = 500;

/** The early warnings as the feed needs them. */
export interface WarningSource {
  onWarning(listener: (news: WarningNews) => void): () => void;
  since(seq: number, limit: number): Promise<WarningNews[]>;
  lastSeq(): Promise<number>;
}

export interface FeedOptions {
  warnings: WarningSource;
  /** Listens to new scores; absent where there are none. @returns what ends the listening */
  onPrediction?(listener: (updates: readonly PredictionUpdate[]) => void): () => void;
  keptAlerts?: number;
  keptPredictions?: number;
}

/** What happened, with its place: the step of a warning, or the number of a prediction. */
export interface Kept<Event> {
  event: Event;
  number: number;
  /** Counts all that happened, so that the topics can be told in one order. */
  order: number;
}

export const alertEvent = ({ type, warning, step }: WarningNews): ChurnAlertEvent => ({
  type: 'churn_alert',
  change: type === 'warning.created' ? 'created' : 'updated',
  alert: warning,
  step,
});

/**
 * Tells any number of followers of early warnings and predictions. It keeps the latest of each once, however many
 * follow: a follower is nothing but its place among them, so a slow one costs nobody anything. Early warnings further
 * back are read from the store; predictions are not kept beyond.
 */
export class LiveFeed implements LiveSource {
  /** Tells the predictions of this process from those of an earlier one. */
  readonly run = randomBytes(5).toString('hex');
  readonly alerts: Ring<Kept<ChurnAlertEvent>>;
  readonly predictions: Ring<Kept<PredictionEvent>>;
  /** Warnings up to this step are in the store only. */
  storedOnly: number;
  /** The last step that has been told. */
  lastSeq: number;
  private order = 0;
  private readonly followers = new Set<Follower>();
  private ends: (() => void)[] = [];

  private constructor(
    private readonly options: FeedOptions,
    lastSeq: number,
  ) {
    this.alerts = new Ring(options.keptAlerts ?? KEPT_ALERTS);
    this.predictions = new Ring(options.keptPredictions ?? KEPT_PREDICTIONS);
    this.storedOnly = lastSeq;
    this.lastSeq = lastSeq;
  }

  /** Begins to listen. */
  static async open(options: FeedOptions): Promise<LiveFeed> {
    const early: WarningNews[] = [];
    const stop = options.warnings.onWarning((news) => early.push(news));
    const lastSeq = await options.warnings.lastSeq().finally(stop);
    const feed = new LiveFeed(options, lastSeq);
    for (const news of early) if (news.seq > lastSeq) feed.tellAlert(news);
    feed.ends = [options.warnings.onWarning((news) => feed.tellAlert(news))];
    if (options.onPrediction) feed.ends.push(options.onPrediction((updates) => feed.tellPredictions(updates)));
    return feed;
  }

  follower(): Follower {
    const follower = new Follower(this, () => this.followers.delete(follower));
    this.followers.add(follower);
    return follower;
  }

  /** How many follow. */
  get following(): number {
    return this.followers.size;
  }

  async latest(topic: LiveTopic, filters: LiveFilters, most: number): Promise<LiveItem[]> {
    const found = topic === 'alerts' ? await this.latestAlerts() : this.latestPredictions();
    return found.filter((item) => matches(item, filters)).slice(-most);
  }

  /** Steps of warnings from the store, for those who were away for long. */
  since(seq: number, limit: number): Promise<WarningNews[]> {
    return this.options.warnings.since(seq, limit);
  }

  /** Ends the listening, and all who follow. */
  close(): void {
    for (const end of this.ends) end();
    for (const follower of this.followers) follower.close();
  }

  private tellAlert(news: WarningNews): void {
    const kept = { event: alertEvent(news), number: news.seq, order: this.order++ };
    const gone = this.alerts.push(kept);
    if (gone) this.storedOnly = Math.max(this.storedOnly, gone.number);
    this.lastSeq = Math.max(this.lastSeq, news.seq);
    this.wake();
  }

  private tellPredictions(updates: readonly PredictionUpdate[]): void {
    for (const prediction of updates) {
      const event: PredictionEvent = { type: 'prediction_update', prediction };
      this.predictions.push({ event, number: this.predictions.next, order: this.order++ });
    }
    this.wake();
  }

  private wake(): void {
    for (const follower of this.followers) follower.wake();
  }

  private async latestAlerts(): Promise<LiveItem[]> {
    const news = await this.since(Math.max(0, this.lastSeq - LOOK_BACK), LOOK_BACK);
    return news.map((one) => ({ ...alertEvent(one), id: placeId({ seq: one.seq }) }));
  }

  private latestPredictions(): LiveItem[] {
    const { predictions, run } = this;
    const items: LiveItem[] = [];
    for (let at = Math.max(predictions.first, predictions.next - LOOK_BACK); at < predictions.next; at++) {
      const kept = predictions.get(at);
      if (kept) items.push({ ...kept.event, id: placeId({ predictions: { run, number: at + 1 } }) });
    }
    return items;
  }
}
