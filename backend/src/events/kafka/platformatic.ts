import type { Connection } from '@platformatic/kafka';
import type { KafkaSettings } from '../../contract';
import { Brokers } from './brokers';
import type { Bounds, Fetched, KafkaClient, Topics, Wanted } from './client';
import { boundsAt, describeTopics } from './cluster-api';
import { addressOf, connectTo } from './connect';
import { reasonOf } from './failures';
import { answerIn, fetchedFrom, unreadable, type FetchAnswer } from './fetch-answer';
import { isUnreadable, newestFetchApi } from './fetch-api';
import { commitOffsets } from './group-api';
import { teachUnpacking } from './unpacking';

/** How long a broker may wait for messages before it answers that there are none. */
const WAIT_MS = 400;
/** As messages lie in Kafka: unpacked they may take many times as much, and the log takes less than this in a second. */
const FETCH_BYTES = 2 * 1024 * 1024;
/** Of a partition, less each time that what came could not be read; the least brings one batch, however large it is. */
const PARTITION_BYTES = [512 * 1024, 32 * 1024, 1] as const;
/** Nothing of a transaction that has not ended; what belongs to one that was given up is told with the answer. */
const READ_COMMITTED = 1;
/** Brokers tell the epoch themselves; to name none is to take what they have. */
const NO_EPOCH = { currentLeaderEpoch: -1, lastFetchedEpoch: -1 };

/**
 * Makes a client out of what `@platformatic/kafka` knows of Kafka's protocol. It connects when first asked.
 *
 * @param password to sign in with, where no file holds it
 */
export async function connectKafka(settings: KafkaSettings, password?: string): Promise<KafkaClient> {
  // Loaded by those who have Kafka only.
  const { compressionsAlgorithmsByBitmask } = await import('@platformatic/kafka');
  teachUnpacking(compressionsAlgorithmsByBitmask);
  const first = settings.brokers.map(addressOf);
  return new PlatformaticClient(new Brokers(first, (to) => connectTo(to, settings, password)), settings.groupId);
}

class PlatformaticClient implements KafkaClient {
  constructor(
    private readonly brokers: Brokers,
    private readonly group: string,
  ) {}

  topics(names: readonly string[]): Promise<Topics> {
    return describeTopics(this.brokers, names);
  }

  bounds(leader: number, topic: string, partitions: readonly number[]): Promise<Map<number, Bounds>> {
    return boundsAt(this.brokers, leader, topic, partitions);
  }

  fetch(node: number, wanted: readonly Wanted[]): Promise<Fetched[]> {
    return this.brokers.ask(node, (connection) => this.fetchOver(connection, wanted));
  }

  /**
   * One batch that cannot be read makes a whole answer so, and so do many that take too much room: each partition is then
   * asked for alone and for less, up to that one batch.
   */
  private async fetchOver(connection: Connection, wanted: readonly Wanted[], tries = 0): Promise<Fetched[]> {
    try {
      return fetchedFrom(await answerIn(this.asked(connection, wanted, tries)), wanted);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      if (tries === PARTITION_BYTES.length - 1) return [unreadable(wanted[0]!, reasonOf(error))];
      const alone: Fetched[] = [];
      for (const one of wanted) alone.push(...(await this.fetchOver(connection, [one], tries + 1)));
      return alone;
    }
  }

  private async asked(connection: Connection, wanted: readonly Wanted[], tries: number): Promise<FetchAnswer> {
    const api = await newestFetchApi(connection);
    const topics = inTurn(wanted, PARTITION_BYTES[tries]!);
    return api.async(connection, tries === 0 ? WAIT_MS : 0, 1, FETCH_BYTES, READ_COMMITTED, 0, 0, topics, [], '');
  }

  commit(positions: Parameters<KafkaClient['commit']>[0]): Promise<void> {
    return commitOffsets(this.brokers, this.group, positions);
  }

  close(): Promise<void> {
    return this.brokers.close();
  }
}

/**
 * What is asked of a broker, in the order that is wanted: it fills its answer in that order. A topic stands there once for
 * all partitions of it that follow each other, and again after those of another.
 */
export function inTurn(wanted: readonly Wanted[], partitionMaxBytes: number) {
  const asked = ({ partition, next }: Wanted) => ({
    partition,
    fetchOffset: BigInt(next),
    partitionMaxBytes,
    ...NO_EPOCH,
  });
  const topics: { topicId: string; partitions: ReturnType<typeof asked>[] }[] = [];
  for (const one of wanted) {
    const last = topics.at(-1);
    if (last?.topicId === one.topicId) last.partitions.push(asked(one));
    else topics.push({ topicId: one.topicId, partitions: [asked(one)] });
  }
  return topics;
}
