import type { KafkaReset, KafkaSettings, KafkaStatus } from '../../contract';
import type { EventLog } from '../log';
import { backOff, Bell } from './bell';
import type { Bounds, Fetched, KafkaClient, Topic } from './client';
import { Committer } from './committer';
import { closingAdvice, reasonOf } from './failures';
import { Health } from './health';
import { OffsetBook } from './offset-book';
import { keyOf, PartitionTable, type Reading, type ReadyReading } from './partition-table';
import { startOf, type Known } from './position';
import { Taker } from './taker';

export interface KafkaConsumerOptions {
  settings: KafkaSettings;
  /** Makes a client, e.g. reads certificates; is called again when it has failed. */
  connect(): Promise<KafkaClient>;
  log: Pick<EventLog, 'appendFrom' | 'store'>;
  /** Told of what happens, for the log: `reading`, `interrupted`, `stopped` and `reset`. */
  onEvent?(event: string, detail: string): void;
  /** ms since 1970-01-01 UTC. */
  now?: () => number;
  /** How often it is looked for new partitions and leaders, in ms. */
  refreshMs?: number;
  /** How often Kafka is told how far reading has come, in ms. */
  commitMs?: number;
}

const REFRESH_MS = 5_000;
const COMMIT_MS = 5_000;
/** Grafana gives a plugin two seconds to end. */
const CLOSE_MS = 1_200;
/** So many are no moment any more. */
const MISSES_TOLD = 6;
/** Places of troubles. */
const CLUSTER = 'cluster';
const BROKER = 'broker ';
const TOPIC = 'topic ';
const LEADER = 'leader of ';
const PARTITION = 'partition ';

/**
 * Reads events from topics of Kafka into the log. It does not join a group: whoever holds the store needs all events, and
 * no rebalance may take partitions away. Where to go on stands in the store; what Kafka is told is for its tools.
 */
export class KafkaConsumer {
  private readonly table = new PartitionTable();
  private readonly book: OffsetBook;
  private readonly health: Health;
  private readonly taker: Taker;
  private readonly committer: Committer;
  private readonly bell = new Bell();
  private readonly loops = new Map<number, Promise<void>>();
  /** Topics that were not there when they were looked for. */
  private readonly awaited = new Set<string>();
  private resets: readonly KafkaReset[] = [];
  private client: KafkaClient | undefined;
  private closing = false;
  private ending: Promise<void> | undefined;
  private everReached = false;
  private readonly running: Promise<void>;

  constructor(private readonly options: KafkaConsumerOptions) {
    const { log, onEvent, now = Date.now } = options;
    this.book = new OffsetBook(log.store);
    this.health = new Health(now, (state, problem) => onEvent?.(state, problem ?? this.summary()));
    this.taker = new Taker(log, this.health, this.bell, () => this.closing);
    this.committer = new Committer(options.commitMs ?? COMMIT_MS);
    this.running = this.run();
  }

  status(): KafkaStatus {
    const { health, taker, committer } = this;
    const partitions = this.table.status();
    const problem = health.problem ?? committer.problem;
    return {
      state: health.state,
      since: health.since,
      ...(problem === undefined ? {} : { problem }),
      ...taker.counts,
      partitions,
      lag: partitions.reduce((sum, { lag }) => sum + lag, 0),
      resets: this.resets,
    };
  }

  /** Ends reading. What was taken is in the log, and Kafka is told so where that can be done in time. */
  close(): Promise<void> {
    return (this.ending ??= this.end());
  }

  private async end(): Promise<void> {
    this.closing = true;
    this.bell.ring();
    const hasEnded = await within(CLOSE_MS, this.running);
    const { client } = this;
    if (client) {
      // Who answers nothing takes no note either.
      if (hasEnded && this.health.state === 'reading')
        await within(CLOSE_MS / 2, this.committer.commit(client, this.table.status()));
      await within(
        CLOSE_MS / 2,
        client.close().catch(() => undefined),
      );
    }
    this.health.stopped();
  }

  private async run(): Promise<void> {
    let failures = 0;
    while (!this.closing) {
      try {
        this.client ??= await this.options.connect();
        await this.refresh(this.client);
        failures = 0;
        this.everReached = true;
        this.health.recovered(CLUSTER);
        this.committer.commitIfDue(this.client, this.table.status());
      } catch (error) {
        failures += 1;
        if (!this.closing) this.health.failed(CLUSTER, this.reasonOf(error));
      }
      if (!this.closing)
        await this.bell.wait(failures > 0 ? backOff(failures) : (this.options.refreshMs ?? REFRESH_MS));
    }
    await Promise.all(this.loops.values());
  }

  private async refresh(client: KafkaClient): Promise<void> {
    const { found, troubled } = await this.lookUp(client);
    this.table.update(found);
    const leaderless = this.tellLeaderless(found);
    const silent = new Set<number>();
    for (const topic of found) await this.position(client, topic, silent);
    const leaders = this.table.leaders();
    this.forgetTroubles(TOPIC, (name) => !troubled.has(name));
    this.forgetTroubles(LEADER, (key) => !leaderless.has(key));
    this.forgetTroubles(PARTITION, (key) => !this.table.has(key));
    this.forgetTroubles(BROKER, (id) => !leaders.has(Number(id)));
    for (const leader of leaders) this.follow(client, leader);
  }

  /** The topics as the cluster knows them: one that it cannot tell of does not keep the others from being read. */
  private async lookUp(client: KafkaClient): Promise<{ found: Topic[]; troubled: Set<string> }> {
    const { found, troubles } = await client.topics(this.options.settings.topics);
    for (const { name } of troubles.filter(({ isMissing }) => isMissing)) {
      this.awaited.add(name);
      this.table.drop(name);
    }
    if (found.length === 0) throw new Error(troubles.map(({ reason }) => reason).join(' '));
    for (const { name, reason } of troubles) this.health.failed(`${TOPIC}${name}`, reason);
    return { found, troubled: new Set(troubles.map(({ name }) => name)) };
  }

  /** Partitions without a leader are read once they have one; meanwhile nobody should take the silence for peace. */
  private tellLeaderless(topics: readonly Topic[]): Set<string> {
    // Those of a topic that is gone have none either, and no broker would give them one.
    const keys = topics.flatMap(({ name }) => this.table.leaderless(name));
    for (const key of keys) {
      const [topic, partition] = [key.slice(0, key.lastIndexOf('/')), key.slice(key.lastIndexOf('/') + 1)];
      const what = `Partition ${partition} of the topic "${topic}" has no leader: the brokers that hold it are down.`;
      this.health.failed(`${LEADER}${key}`, `${what} Start them; it is read as soon as one has it.`);
    }
    return new Set(keys);
  }

  /** Troubles of one kind whose place is gone, or well again. */
  private forgetTroubles(kind: string, isOver: (name: string) => boolean): void {
    this.health.keepOnly((where) => !where.startsWith(kind) || !isOver(where.slice(kind.length)));
  }

  /**
   * Finds out where to go on with the partitions of a topic of which that is not known.
   *
   * @param silent brokers that did not answer this time: they are not waited for again, and those that do not join them
   */
  private async position(client: KafkaClient, topic: Topic, silent: Set<number>): Promise<void> {
    const readings = this.table.ofTopic(topic.name).filter((one) => this.isToPosition(one, topic));
    if (readings.length === 0) return;
    const state = await this.stateOf(topic);
    const stored = await this.book.next(topic.name);
    const bounds = await this.boundsOf(client, topic.name, readings, silent);
    if (bounds.size === 0) return;
    const starts = readings.flatMap(({ partition }) => {
      const at = bounds.get(partition);
      if (at === undefined) return [];
      const before = { partition, stored: stored.get(partition), topic: state, bounds: at } as const;
      return startOf(before, this.options.settings);
    });
    await this.book.begin(topic, starts, new Date((this.options.now ?? Date.now)()).toISOString());
    for (const { partition, next, reset } of starts) {
      const reading = this.table.get(topic.name, partition);
      if (!reading) continue;
      Object.assign(reading, { next, end: bounds.get(partition)?.latest ?? next });
      if (reset) this.options.onEvent?.('reset', `${topic.name}, partition ${partition}: ${reset.reason}`);
    }
    this.resets = await this.book.resets();
  }

  private async stateOf({ name, id }: Topic): Promise<Known['topic']> {
    const known = await this.book.topicId(name);
    if (known === undefined) return this.awaited.has(name) ? 'awaited' : 'new';
    return known === id ? 'known' : 'remade';
  }

  /** Each broker tells of its own; one that does not answer keeps nothing of the others from being read. */
  private async boundsOf(
    client: KafkaClient,
    topic: string,
    readings: readonly Reading[],
    silent: Set<number>,
  ): Promise<Map<number, Bounds>> {
    const found = new Map<number, Bounds>();
    for (const leader of new Set(readings.flatMap((one) => one.leader ?? []))) {
      if (silent.has(leader)) continue;
      const own = readings.filter((one) => one.leader === leader).map(({ partition }) => partition);
      try {
        for (const [partition, bounds] of await client.bounds(leader, topic, own)) found.set(partition, bounds);
      } catch (error) {
        silent.add(leader);
        if (!this.closing) this.health.failed(`${BROKER}${leader}`, reasonOf(error));
      }
    }
    return found;
  }

  /** A partition that no broker has cannot be asked for its bounds. */
  private isToPosition({ next, topicId, leader }: Reading, { id }: Topic): boolean {
    return next === undefined && topicId === id && leader !== undefined;
  }

  private follow(client: KafkaClient, leader: number): void {
    if (this.loops.has(leader) || this.closing) return;
    const loop = this.readFrom(client, leader).finally(() => this.loops.delete(leader));
    this.loops.set(leader, loop);
  }

  /** Reads from one broker for as long as it has partitions for us. */
  private async readFrom(client: KafkaClient, leader: number): Promise<void> {
    const where = `${BROKER}${leader}`;
    let failures = 0;
    for (;;) {
      const readings = this.closing ? [] : this.table.ready(leader);
      if (readings.length === 0) return;
      try {
        await this.readOnce(client, leader, readings);
        failures = 0;
        this.health.recovered(where);
      } catch (error) {
        failures += 1;
        if (!this.closing) this.health.failed(where, reasonOf(error));
      }
      if (failures > 0 && !this.closing) await this.bell.wait(backOff(failures));
    }
  }

  private async readOnce(client: KafkaClient, leader: number, readings: readonly ReadyReading[]): Promise<void> {
    for (const reading of readings) reading.busy = true;
    try {
      const fetched = await client.fetch(leader, readings);
      // What did not go through the log is fetched again.
      await Promise.all(fetched.map((one) => this.take(one)));
    } finally {
      for (const reading of readings) reading.busy = false;
    }
    if (readings.some((one) => one.leader !== leader || one.next === undefined)) this.bell.ring();
  }

  private async take(fetched: Fetched): Promise<void> {
    const reading = this.table.get(fetched.topic, fetched.partition);
    if (reading?.next === undefined) return;
    const where = `${PARTITION}${keyOf(fetched.topic, fetched.partition)}`;
    if (fetched.problem === 'failed') {
      reading.resting = true;
      return this.health.failed(where, fetched.reason ?? 'It cannot be read.');
    }
    if (fetched.problem !== undefined) return this.missed(fetched.problem, reading, where);
    this.health.recovered(where);
    reading.misses = 0;
    if (fetched.next > reading.next) this.table.served(fetched.topic, fetched.partition);
    await this.taker.take(fetched, reading);
  }

  /**
   * Looks at once where the partition is now, or its messages; when that was no help, later and later. While leaders change,
   * the cluster may tell it wrong for a moment.
   */
  private missed(problem: 'moved' | 'lost', reading: Reading, where: string): void {
    reading.misses += 1;
    if (reading.misses % 2 === 0) {
      const waitMs = backOff(reading.misses / 2);
      reading.restsUntil = performance.now() + waitMs;
      // Not by a wait for the bell, which others ring.
      setTimeout(() => this.bell.ring(), waitMs + 1).unref();
      if (reading.misses >= MISSES_TOLD) this.health.failed(where, whyMissed(problem, reading));
    } else if (problem === 'moved') reading.leader = undefined;
    else reading.next = undefined;
  }

  /** A broker that never let us in and only closes the connection wants something that our settings lack. */
  private reasonOf(error: unknown): string {
    return this.everReached ? reasonOf(error) : reasonOf(error, closingAdvice(this.options.settings));
  }

  private summary(): string {
    const { topics } = this.options.settings;
    return `${topics.join(', ')} (${this.table.status().length} partitions)`;
  }
}

function whyMissed(problem: 'moved' | 'lost', { leader, partition, topic, next }: Reading): string {
  const what = `partition ${partition} of the topic "${topic}"`;
  const not = problem === 'moved' ? `does not have ${what}` : `does not find offset ${next} of ${what}`;
  return `Broker ${leader} ${not}, though the cluster says that it is there.`;
}

/** Settles with `work`, or after so many ms. @returns whether the work was done in time */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  const bell = new Bell();
  const inTime = await Promise.race([work.then(() => true), bell.wait(ms).then(() => false)]);
  bell.ring();
  return inTime;
}
