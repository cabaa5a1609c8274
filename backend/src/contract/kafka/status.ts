/**
 * How reading from Kafka fares. off: it is not set up; connecting: no broker has answered yet; reading; interrupted: it was
 * cut off, `problem` says why, and it is tried again; stopped: on purpose.
 */
export const KAFKA_STATES = ['off', 'connecting', 'reading', 'interrupted', 'stopped'] as const;
export type KafkaState = (typeof KAFKA_STATES)[number];

export interface KafkaPartitionStatus {
  topic: string;
  partition: number;
  /** Offset of the message that is read next: all before it are on the disk. */
  next: number;
  /** Offset behind the last message of the partition, as far as that is known. */
  end: number;
  /** Messages that wait in Kafka. */
  lag: number;
}

/** That messages were not there any more, or that a topic was made anew, and where reading went on. */
export interface KafkaReset {
  /** RFC 3339. */
  at: string;
  topic: string;
  partition: number;
  /** Where reading was to go on. */
  from: number;
  /** Where it went on. */
  to: number;
  /** In a sentence. */
  reason: string;
}

export interface KafkaStatus {
  state: KafkaState;
  /** Since when, RFC 3339. */
  since: string;
  /** Why it is interrupted, or what else is wrong; never holds a secret. */
  problem?: string;
  /** Messages that were read since the process started, and how many of them became dead letters. */
  messages: number;
  rejected: number;
  /** Times that reading waited since the log had too much to write. */
  waits: number;
  /** All partitions that are read here. */
  partitions: readonly KafkaPartitionStatus[];
  /** Messages that wait in Kafka, of all partitions. */
  lag: number;
  /** The latest ones, the newest first. */
  resets: readonly KafkaReset[];
}
