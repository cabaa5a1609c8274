import type { Fetched, RawMessage, Wanted } from './client';
import { committedBatches, type AbortedTransaction, type RecordBatch } from './transactions';

/** The part of a broker's answer that is read here, in the words of Kafka's protocol. */
export interface FetchAnswer {
  responses: readonly { topicId: string; partitions: readonly PartitionAnswer[] }[];
}

export interface PartitionAnswer {
  partitionIndex: number;
  errorCode: number;
  highWatermark: bigint;
  abortedTransactions?: readonly AbortedTransaction[];
  records?: readonly RecordBatch[];
}

/** Codes of Kafka's protocol, by what follows of them for a partition. */
const OFFSET_OUT_OF_RANGE = 1;
/** Unknown topic or partition, no leader, another leader, fenced or unknown epoch, unknown or other id of the topic. */
const MOVED = new Set([3, 5, 6, 9, 13, 74, 75, 76, 100, 103]);

/** The answer, also where some of its partitions failed: the others are in it all the same. @throws other errors */
export async function answerIn(asked: Promise<FetchAnswer>): Promise<FetchAnswer> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && 'response' in error && isAnswer(error.response)) return error.response;
    throw error;
  }
}

/** What is said of a partition whose messages came and cannot be read. */
export function unreadable({ topic, partition, next }: Wanted, reason: string): Fetched {
  const said = `What partition ${partition} of ${topic} holds from offset ${next} on cannot be read: ${reason}`;
  return { topic, partition, problem: 'failed', reason: said, end: next, messages: [], next };
}

/** An answer that failed as a whole has no partitions. */
function isAnswer(response: unknown): response is FetchAnswer {
  if (typeof response !== 'object' || response === null || !('responses' in response)) return false;
  return Array.isArray(response.responses) && response.responses.length > 0;
}

/** What was asked for, as it was answered. */
export function fetchedFrom(answer: FetchAnswer, wanted: readonly Wanted[]): Fetched[] {
  return answer.responses.flatMap(({ topicId, partitions }) =>
    partitions.flatMap((one) => {
      const asked = wanted.find((want) => want.topicId === topicId && want.partition === one.partitionIndex);
      return asked === undefined ? [] : partitionFetched(one, asked);
    }),
  );
}

function partitionFetched(answer: PartitionAnswer, { topic, partition, next }: Wanted): Fetched {
  const fetched = { topic, partition, end: Math.max(next, Number(answer.highWatermark)), messages: [], next };
  const { errorCode } = answer;
  if (errorCode === OFFSET_OUT_OF_RANGE) return { ...fetched, problem: 'lost' };
  if (MOVED.has(errorCode)) return { ...fetched, problem: 'moved' };
  if (errorCode !== 0) {
    const reason = `Kafka answered partition ${partition} of ${topic} with its error ${errorCode}.`;
    return { ...fetched, problem: 'failed', reason };
  }
  const batches = answer.records ?? [];
  const last = batches.at(-1);
  if (last === undefined) return fetched;
  const messages = committedBatches(batches, answer.abortedTransactions ?? [])
    .flatMap(({ firstOffset, records }) =>
      records.map(({ offsetDelta, value }): RawMessage => ({ offset: Number(firstOffset) + offsetDelta, value })),
    )
    // A batch is sent as a whole, even when only its end was asked for.
    .filter(({ offset }) => offset >= next);
  return { ...fetched, messages, next: Math.max(next, Number(last.firstOffset) + last.lastOffsetDelta + 1) };
}
