import { Broker } from '../../../../../test/kafka/broker';
import { bundleReader, Reader, Shop } from '../../../../../test/kafka/processes';

const TOPIC = 'shop-events';
const PARTITIONS = 3;
const TOGETHER = 1_000;

/** What came of a replay through a broker. */
export interface ReadByKafka {
  sent: number;
  taken: number;
  duplicates: number;
  rejected: number;
}

/**
 * Sends events to a broker of Apache Kafka that is started for it, as a shop does: by three partitions, what is of one
 * order in one of them. Meanwhile a process of its own reads them into the store of the warehouse folder `out`.
 */
export async function replayByKafka(events: AsyncIterable<object>, out: string): Promise<ReadByKafka> {
  await bundleReader();
  const broker = await Broker.start();
  const shop = new Shop(broker.address);
  let reader: Reader | undefined;
  try {
    await shop.ask('create', { topic: TOPIC, partitions: PARTITIONS });
    reader = new Reader(out, broker.address, TOPIC);
    const sent = await sendAll(events, shop);
    const { duplicates, rejected, taken } = await reader.until(({ messages }) => messages >= sent);
    await reader.stop();
    return { sent, taken, duplicates, rejected };
  } finally {
    await reader?.kill();
    await shop.close();
    await broker.close();
  }
}

async function sendAll(events: AsyncIterable<object>, shop: Shop): Promise<number> {
  let sent = 0;
  let batch: { partition: number; value: string }[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await shop.ask('send', { topic: TOPIC, messages: batch });
    sent += batch.length;
    batch = [];
  };
  for await (const event of events) {
    batch.push({ partition: partitionOf(event), value: JSON.stringify(event) });
    if (batch.length >= TOGETHER) await flush();
  }
  await flush();
  return sent;
}

function partitionOf(event: object): number {
  const key = 'order_id' in event ? String(event.order_id) : '';
  return [...key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % PARTITIONS;
}
