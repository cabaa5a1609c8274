import { readKafkaSettings } from '../../backend/src/contract';
import { connectKafka, KafkaConsumer } from '../../backend/src/events/kafka';
import { openEventLog } from '../../backend/src/events/log';
import { openEventStore } from '../../backend/src/events/store/store';

/** Reads from Kafka into a store until it is told to stop, as the server does, and tells how that goes. */
const [, , out = '', brokers, topics, more = '{}'] = process.argv;
const store = await openEventStore(out);
const log = await openEventLog({ store });
const settings = readKafkaSettings({ brokers, topics, ...(JSON.parse(more) as object) })!;
const consumer = new KafkaConsumer({
  settings,
  connect: () => connectKafka(settings),
  log,
  refreshMs: 500,
  commitMs: 500,
});

// Events as they come over REST, or the word to stop.
process.on('message', (message: 'stop' | { events: object[] }) =>
  message === 'stop' ? stop() : log.append(message.events, 'rest'),
);
const telling = setInterval(() => {
  const { duplicates, taken } = log.status();
  process.send?.({ ...consumer.status(), duplicates, taken });
}, 50);

async function stop(): Promise<void> {
  clearInterval(telling);
  await consumer.close();
  await log.close();
  await store.close();
  process.exit();
}
