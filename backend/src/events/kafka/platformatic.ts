import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import type { Admin, BaseOptions, Connection, Consumer, SASLMechanismValue } from '@platformatic/kafka';
import { messageOf } from '../../warehouse';
import type { KafkaSettings, SaslMechanism } from '../../contract';
import type { Bounds, Fetched, KafkaClient, Topics, Wanted } from './client';
import { boundsAt, describeTopics } from './cluster-api';
import { reasonOf } from './failures';
import { answerIn, fetchedFrom, unreadable, type FetchAnswer } from './fetch-answer';
import { connectionTo, isUnreadable, newestFetchApi, type FetchApi } from './fetch-api';
import { readSnappyFrames } from './snappy';

/** How long a broker may wait for messages before it answers that there are none. */
const WAIT_MS = 400;
const TIMEOUT_MS = 5_000;
/** As messages lie in Kafka: unpacked they may take many times as much, and the log takes less than this in a second. */
const FETCH_BYTES = 2 * 1024 * 1024;
const PARTITION_BYTES = 512 * 1024;
/** Nothing of a transaction that has not ended; what belongs to one that was given up is told with the answer. */
const READ_COMMITTED = 1;
/** Brokers tell the epoch themselves; to name none is to take what they have. */
const NO_EPOCH = { currentLeaderEpoch: -1, lastFetchedEpoch: -1 };

const MECHANISMS: Readonly<Record<SaslMechanism, SASLMechanismValue>> = {
  plain: 'PLAIN',
  'scram-sha-256': 'SCRAM-SHA-256',
  'scram-sha-512': 'SCRAM-SHA-512',
};

/**
 * Makes a client of `@platformatic/kafka`. It connects when first asked.
 *
 * @param password to sign in with, where no file holds it
 * @throws Error that names the file which cannot be read
 */
export async function connectKafka(settings: KafkaSettings, password?: string): Promise<KafkaClient> {
  const options = await optionsOf(settings, password);
  // Loaded by those who have Kafka only.
  const { Admin, compressionsAlgorithmsByBitmask, Consumer } = await import('@platformatic/kafka');
  readSnappyFrames(compressionsAlgorithmsByBitmask);
  return new PlatformaticClient(new Consumer({ ...options, groupId: settings.groupId }), new Admin(options), settings);
}

async function optionsOf(settings: KafkaSettings, given: string | undefined): Promise<BaseOptions> {
  const { brokers, clientId, tls, sasl } = settings;
  const read = async (name: string, file: string | undefined): Promise<string | undefined> => {
    try {
      return file === undefined ? undefined : await readFile(file, 'utf8');
    } catch (error) {
      throw new Error(`${name} cannot be read: ${messageOf(error)}.`, { cause: error });
    }
  };
  // A variable of the environment that is not set makes an empty one.
  const password = given || (await read('kafka.sasl.passwordFile', sasl?.passwordFile))?.split(/\r?\n/)[0];
  if (sasl && (password === undefined || password === '')) {
    throw new Error(`kafka.sasl has no password for ${sasl.username}: set it, or name a file that holds it.`);
  }
  return {
    clientId,
    bootstrapBrokers: [...brokers],
    timeout: TIMEOUT_MS,
    connectTimeout: TIMEOUT_MS,
    requestTimeout: 2 * TIMEOUT_MS,
    // The consumer tries again, and says so meanwhile.
    retries: 0,
    autocreateTopics: false,
    ...(tls === undefined
      ? {}
      : {
          tls: {
            ca: await read('kafka.tls.caFile', tls.caFile),
            cert: await read('kafka.tls.certFile', tls.certFile),
            key: await read('kafka.tls.keyFile', tls.keyFile),
          },
          // Brokers that are named by addresses alone cannot be asked for by name.
          tlsServerName: brokers.some((broker) => isIP(hostOf(broker)) === 0),
        }),
    ...(sasl === undefined
      ? {}
      : { sasl: { mechanism: MECHANISMS[sasl.mechanism], username: sasl.username, password } }),
  };
}

/** The host of `host:port`, without the brackets around addresses of the sixth version. */
const hostOf = (broker: string): string => broker.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');

class PlatformaticClient implements KafkaClient {
  /** Names of topics by their ids. */
  private readonly names = new Map<string, string>();
  private fetchApi: FetchApi | undefined;

  constructor(
    private readonly consumer: Consumer,
    private readonly admin: Admin,
    private readonly settings: KafkaSettings,
  ) {}

  async topics(names: readonly string[]): Promise<Topics> {
    const topics = await describeTopics(this.consumer, names);
    for (const { id, name } of topics.found) this.names.set(id, name);
    return topics;
  }

  bounds(leader: number, topic: string, partitions: readonly number[]): Promise<Map<number, Bounds>> {
    return boundsAt(this.consumer, leader, topic, partitions);
  }

  async fetch(node: number, wanted: readonly Wanted[]): Promise<Fetched[]> {
    const connection = await connectionTo(this.consumer, node);
    return this.fetchOver(connection, wanted, WAIT_MS);
  }

  /** One partition with something in it that cannot be read makes a whole answer so: the others are asked for alone. */
  private async fetchOver(connection: Connection, wanted: readonly Wanted[], waitMs: number): Promise<Fetched[]> {
    try {
      return fetchedFrom(await answerIn(this.ask(connection, wanted, waitMs)), wanted);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      if (wanted.length === 1) return [unreadable(wanted[0]!, reasonOf(error))];
      const alone: Fetched[] = [];
      for (const one of wanted) alone.push(...(await this.fetchOver(connection, [one], 0)));
      return alone;
    }
  }

  private async ask(connection: Connection, wanted: readonly Wanted[], waitMs: number): Promise<FetchAnswer> {
    this.fetchApi ??= await newestFetchApi(this.consumer);
    const topics = inTurn(wanted);
    return this.fetchApi.async(connection, waitMs, 1, FETCH_BYTES, READ_COMMITTED, 0, 0, topics, [], '');
  }

  async commit(positions: Parameters<KafkaClient['commit']>[0]): Promise<void> {
    const names = [...new Set(positions.map(({ topic }) => topic))];
    await this.admin.alterConsumerGroupOffsets({
      groupId: this.settings.groupId,
      topics: names.map((name) => ({
        name,
        partitionOffsets: positions
          .filter(({ topic }) => topic === name)
          .map(({ partition, next }) => ({ partition, offset: BigInt(next) })),
      })),
    });
  }

  async close(): Promise<void> {
    await Promise.all([this.consumer.close(true), this.admin.close()]);
  }
}

/**
 * What is asked of a broker, in the order that is wanted: it fills its answer in that order. A topic stands there once for
 * all partitions of it that follow each other, and again after those of another.
 */
export function inTurn(wanted: readonly Wanted[]) {
  const topics: { topicId: string; partitions: ReturnType<typeof asked>[] }[] = [];
  for (const one of wanted) {
    const last = topics.at(-1);
    if (last?.topicId === one.topicId) last.partitions.push(asked(one));
    else topics.push({ topicId: one.topicId, partitions: [asked(one)] });
  }
  return topics;
}

const asked = ({ partition, next }: Wanted) => ({
  partition,
  fetchOffset: BigInt(next),
  partitionMaxBytes: PARTITION_BYTES,
  ...NO_EPOCH,
});
