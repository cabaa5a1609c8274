import { messageOf } from '../../warehouse';
import { Bell } from '../bell';
import type { EventStore } from '../store/store';
import type { ProfileWatcher } from '../watcher';
import { readBacklog, type Backlog } from './backlog';
import { giveEffect, setAside, type Prediction } from './effect';
import { eventsAfter, type LoggedEvent } from './logged-event';
import { processedSeq } from './progress';
import { Rate } from './rate';
import { UnusableEventError, type LiveScorer, type LiveScores } from './scorer';

export interface ProcessorOptions {
  store: EventStore;
  scorer: LiveScorer;
  watcher: ProfileWatcher;
  /** Told how far the log's events have had their effect, once that is on the disk. */
  onProgress?(seq: number): void;
  /** Told of what went wrong and is tried again, once for each new reason. */
  onFault?(message: string, error: unknown): void;
}

/** How far the log's events have come. */
export interface ProcessorStatus {
  /** Events in the log that have had no effect yet. */
  waiting: number;
  /** Seconds that the longest waiting one has waited; 0 when none waits. */
  lagSeconds: number;
  /** Events that had their effect, a second, on average over the last minute. */
  perSecond: number;
  deadLetters: number;
  /** Why events wait, for people; absent when they do not. */
  problem?: string;
}

/** Of many, more are scored a second; only a backlog gathers as many. */
const BATCH = 2_000;
/** The log is looked at so often although nobody says that there is more in it. */
const LOOK_EVERY_MS = 1_000;
/** Counting what waits takes a moment, too. */
const COUNT_EVERY_MS = 500;
/** Bytes of the store's write-ahead log with which it is brought into the file: while nothing waits, and while events come. */
const LOG_AT_REST = 8 * 1024 * 1024;
const LOG_UNDER_LOAD = 48 * 1024 * 1024;
const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;

/**
 * Gives the events of the log their effect, in its order and each once, however often the process dies meanwhile. What
 * cannot be scored for now (a warehouse or a model that is still to come, a full disk) waits in the log and is tried
 * again; what never can is put among the dead letters.
 */
export class EventProcessor {
  private readonly listeners = new Set<(predictions: readonly Prediction[]) => void>();
  private readonly bell = new Bell();
  private readonly rate = new Rate();
  private backlog: Backlog = { waiting: 0, deadLetters: 0 };
  private countedAt = -Infinity;
  private processed: number | undefined;
  private problem: string | undefined;
  private failures = 0;
  private running: Promise<void> | undefined;
  private stopped = false;

  constructor(private readonly options: ProcessorOptions) {}

  /** Begins with what is in the log; does nothing when it has begun. */
  start(): void {
    this.running ??= this.loop();
  }

  /** There is more in the log. */
  wake(): void {
    // What has failed is not tried the sooner for it.
    if (this.failures === 0) this.bell.ring();
  }

  /** Calls back with each batch's new scores once these are on the disk; returns how to stop that. */
  onPrediction(listener: (predictions: readonly Prediction[]) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  status(): ProcessorStatus {
    const { backlog, problem } = this;
    const now = Date.now();
    return {
      waiting: backlog.waiting,
      lagSeconds: backlog.oldest === undefined ? 0 : Math.max(0, now - backlog.oldest) / 1000,
      perSecond: this.rate.perSecond(performance.now()),
      deadLetters: backlog.deadLetters,
      ...(problem === undefined ? {} : { problem }),
    };
  }

  /** Ends after what it is at; the rest waits in the log. */
  async close(): Promise<void> {
    this.stopped = true;
    this.bell.ring();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      try {
        const taken = await this.step();
        if (taken === 0) await this.bell.wait(LOOK_EVERY_MS);
      } catch (error) {
        if (this.stopped) break;
        await this.look();
        this.fail(error);
        if (this.stopped) break;
        this.bell.still();
        await this.bell.wait(Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.failures - 1)));
      }
    }
  }

  /**
   * Gives the next batch its effect; returns how many events that were. One batch after the other: on few processors, scoring
   * the next one meanwhile takes from both more time than it saves.
   */
  private async step(): Promise<number> {
    const { store } = this.options;
    this.processed ??= await processedSeq(store);
    this.bell.still();
    const events = await eventsAfter(store, this.processed, BATCH);
    const due = performance.now() - this.countedAt >= COUNT_EVERY_MS;
    // Scoring needs the store least: what waits is counted, and the store put in order, beside it.
    if (events.length > 0) await Promise.all([this.process(events), due && this.tend(LOG_UNDER_LOAD)]);
    else {
      this.recovered();
      await this.tend(LOG_AT_REST);
    }
    return events.length;
  }

  /** One bad event holds up no other: they are told apart by halves. */
  private async process(events: readonly LoggedEvent[]): Promise<void> {
    try {
      await this.effect(events, await this.options.scorer.score(events));
    } catch (error) {
      if (!(error instanceof UnusableEventError)) throw error;
      if (events.length === 1) return this.letGo(events[0]!, error.message);
      const half = Math.ceil(events.length / 2);
      await this.process(events.slice(0, half));
      await this.process(events.slice(half));
    }
  }

  private recovered(): void {
    this.failures = 0;
    this.problem = undefined;
  }

  private async effect(events: readonly LoggedEvent[], scores: LiveScores): Promise<void> {
    const { store, watcher } = this.options;
    const { predictions, done } = await giveEffect(store, watcher, this.processed!, events, scores);
    this.moved(events);
    this.tell(() => done());
    for (const listener of this.listeners) this.tell(() => listener(predictions));
  }

  private async letGo(event: LoggedEvent, reason: string): Promise<void> {
    await setAside(this.options.store, this.processed!, event, reason);
    this.moved([event]);
  }

  private moved(events: readonly LoggedEvent[]): void {
    const { seq } = events.at(-1)!;
    this.processed = seq;
    this.recovered();
    this.rate.add(events.length, performance.now());
    this.tell(() => this.options.onProgress?.(seq));
  }

  private async look(): Promise<void> {
    this.countedAt = performance.now();
    try {
      this.backlog = await readBacklog(this.options.store, this.processed ?? 0);
    } catch {
      // A store that cannot be read shows by the next step, which says why.
    }
  }

  /** Counts what waits, and puts the store in order where its log has more bytes than `above`. */
  private async tend(above: number): Promise<void> {
    // A store that cannot be written shows by the next effect, which says why.
    const checkpoint = this.options.store.checkpoint(above).catch(() => undefined);
    await Promise.all([this.look(), checkpoint]);
  }

  /** What is on the disk stays so, whatever those who are told of it make of it. */
  private tell(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.options.onFault?.('telling of new scores failed', error);
    }
  }

  private fail(error: unknown): void {
    this.failures++;
    const message = messageOf(error);
    if (message !== this.problem) this.options.onFault?.('events wait', error);
    this.problem = message;
    // Whether the transaction took place is for the store to say.
    this.processed = undefined;
  }
}
