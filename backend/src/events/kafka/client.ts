/** A topic as the cluster knows it now. */
export interface Topic {
  name: string;
  /** Another one after the topic was deleted and made anew. */
  id: string;
  /** A leader below zero: no broker has the partition just now. */
  partitions: readonly { partition: number; leader: number }[];
}

/** What a cluster says of topics that it was asked for. */
export interface Topics {
  found: Topic[];
  /** Topics that cannot be read at all, and why; missing: there is none of that name. */
  troubles: { name: string; reason: string; isMissing: boolean }[];
}

/** What to read on from. */
export interface Wanted {
  topic: string;
  topicId: string;
  partition: number;
  /** Offset of the first message that is wanted. */
  next: number;
}

export interface RawMessage {
  offset: number;
  value: Buffer | null;
}

/** What a broker answered for one partition. */
export interface Fetched {
  topic: string;
  partition: number;
  /**
   * lost: there is no such offset; moved: another broker has the partition, or the topic is not there any more; failed: it
   * cannot be read now, and `reason` says why.
   */
  problem?: 'lost' | 'moved' | 'failed';
  reason?: string;
  /** Offset behind the last message of the partition. */
  end: number;
  messages: readonly RawMessage[];
  /** Where to go on; may lie further than behind the last message. */
  next: number;
}

export interface Position {
  topic: string;
  partition: number;
  next: number;
}

/** What reading needs of a Kafka cluster. Everything throws when it cannot be had; nothing is tried again in here. */
export interface KafkaClient {
  topics(names: readonly string[]): Promise<Topics>;
  /**
   * Per partition: the offset of the oldest message that is there, and the one that the next message will get. Those that
   * another broker leads by now are left out.
   */
  bounds(leader: number, topic: string, partitions: readonly number[]): Promise<Map<number, Bounds>>;
  /** Waits for messages for a moment. @param node id of the broker */
  fetch(node: number, wanted: readonly Wanted[]): Promise<Fetched[]>;
  /** Shows the cluster how far reading has come. */
  commit(positions: readonly Position[]): Promise<void>;
  close(): Promise<void>;
}

export interface Bounds {
  earliest: number;
  latest: number;
}
