import type { Bounds, Fetched, KafkaClient, Position, Topics, Wanted } from '../client';

interface Log {
  /** Offset of its oldest message. */
  first: number;
  values: (Buffer | null)[];
}

/** A cluster of Kafka that lives in memory: what is done to it, its clients meet. */
export class Cluster {
  readonly committed = new Map<string, number>();
  /** Clients that are connected. */
  connected = 0;
  fetches = 0;
  /** Times that it was asked for its topics. */
  looks = 0;
  /** So many messages fit into an answer; what is asked for first fills it. */
  answerHolds = Infinity;
  private down: string | undefined;
  /** Topics of which the brokers that lead them say that they do not. */
  readonly denied = new Set<string>();
  /** Ids of brokers that the cluster knows, and that cannot be reached. */
  readonly unreachable = new Set<number>();
  private spoilt: { name: string; partition: number; reason: string } | undefined;
  private made = 0;
  private readonly orphans = new Set<string>();
  private readonly topics = new Map<string, { id: string; logs: Log[]; leader: number }>();

  create(name: string, partitions: number): void {
    this.made += 1;
    const logs = Array.from({ length: partitions }, () => ({ first: 0, values: [] }));
    this.topics.set(name, { id: `id${this.made}`, logs, leader: 1 });
  }

  remove(name: string): void {
    this.topics.delete(name);
  }

  addPartition(name: string): void {
    this.topic(name).logs.push({ first: 0, values: [] });
  }

  move(name: string, leader: number): void {
    this.topic(name).leader = leader;
  }

  send(name: string, partition: number, ...values: (object | string | Buffer | null)[]): void {
    const log = this.log(name, partition);
    for (const value of values) log.values.push(bytesOf(value));
  }

  /** Deletes the oldest messages, as retention does. */
  expire(name: string, partition: number, messages: number): void {
    const log = this.log(name, partition);
    log.values.splice(0, messages);
    log.first += messages;
  }

  /** Deletes the latest messages, as the loss of a leader may. */
  cut(name: string, partition: number, messages: number): void {
    this.log(name, partition).values.splice(-messages);
  }

  /** The brokers that hold a partition go down, or come back. */
  orphan(name: string, partition: number, isOrphan = true): void {
    if (isOrphan) this.orphans.add(`${name}/${partition}`);
    else this.orphans.delete(`${name}/${partition}`);
  }

  fail(reason: string | undefined): void {
    this.down = reason;
  }

  /** A partition cannot be read for this reason, until there is none. */
  spoil(name: string, partition: number, reason: string | undefined): void {
    this.spoilt = reason === undefined ? undefined : { name, partition, reason };
  }

  readonly connect = (): Promise<KafkaClient> => {
    this.connected += 1;
    return Promise.resolve({
      topics: (names) => {
        this.looks += 1;
        return this.answer(() => this.describe(names));
      },
      bounds: (leader, name, partitions) =>
        this.answerOf(
          leader,
          () => new Map(this.ledBy(leader, name, partitions).map((one) => [one, boundsOf(this.log(name, one))])),
        ),
      fetch: async (node, wanted) => {
        this.fetches += 1;
        const answer = await this.answerOf(node, () => this.fitting(wanted.map((one) => this.fetched(node, one))));
        const empty = answer.every(({ messages, problem }) => messages.length === 0 && problem === undefined);
        // As brokers do, it lets those wait for whom there is nothing.
        if (empty) await new Promise((resolve) => setTimeout(resolve, 5));
        return answer;
      },
      commit: (positions) => this.answer(() => this.commit(positions)),
      close: () => Promise.resolve(void (this.connected -= 1)),
    });
  };

  private fitting(answer: Fetched[]): Fetched[] {
    let room = this.answerHolds;
    return answer.map((one) => {
      const messages = one.messages.slice(0, room);
      room -= messages.length;
      return { ...one, messages, next: one.next - (one.messages.length - messages.length) };
    });
  }

  private answerOf<T>(node: number, give: () => T): Promise<T> {
    return this.answer(() => {
      if (this.unreachable.has(node)) throw new Error(`Broker ${node} cannot be reached.`);
      return give();
    });
  }

  private async answer<T>(give: () => T): Promise<T> {
    await new Promise(setImmediate);
    if (this.down !== undefined) throw new Error(this.down);
    return give();
  }

  private describe(names: readonly string[]): Topics {
    const found = names.flatMap((name) => {
      const { id, logs } = this.topics.get(name) ?? {};
      if (id === undefined || logs === undefined) return [];
      return {
        name,
        id,
        partitions: logs.map((_, partition) => ({ partition, leader: this.leaderOf(name, partition) })),
      };
    });
    const troubles = names.filter((name) => !this.topics.has(name));
    return { found, troubles: troubles.map((name) => ({ name, reason: `Unknown topic ${name}.`, isMissing: true })) };
  }

  private leaderOf(name: string, partition: number): number {
    return this.orphans.has(`${name}/${partition}`) ? -1 : this.topic(name).leader;
  }

  private ledBy(leader: number, name: string, partitions: readonly number[]): number[] {
    return partitions.filter((one) => this.leaderOf(name, one) === leader);
  }

  private fetched(node: number, { topic, topicId, partition, next }: Wanted): Fetched {
    const none = { topic, partition, end: next, messages: [], next };
    const { id } = this.topics.get(topic) ?? {};
    if (this.denied.has(topic)) return { ...none, problem: 'moved' };
    if (id !== topicId || this.leaderOf(topic, partition) !== node) return { ...none, problem: 'moved' };
    const { spoilt } = this;
    if (spoilt?.name === topic && spoilt.partition === partition) {
      return { ...none, problem: 'failed', reason: spoilt.reason };
    }
    const log = this.log(topic, partition);
    const { earliest, latest } = boundsOf(log);
    if (next < earliest || next > latest) return { ...none, problem: 'lost' };
    const messages = log.values.slice(next - earliest).map((value, at) => ({ offset: next + at, value }));
    return { topic, partition, end: latest, messages, next: latest };
  }

  private commit(positions: readonly Position[]): void {
    for (const { topic, partition, next } of positions) this.committed.set(`${topic}/${partition}`, next);
  }

  private topic(name: string): { id: string; logs: Log[]; leader: number } {
    const topic = this.topics.get(name);
    if (topic === undefined) throw new Error(`Unknown topic ${name}.`);
    return topic;
  }

  private log(name: string, partition: number): Log {
    return this.topic(name).logs[partition]!;
  }
}

const boundsOf = ({ first, values }: Log): Bounds => ({ earliest: first, latest: first + values.length });

function bytesOf(value: object | string | Buffer | null): Buffer | null {
  if (value === null || Buffer.isBuffer(value)) return value;
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
}
