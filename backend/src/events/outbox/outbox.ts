import { randomUUID } from 'node:crypto';
import type { WarningNews, WebhooksStatus } from '../../contract';
import type { EventStore, Statements } from '../store/store';
import { messageText } from './message';
import { Pauses } from './pauses';
import { isFor, type Receiver } from './receiver';
import {
  countMessages,
  dueMessages,
  forgetMessages,
  giveUp,
  givenUpSince,
  insertMessages,
  settleMessage,
  type DueMessage,
  type GivenUpCount,
  type Settled,
} from './rows';
import { send, type Attempt } from './send';
import { Subscriptions, type SubscriptionsOptions } from './subscriptions';
import { Tally } from './tally';
import { DEFAULT_TIMES, retryDelay, type OutboxTimes } from './times';

export interface OutboxOptions extends SubscriptionsOptions {
  store: EventStore;
  times?: Partial<OutboxTimes>;
  now?(): number;
}

/** At most so many messages are on their way to one receiver. */
const MOST_AT_ONCE = 4;
/** How far back it is told by the minute what was given up: as far as anybody can ask. */
const LATELY_MS = 86_400_000;
/** What is old is forgotten each time that the file has been read so often. */
const RELOADS_PER_CLEARING = 360;

/**
 * Sends news of warnings to the receivers in the webhooks file. What is queued stays in the store until it was delivered
 * or given up: a message may arrive twice when the process dies between its delivery and the note of it, none is lost.
 */
export class Outbox {
  private readonly subscriptions: Subscriptions;
  private readonly pauses: Pauses;
  private readonly tally = new Tally();
  private readonly times: OutboxTimes;
  private readonly now: () => number;
  private readonly ending = new AbortController();
  private readonly flying = new Map<string, { receiver: string; done: Promise<void> }>();
  private readonly timers: NodeJS.Timeout[] = [];
  private looking: Promise<void> | undefined;
  private isDue = true;
  private closing = false;
  private reloads = 0;

  constructor(private readonly options: OutboxOptions) {
    this.times = { ...DEFAULT_TIMES, ...options.times };
    this.now = options.now ?? Date.now;
    this.subscriptions = new Subscriptions(options);
    this.pauses = new Pauses(this.times);
  }

  /** Queues what receivers are to be told, in the transaction that writes the news. */
  async queue(statements: Statements, news: readonly WarningNews[]): Promise<void> {
    const receivers = await this.subscriptions.loaded();
    const messages = news.flatMap((one) =>
      receivers
        .filter((receiver) => isFor(receiver, one))
        .map(({ name, fullIds }) => {
          const id = randomUUID();
          const body = messageText(id, one, fullIds);
          return { id, receiver: name, type: one.type, body, warning_id: one.warning.id };
        }),
    );
    // From now on, although the event that led to it may have waited for days.
    await insertMessages(statements, messages, this.now());
    if (messages.length > 0) this.wakeAfterThis();
  }

  /** Begins to send what waits. */
  start(): void {
    void this.clear();
    this.timers.push(setInterval(() => void this.look(), this.times.look).unref());
    this.timers.push(setInterval(() => void this.reload(), this.times.reload).unref());
    void this.look();
  }

  status(): WebhooksStatus {
    const { known, problem } = this.subscriptions;
    return this.tally.status(known, problem, this.pauses, this.now());
  }

  /** Messages that were given up in the last day, by receiver and minute. */
  givenUp(): readonly GivenUpCount[] {
    return this.tally.givenUp;
  }

  /** Ends soon: what is on its way for longer is sent again when the store is next opened. */
  async close(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.closing = true;
    const grace = setTimeout(() => this.ending.abort(), this.times.grace);
    await this.looking;
    await Promise.all([...this.flying.values()].map(({ done }) => done));
    clearTimeout(grace);
    this.ending.abort();
  }

  /** The transaction under way is not committed yet; work of ours comes after it. */
  private wakeAfterThis(): void {
    const wake = (): void => {
      this.isDue = true;
      void this.look();
    };
    void this.options.store.transaction(() => Promise.resolve()).then(wake, wake);
  }

  /** Sends what is due as far as there is room; one look at a time. */
  private look(): Promise<void> {
    if (this.closing || (!this.isDue && !this.tally.waits)) return Promise.resolve();
    this.looking ??= this.sendDue()
      .then(
        () => this.isDue,
        (error: unknown) => {
          this.options.onFault('webhooks', error);
          // The next look is not at once: it would likely fail for the same reason.
          this.isDue = true;
          return false;
        },
      )
      .then((again) => {
        this.looking = undefined;
        if (again) void this.look();
      });
    return this.looking;
  }

  private async sendDue(): Promise<void> {
    this.isDue = false;
    for (const receiver of await this.subscriptions.loaded()) {
      const now = this.now();
      const { name } = receiver;
      const flying = [...this.flying].filter(([, one]) => one.receiver === name).map(([id]) => id);
      const limit = this.pauses.room(name, now, MOST_AT_ONCE) - flying.length;
      if (limit <= 0 || this.closing) continue;
      const longest = this.times.longestRetry;
      const due = await dueMessages(this.options.store, { receiver: name, flying, now, longest, limit });
      for (const message of due) {
        const done = this.deliver(receiver, message).finally(() => {
          this.flying.delete(message.id);
          this.isDue = true;
          void this.look();
        });
        this.flying.set(message.id, { receiver: name, done });
      }
    }
    const { store } = this.options;
    if (this.tally.counted(await countMessages(store))) {
      this.tally.givenUp = await givenUpSince(store, this.now() - LATELY_MS);
    }
  }

  private async deliver({ name, url, key, allowPrivate }: Receiver, message: DueMessage): Promise<void> {
    const at = this.now();
    const { signal } = this.ending;
    const { id, body } = message;
    const attempt = await send({ id, body, url, key, allowPrivate, at, timeoutMs: this.times.attempt, signal });
    // What we cut off ourselves says nothing of the receiver.
    if (attempt.failure !== undefined && signal.aborted) return;
    const settled = this.settledBy(attempt, message);
    const { failure } = attempt;
    if (failure === undefined) {
      this.pauses.succeeded(name);
      this.tally.delivered(name, this.now());
    } else {
      this.pauses.failed(name, this.now());
      this.tally.failed(name, failure);
    }
    await this.write(() => settleMessage(this.options.store, settled, this.now()));
    if (failure !== undefined && this.pauses.until(name, this.now()) !== undefined) await this.giveUpOld(name, failure);
  }

  private settledBy({ failure }: Attempt, { id, attempts, createdAt }: DueMessage): Settled {
    const now = this.now();
    if (failure === undefined) return { id, status: 'delivered', attempts, nextAt: now, reason: null };
    const isOver = now - createdAt >= this.times.giveUp;
    const nextAt = now + retryDelay(attempts + 1, this.times, Math.random());
    return { id, status: isOver ? 'dead' : 'waiting', attempts: attempts + 1, nextAt, reason: failure };
  }

  /** What waits behind a receiver that rests would else wait for ever. */
  private async giveUpOld(receiver: string, reason: string): Promise<void> {
    const now = this.now();
    await this.write(() => giveUp(this.options.store, { receiver, before: now - this.times.giveUp, now, reason }));
  }

  /** Until it is written, e.g. since the disk is full, the message counts as on its way: else it would be sent again. */
  private async write(work: () => Promise<unknown>): Promise<void> {
    for (;;) {
      try {
        await work();
        return;
      } catch (error) {
        this.options.onFault('webhooks', error);
        if (this.closing) return;
        await new Promise((resolve) => setTimeout(resolve, this.times.look).unref());
      }
    }
  }

  private async reload(): Promise<void> {
    await this.subscriptions.reload();
    this.reloads += 1;
    if (this.reloads % RELOADS_PER_CLEARING === 0) await this.clear();
  }

  private async clear(): Promise<void> {
    try {
      const known = (await this.subscriptions.loaded()).map(({ name }) => name);
      const now = this.now();
      const { keepDelivered, keepDead } = this.times;
      await forgetMessages(this.options.store, { delivered: now - keepDelivered, dead: now - keepDead });
      if (this.subscriptions.problem !== undefined) return;
      for (const { receiver } of await countMessages(this.options.store)) {
        if (!known.includes(receiver))
          await this.giveUpOld(receiver, 'the webhooks file has no such receiver any more');
      }
    } catch (error) {
      this.options.onFault('webhooks', error);
    }
  }
}
