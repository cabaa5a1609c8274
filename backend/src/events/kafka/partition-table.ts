import type { KafkaPartitionStatus } from '../../contract';
import type { Topic, Wanted } from './client';

/** A partition that is read here. */
export interface Reading extends Omit<Wanted, 'next'> {
  /** Id of the broker that has it; undefined: to be found out anew. */
  leader: number | undefined;
  /** Undefined: to be found out. */
  next: number | undefined;
  end: number;
  /** It is being read or written right now: nobody else may. */
  busy: boolean;
  /** Times in a row that it, or its next message, was not where the cluster said. */
  misses: number;
  /** It could not be read, and is left alone until the cluster is next looked at. */
  resting: boolean;
  /** It is left alone until then, however often the cluster is looked at for others; in ms since whenever. */
  restsUntil: number;
}

export type ReadyReading = Reading & { next: number };

/** All partitions that are read, and by whom they are held. */
export class PartitionTable {
  private readonly readings = new Map<string, Reading>();

  /** Takes over what the cluster says of topics. A topic that was made anew is taken over once nobody reads the old one. */
  update(topics: readonly Topic[]): void {
    for (const topic of topics) {
      const before = this.ofTopic(topic.name);
      if (before.some(({ topicId }) => topicId !== topic.id) && !this.drop(topic.name)) continue;
      for (const { partition, leader } of topic.partitions) this.take(topic, partition, leader);
    }
  }

  /** Has nobody read a topic that is gone, and forgets it once nobody does. @returns whether it is forgotten */
  drop(topic: string): boolean {
    const readings = this.ofTopic(topic);
    for (const reading of readings) reading.leader = undefined;
    if (readings.some(({ busy }) => busy)) return false;
    for (const { partition } of readings) this.readings.delete(keyOf(topic, partition));
    return true;
  }

  get(topic: string, partition: number): Reading | undefined {
    return this.readings.get(keyOf(topic, partition));
  }

  ofTopic(topic: string): Reading[] {
    return [...this.readings.values()].filter((one) => one.topic === topic);
  }

  /** What can be read from a broker now: those first that have waited the longest for messages. */
  ready(leader: number): ReadyReading[] {
    return [...this.readings.values()].filter(
      (one): one is ReadyReading => one.leader === leader && one.next !== undefined && !one.busy && !isResting(one),
    );
  }

  /**
   * Has others go first: a broker fills its answer in the order in which it is asked, and only who comes first in it is
   * sure to get messages, however large they are.
   */
  served(topic: string, partition: number): void {
    const key = keyOf(topic, partition);
    const reading = this.readings.get(key);
    if (reading === undefined || !this.readings.delete(key)) return;
    this.readings.set(key, reading);
  }

  has(key: string): boolean {
    return this.readings.has(key);
  }

  /** Partitions of a topic that no broker has, as the cluster last said. */
  leaderless(topic: string): string[] {
    return this.ofTopic(topic)
      .filter(({ leader }) => leader === undefined)
      .map(({ partition }) => keyOf(topic, partition));
  }

  leaders(): Set<number> {
    return new Set([...this.readings.values()].flatMap(({ leader }) => leader ?? []));
  }

  status(): KafkaPartitionStatus[] {
    return [...this.readings.values()]
      .flatMap(({ topic, partition, next, end }) =>
        next === undefined ? [] : { topic, partition, next, end, lag: Math.max(0, end - next) },
      )
      .sort((a, b) => a.topic.localeCompare(b.topic) || a.partition - b.partition);
  }

  private take({ name, id }: Topic, partition: number, leader: number): void {
    const known = this.get(name, partition);
    // Brokers say -1 while there is no leader.
    const now = leader < 0 ? undefined : leader;
    if (known) Object.assign(known, { leader: now, resting: false });
    else {
      const place = { topic: name, topicId: id, partition, leader: now, next: undefined, end: 0 };
      this.readings.set(keyOf(name, partition), { ...place, busy: false, misses: 0, resting: false, restsUntil: 0 });
    }
  }
}

const isResting = ({ resting, restsUntil }: Reading): boolean => resting || restsUntil > performance.now();

/** The name of a partition. */
export const keyOf = (topic: string, partition: number): string => `${topic}/${partition}`;
