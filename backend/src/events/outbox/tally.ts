import type { WebhookReceiver, WebhooksStatus } from '../../contract';
import type { Pauses } from './pauses';
import type { Receiver } from './receiver';
import type { Count, GivenUpCount } from './rows';

interface Totals {
  delivered: number;
  failed: number;
  lastDeliveredAt: number | null;
  lastFailure: string | null;
}

/** Counts what becomes of messages. */
export class Tally {
  private readonly totals = new Map<string, Totals>();
  private counts: readonly Count[] = [];
  /** Messages that were given up of late, by receiver and minute. */
  givenUp: readonly GivenUpCount[] = [];

  /** How many messages wait and were given up, as the queue says now. @returns whether others were given up than before */
  counted(counts: readonly Count[]): boolean {
    const before = this.count('dead');
    this.counts = counts;
    return this.count('dead') !== before;
  }

  delivered(receiver: string, at: number): void {
    const totals = this.of(receiver);
    this.totals.set(receiver, {
      ...totals,
      delivered: totals.delivered + 1,
      lastDeliveredAt: at,
      lastFailure: null,
    });
  }

  failed(receiver: string, reason: string): void {
    const totals = this.of(receiver);
    this.totals.set(receiver, { ...totals, failed: totals.failed + 1, lastFailure: reason });
  }

  /** Whether anything waits, for whomever. */
  get waits(): boolean {
    return this.counts.some(({ status }) => status === 'waiting');
  }

  status(receivers: readonly Receiver[], problem: string | undefined, pauses: Pauses, now: number): WebhooksStatus {
    const totals = [...this.totals.values()];
    return {
      state: problem === undefined ? 'ready' : 'unusable',
      problem: problem ?? null,
      waiting: this.count('waiting'),
      delivered: totals.reduce((sum, { delivered }) => sum + delivered, 0),
      failed: totals.reduce((sum, { failed }) => sum + failed, 0),
      dead: this.count('dead'),
      receivers: receivers.map(({ name, url }): WebhookReceiver => {
        const { delivered, failed, lastDeliveredAt, lastFailure } = this.of(name);
        return {
          name,
          origin: url.origin,
          waiting: this.count('waiting', name),
          delivered,
          failed,
          dead: this.count('dead', name),
          last_delivered_at: momentOrNull(lastDeliveredAt),
          last_failure: lastFailure,
          paused_until: momentOrNull(pauses.until(name, now)),
        };
      }),
    };
  }

  private of(receiver: string): Totals {
    return this.totals.get(receiver) ?? { delivered: 0, failed: 0, lastDeliveredAt: null, lastFailure: null };
  }

  private count(status: string, receiver?: string): number {
    return this.counts
      .filter((one) => one.status === status && (receiver === undefined || one.receiver === receiver))
      .reduce((sum, { messages }) => sum + messages, 0);
  }
}

const momentOrNull = (at: number | null | undefined): string | null =>
  at === null || at === undefined ? null : new Date(at).toISOString();
