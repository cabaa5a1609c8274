import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKafkaSettings, type KafkaStatus } from '../../../contract';
import { openEventLog, type EventLog } from '../../log';
import { openEventStore, type EventStore } from '../../store/store';
import { KafkaConsumer, type KafkaConsumerOptions } from '../consumer';
import { Cluster } from './cluster';

const SETTINGS = { brokers: 'kafka:9092', topics: 'orders' };

export const view = (id: string): object => ({
  id,
  type: 'page_viewed',
  occurred_at: '2018-08-01T10:00:00Z',
  customer_id: 'ana',
});

/** A consumer between a cluster in memory and a store on the disk, which are new for each test. */
class Bench {
  store!: EventStore;
  log!: EventLog;
  cluster!: Cluster;
  consumer!: KafkaConsumer;
  heard: string[] = [];
  private out = '';

  async begin(): Promise<void> {
    this.heard = [];
    this.cluster = new Cluster();
    this.cluster.create('orders', 2);
    this.out = await mkdtemp(join(tmpdir(), 'churnwatch-kafka-'));
    await this.open();
  }

  readonly open = async (): Promise<void> => {
    this.store = await openEventStore(this.out);
    this.log = await openEventLog({ store: this.store });
  };

  readonly start = (settings: object = {}, options: Partial<KafkaConsumerOptions> = {}): void => {
    this.consumer = new KafkaConsumer({
      settings: readKafkaSettings({ ...SETTINGS, ...settings })!,
      connect: this.cluster.connect,
      log: this.log,
      onEvent: (event, detail) => this.heard.push(`${event}: ${detail}`),
      refreshMs: 20,
      commitMs: 0,
      ...options,
    });
  };

  readonly stop = async (): Promise<void> => {
    await this.consumer.close();
    await this.log.close();
    await this.store.close();
  };

  async end(): Promise<void> {
    await this.stop();
    await rm(this.out, { recursive: true, force: true });
  }

  /** Settles once the status is as it should be. */
  readonly until = async (isSo: (status: KafkaStatus) => boolean): Promise<KafkaStatus> => {
    while (!isSo(this.consumer.status())) await new Promise((resolve) => setTimeout(resolve, 5));
    return this.consumer.status();
  };

  readonly caughtUp = (messages: number): Promise<KafkaStatus> =>
    this.until((status) => status.messages >= messages && status.lag === 0);

  readonly ids = async (): Promise<unknown[]> =>
    (await this.store.rows('SELECT id FROM events ORDER BY id')).map((row) => row['id']);

  readonly reasons = async (): Promise<string[]> =>
    (await this.log.letters.list({ limit: 20, offset: 0 })).map(({ reason }) => reason).reverse();
}

/** The bench of a file of tests: it is laid anew for each of them. */
export function benchOfConsumer(): Bench {
  const bench = new Bench();
  beforeEach(() => bench.begin());
  afterEach(() => bench.end());
  return bench;
}
