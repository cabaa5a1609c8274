import type { Counter, Gauge, Registry } from 'prom-client';
import { KAFKA_STATES, type KafkaStatus } from '../../contract';
import { Gauges } from './gauges';

/** How reading from Kafka fares. */
export class KafkaMetrics {
  private readonly gauges: Gauges;
  private readonly state: Gauge<'warehouse' | 'state'>;
  private readonly lag: Gauge<'warehouse' | 'topic' | 'partition'>;
  private readonly messages: Counter<'warehouse' | 'outcome'>;
  private readonly waits: Counter<'warehouse'>;

  constructor(registry: Registry) {
    const gauges = new Gauges(registry, 'kafka_');
    this.gauges = gauges;
    this.state = gauges.add('state', '1 for the state of reading from Kafka.', 'warehouse', 'state');
    this.lag = gauges.add('lag', 'Messages that wait in Kafka.', 'warehouse', 'topic', 'partition');
    this.messages = gauges.addTotal(
      'messages',
      'Messages read since the start, by what became of them.',
      'warehouse',
      'outcome',
    );
    this.waits = gauges.addTotal('waits', 'Times that reading waited for the disk since the start.', 'warehouse');
  }

  /** Forgets the partitions of the last scrape, some of which may be gone. */
  reset(): void {
    this.gauges.reset();
  }

  tell(warehouse: string, status: KafkaStatus): void {
    if (status.state === 'off') return;
    for (const state of KAFKA_STATES) this.state.set({ warehouse, state }, state === status.state ? 1 : 0);
    for (const { topic, partition, lag } of status.partitions) {
      this.lag.set({ warehouse, topic, partition: String(partition) }, lag);
    }
    const { messages, rejected, waits } = status;
    this.messages.inc({ warehouse, outcome: 'taken' }, messages - rejected);
    this.messages.inc({ warehouse, outcome: 'rejected' }, rejected);
    this.waits.inc({ warehouse }, waits);
  }
}
