import type { KafkaSettings, KafkaStatus } from '../../contract';
import { connectKafka, KafkaConsumer } from '../../events/kafka';
import type { EventLog } from '../../events/log';

export interface KafkaOptions {
  /** Absent: nothing is read. */
  settings: KafkaSettings | undefined;
  password?: string;
  /** Tries to open the log; `read` is called once it is open. */
  openLog(): Promise<void>;
  /** Told of what happens, for the log: see KafkaConsumerOptions. */
  onEvent(event: string, detail: string): void;
}

/** The reading of events from Kafka for one warehouse. */
export interface KafkaPart {
  status(): KafkaStatus;
  /** Settles once a broker has answered or could not be reached; at once where nothing is read. */
  settled(): Promise<void>;
  /** Begins to read into the log. */
  read(log: EventLog): void;
  close(): Promise<void>;
}

/** A log that another process holds is tried again so often: nobody else asks for it when all events come from Kafka. */
const OPEN_MS = 5_000;

/** Reads from Kafka from when the log is open. */
export function serveKafka({ settings, password, openLog, onEvent }: KafkaOptions): KafkaPart {
  const began = new Date().toISOString();
  let consumer: KafkaConsumer | undefined;
  let settle = (): void => undefined;
  const settled = settings ? new Promise<void>((resolve) => (settle = resolve)) : Promise.resolve();
  const heard: KafkaOptions['onEvent'] = (event, detail) => {
    settle();
    onEvent(event, detail);
  };
  const opening = settings && setInterval(() => void openLog(), OPEN_MS).unref();
  return {
    status: () => consumer?.status() ?? { ...NOTHING, state: settings ? 'connecting' : 'off', since: began },
    settled: () => settled,
    read: (log) => {
      if (settings === undefined || consumer) return;
      clearInterval(opening);
      consumer = new KafkaConsumer({ settings, connect: () => connectKafka(settings, password), log, onEvent: heard });
    },
    close: async () => {
      clearInterval(opening);
      await consumer?.close();
    },
  };
}

const NOTHING = { messages: 0, rejected: 0, waits: 0, partitions: [], lag: 0, resets: [] } as const;
