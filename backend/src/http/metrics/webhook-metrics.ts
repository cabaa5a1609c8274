import type { Counter, Gauge, Registry } from 'prom-client';
import type { WebhooksStatus } from '../../contract';
import { Gauges } from './gauges';

/** How the sending of early warnings to other tools fares. */
export class WebhookMetrics {
  private readonly gauges: Gauges;
  private readonly ready: Gauge<'warehouse'>;
  private readonly attempts: Counter<'warehouse' | 'receiver' | 'outcome'>;
  private readonly messages: Gauge<'warehouse' | 'receiver' | 'state'>;

  constructor(registry: Registry) {
    const gauges = new Gauges(registry, 'webhook_');
    this.gauges = gauges;
    this.ready = gauges.add('ready', '1 while the webhooks file can be used.', 'warehouse');
    this.attempts = gauges.addTotal(
      'attempts',
      'Attempts to deliver messages since the start; failed ones are tried again until they are given up.',
      'warehouse',
      'receiver',
      'outcome',
    );
    this.messages = gauges.add(
      'messages',
      'Messages that wait for their delivery, and those that were given up in the last 30 days.',
      'warehouse',
      'receiver',
      'state',
    );
  }

  /** Forgets the receivers of the last scrape, some of which may be gone. */
  reset(): void {
    this.gauges.reset();
  }

  /** Nothing is told where no webhooks file is set. */
  tell(warehouse: string, { state, receivers }: WebhooksStatus): void {
    if (state === 'off') return;
    this.ready.set({ warehouse }, state === 'ready' ? 1 : 0);
    for (const { name: receiver, delivered, failed, waiting, dead } of receivers) {
      this.attempts.inc({ warehouse, receiver, outcome: 'delivered' }, delivered);
      this.attempts.inc({ warehouse, receiver, outcome: 'failed' }, failed);
      this.messages.set({ warehouse, receiver, state: 'waiting' }, waiting);
      this.messages.set({ warehouse, receiver, state: 'given_up' }, dead);
    }
  }
}
