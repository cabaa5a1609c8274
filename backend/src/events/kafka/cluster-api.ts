import type { listOffsetsV9, metadataV12 } from '@platformatic/kafka';
import type { Brokers } from './brokers';
import type { Bounds, Topics } from './client';
import { newestOf } from './versions';

type MetadataApi = typeof metadataV12.api;
type Metadata = Awaited<ReturnType<MetadataApi['async']>>;
type OffsetsApi = typeof listOffsetsV9.api;
type Offsets = Awaited<ReturnType<OffsetsApi['async']>>;

/** What Kafka takes for the oldest and for the next message. */
const EARLIEST = -2n;
const LATEST = -1n;
const NO_EPOCH = -1;
const NO_REPLICA = -1;
const READ_COMMITTED = 1;

/** Kafka's codes of errors (its protocol guide) that say something about a topic. */
const UNKNOWN_TOPIC = 3;
const NOT_ALLOWED = 29;

/**
 * What the cluster says of topics, and where its brokers are. The client's own method is not used: it throws the whole
 * answer away when a single partition has no leader, and asks a broker that hangs for ever.
 */
export async function describeTopics(brokers: Brokers, names: readonly string[]): Promise<Topics> {
  const { metadataV9, metadataV10, metadataV11, metadataV12 } = await import('@platformatic/kafka');
  const apis = [metadataV12, metadataV11, metadataV10, metadataV9].map(({ api }) => api);
  const { topics, brokers: all } = await brokers.askAny(async (connection) => {
    const api = await newestOf(connection, apis);
    return withErrors<Metadata>(api.async(connection, [...names], false, false));
  });
  brokers.learn(all);
  const answer: Topics = { found: [], troubles: [] };
  for (const { name, topicId: id, errorCode, partitions } of topics) {
    if (name === null || name === undefined) continue;
    const reason = reasonFor(name, errorCode, partitions.length);
    if (reason !== undefined) answer.troubles.push({ name, reason, isMissing: errorCode === UNKNOWN_TOPIC });
    else {
      const all = partitions.map(({ partitionIndex, leaderId }) => ({ partition: partitionIndex, leader: leaderId }));
      answer.found.push({ name, id, partitions: all.sort((a, b) => a.partition - b.partition) });
    }
  }
  return answer;
}

/** Why a topic cannot be read, with what to do; undefined when it can, at least in part. */
function reasonFor(name: string, code: number, partitions: number): string | undefined {
  if (code === UNKNOWN_TOPIC) {
    return `There is no topic "${name}" in this cluster: make it (reading makes none), or correct kafka.topics.`;
  }
  if (code === NOT_ALLOWED) {
    return `The topic "${name}" may not be read by this user: allow Read and Describe on it.`;
  }
  if (code !== 0 && partitions === 0) return `The cluster cannot tell of the topic "${name}": Kafka's error ${code}.`;
  return undefined;
}

/** The bounds of partitions that one broker leads. */
export async function boundsAt(
  brokers: Brokers,
  leader: number,
  topic: string,
  partitions: readonly number[],
): Promise<Map<number, Bounds>> {
  const { listOffsetsV5, listOffsetsV6, listOffsetsV7, listOffsetsV8, listOffsetsV9 } =
    await import('@platformatic/kafka');
  const apis = [listOffsetsV9, listOffsetsV8, listOffsetsV7, listOffsetsV6, listOffsetsV5].map(({ api }) => api);
  const at = (timestamp: bigint): Promise<Map<number, number>> =>
    brokers.ask(leader, async (connection) => {
      const api = await newestOf(connection, apis);
      const wanted = partitions.map((partitionIndex) => ({ partitionIndex, currentLeaderEpoch: NO_EPOCH, timestamp }));
      const asked = api.async(connection, NO_REPLICA, READ_COMMITTED, [{ name: topic, partitions: wanted }]);
      const { topics } = await withErrors<Offsets>(asked);
      const good = topics.flatMap((one) => one.partitions).filter(({ errorCode }) => errorCode === 0);
      return new Map(good.map(({ partitionIndex, offset }) => [partitionIndex, Number(offset)]));
    });
  const [earliest, latest] = await Promise.all([at(EARLIEST), at(LATEST)]);
  return new Map(
    partitions.flatMap((one) => {
      const [first, next] = [earliest.get(one), latest.get(one)];
      // What moved away meanwhile is asked for again.
      return first === undefined || next === undefined ? [] : [[one, { earliest: first, latest: next }]];
    }),
  );
}

/** An answer with all that is in it: the client throws it when it holds any error, along with the answer. */
async function withErrors<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const answer = responseIn(error);
    if (answer === undefined) throw error;
    return answer as T;
  }
}

function responseIn(error: unknown): unknown {
  const isResponse = error instanceof Error && 'code' in error && error.code === 'PLT_KFK_RESPONSE';
  return isResponse && 'response' in error ? error.response : undefined;
}
