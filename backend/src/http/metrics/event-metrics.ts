import type { Counter, Gauge, Registry } from 'prom-client';
import type { EventsStatus } from '../../contract';
import { Gauges } from './gauges';

/** How the taking of events fares, and how far they have come. */
export class EventMetrics {
  private readonly gauges: Gauges;
  private readonly ready: Gauge<'warehouse'>;
  private readonly events: Counter<'warehouse' | 'outcome'>;
  private readonly lag: Gauge<'warehouse'>;
  private readonly waiting: Gauge<'warehouse' | 'where'>;
  private readonly rate: Gauge<'warehouse'>;
  private readonly deadLetters: Gauge<'warehouse'>;

  constructor(registry: Registry) {
    const gauges = new Gauges(registry);
    this.gauges = gauges;
    this.ready = gauges.add('events_ready', '1 while events can be taken.', 'warehouse');
    this.events = gauges.addTotal('events', 'Events since the start, by what became of them.', 'warehouse', 'outcome');
    this.lag = gauges.add(
      'event_lag_seconds',
      'How long the longest waiting event has waited for its effect.',
      'warehouse',
    );
    this.waiting = gauges.add(
      'events_waiting',
      'Events that wait: to be written, for their effect, for a build of the warehouse.',
      'warehouse',
      'where',
    );
    this.rate = gauges.add('events_per_second', 'Events that had their effect, on average over a minute.', 'warehouse');
    this.deadLetters = gauges.add('dead_letters', 'Events that could not be used and are kept.', 'warehouse');
  }

  /** Forgets the warehouses of the last scrape, some of which may be gone. */
  reset(): void {
    this.gauges.reset();
  }

  /** A process that takes no events has nothing to tell; neither has one for which another takes them. */
  tell(warehouse: string, status: EventsStatus): void {
    if (status.state === 'off' || status.state === 'elsewhere') return;
    this.ready.set({ warehouse }, status.state === 'ready' ? 1 : 0);
    const { taken, duplicates, rejected, refused } = status;
    for (const [outcome, count] of Object.entries({ taken, duplicates, rejected, refused })) {
      this.events.inc({ warehouse, outcome }, count);
    }
    this.lag.set({ warehouse }, status.lagSeconds);
    const { queued, waiting = 0, unfolded } = status;
    this.waiting.set({ warehouse, where: 'queue' }, queued);
    this.waiting.set({ warehouse, where: 'effect' }, waiting);
    this.waiting.set({ warehouse, where: 'build' }, unfolded);
    this.rate.set({ warehouse }, status.perSecond ?? 0);
    this.deadLetters.set({ warehouse }, status.deadLetters);
  }
}
