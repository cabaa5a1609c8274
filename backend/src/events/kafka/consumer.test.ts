import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKafkaSettings, type KafkaStatus } from '../../contract';
import { openEventLog, OverloadedError, type EventLog } from '../log';
import { openEventStore, type EventStore } from '../store/store';
import { KafkaConsumer, type KafkaConsumerOptions } from './consumer';
import { Cluster } from './testing/cluster';

const SETTINGS = { brokers: 'kafka:9092', topics: 'orders' };
const view = (id: string): object => ({
  id,
  type: 'page_viewed',
  occurred_at: '2018-08-01T10:00:00Z',
  customer_id: 'ana',
});

let out: string;
let store: EventStore;
let log: EventLog;
let cluster: Cluster;
let consumer: KafkaConsumer;
let heard: string[];

const open = async (): Promise<void> => {
  store = await openEventStore(out);
  log = await openEventLog({ store });
};
const start = (settings: object = {}, options: Partial<KafkaConsumerOptions> = {}): void => {
  consumer = new KafkaConsumer({
    settings: readKafkaSettings({ ...SETTINGS, ...settings })!,
    connect: cluster.connect,
    log,
    onEvent: (event, detail) => heard.push(`${event}: ${detail}`),
    refreshMs: 20,
    commitMs: 0,
    ...options,
  });
};
const stop = async (): Promise<void> => {
  await consumer.close();
  await log.close();
  await store.close();
};
beforeEach(async () => {
  heard = [];
  cluster = new Cluster();
  cluster.create('orders', 2);
  out = await mkdtemp(join(tmpdir(), 'churnwatch-kafka-'));
  await open();
});
afterEach(async () => {
  await stop();
  await rm(out, { recursive: true, force: true });
});

/** Settles once the status is as it should be. */
const until = async (isSo: (status: KafkaStatus) => boolean): Promise<KafkaStatus> => {
  while (!isSo(consumer.status())) await new Promise((resolve) => setTimeout(resolve, 5));
  return consumer.status();
};
const caughtUp = (messages: number) => until((status) => status.messages >= messages && status.lag === 0);
const ids = async (): Promise<unknown[]> =>
  (await store.rows('SELECT id FROM events ORDER BY id')).map((row) => row['id']);
const reasons = async (): Promise<string[]> =>
  (await log.letters.list({ limit: 20, offset: 0 })).map(({ reason }) => reason).reverse();

it('reads all partitions, and tells how far it has come', async () => {
  cluster.send('orders', 0, view('a'), view('b'));
  cluster.send('orders', 1, view('c'));
  start();
  expect(await caughtUp(3)).toMatchObject({
    state: 'reading',
    messages: 3,
    rejected: 0,
    lag: 0,
    partitions: [
      { topic: 'orders', partition: 0, next: 2, end: 2, lag: 0 },
      { topic: 'orders', partition: 1, next: 1, end: 1, lag: 0 },
    ],
    resets: [],
  });
  cluster.send('orders', 1, view('d'));
  await caughtUp(4);
  expect(await ids()).toEqual(['a', 'b', 'c', 'd']);
  await consumer.close();
  expect(Object.fromEntries(cluster.committed)).toEqual({ 'orders/0': 2, 'orders/1': 2 });
  expect(consumer.status().state).toBe('stopped');
  expect(cluster.connected).toBe(0);
});

it('reads a partition though another one has messages all the time', async () => {
  cluster.answerHolds = 1;
  cluster.send('orders', 0, view('a'), view('b'), view('c'), view('d'));
  cluster.send('orders', 1, view('e'));
  start();
  await caughtUp(5);
  const order = (await store.rows('SELECT id FROM events ORDER BY seq')).map((row) => row['id']);
  expect(order.indexOf('e')).toBeLessThan(2);
});

it('goes on where the store ends, whatever Kafka was told', async () => {
  cluster.send('orders', 0, view('a'), view('b'));
  start();
  await caughtUp(2);
  await stop();
  cluster.committed.set('orders/0', 0);
  cluster.send('orders', 0, view('c'));
  await open();
  start();
  expect(await caughtUp(1)).toMatchObject({ messages: 1 });
  expect(log.status().duplicates).toBe(0);
  expect(await ids()).toEqual(['a', 'b', 'c']);
});

it('begins with what comes next when it is told to, and holds on to that', async () => {
  cluster.send('orders', 0, view('a'));
  start({ startFrom: 'latest' });
  await until(({ partitions }) => partitions.length === 2);
  await stop();
  cluster.send('orders', 0, view('b'));
  await open();
  start({ startFrom: 'latest' });
  await caughtUp(1);
  cluster.addPartition('orders');
  cluster.send('orders', 2, view('c'));
  await caughtUp(2);
  expect(await ids()).toEqual(['b', 'c']);
});

it('keeps what is no event among the dead letters with its place, and goes on', async () => {
  const tooLong = { ...view('x'), page: 'x'.repeat(40_000) };
  const registry = Buffer.from([0, 0, 0, 0, 7, 2]);
  cluster.send('orders', 1, '{"id', null, view('a'), registry, Buffer.from([0x22, 0xff, 0x22]), tooLong, { id: 'y' });
  start();
  await caughtUp(7);
  expect(await ids()).toEqual(['a']);
  const place = (offset: number): string => `(topic orders, partition 1, offset ${offset})`;
  expect(await reasons()).toEqual([
    `The message is not JSON. ${place(0)}`,
    `The message is empty. ${place(1)}`,
    `The message seems to be of a schema registry (Avro, Protobuf): plain JSON is needed. ${place(3)}`,
    `The message is not UTF-8. ${place(4)}`,
    expect.stringMatching(/^The message has 4\d+ bytes; 32768 is the most\. .*offset 5/),
    expect.stringContaining(place(6)),
  ]);
  expect(consumer.status()).toMatchObject({ rejected: 6 });
});

it('says that Kafka is away, tries again, and doubles nothing', async () => {
  cluster.fail('Connection to kafka:9092 failed.');
  start();
  await until(({ state }) => state === 'interrupted');
  expect(consumer.status()).toMatchObject({ problem: 'Connection to kafka:9092 failed.', partitions: [] });
  cluster.fail(undefined);
  cluster.send('orders', 0, view('a'));
  await caughtUp(1);
  cluster.fail('Connection to kafka:9092 failed.');
  await until(({ state }) => state === 'interrupted');
  cluster.fail(undefined);
  cluster.send('orders', 0, view('b'));
  await caughtUp(2);
  await until(({ state }) => state === 'reading');
  expect(consumer.status().problem).toBeUndefined();
  expect(heard.slice(0, 2)).toEqual([
    'interrupted: Connection to kafka:9092 failed.',
    'reading: orders (2 partitions)',
  ]);
  expect(log.status().duplicates).toBe(0);
});

it('says that a topic is missing, and reads it once it is there', async () => {
  start({ topics: 'clicks' });
  expect(await until(({ state }) => state === 'interrupted')).toMatchObject({ problem: 'Unknown topic clicks.' });
  cluster.create('clicks', 1);
  cluster.send('clicks', 0, view('a'));
  await caughtUp(1);
});

it('reads all of a topic that it has waited for, also when told to begin with what comes next', async () => {
  cluster.send('orders', 0, view('a'));
  start({ topics: 'orders,clicks', startFrom: 'latest' });
  await until(({ partitions, state }) => partitions.length === 2 && state === 'interrupted');
  cluster.create('clicks', 1);
  cluster.send('clicks', 0, view('b'));
  await caughtUp(1);
  expect(await ids()).toEqual(['b']);
});

it('reads other topics while one is missing, and says so', async () => {
  cluster.send('orders', 0, view('a'));
  start({ topics: 'clicks,orders' });
  await caughtUp(1);
  expect(await until(({ problem }) => problem !== undefined)).toMatchObject({
    state: 'interrupted',
    problem: 'Unknown topic clicks.',
  });
  cluster.create('clicks', 1);
  cluster.send('clicks', 0, view('b'));
  await caughtUp(2);
  expect(await until(({ state }) => state === 'reading')).not.toHaveProperty('problem');
});

it('reads other partitions while one has no leader, from the start or later on, and says which', async () => {
  cluster.orphan('orders', 1);
  cluster.send('orders', 0, view('a'));
  cluster.send('orders', 1, view('b'));
  start();
  expect(await until(({ messages, problem }) => messages === 1 && problem !== undefined)).toMatchObject({
    state: 'interrupted',
    problem:
      'Partition 1 of the topic "orders" has no leader: the brokers that hold it are down. Start them; it is read as soon as one has it.',
  });
  cluster.send('orders', 0, view('c'));
  await until(({ messages }) => messages === 2);
  expect(await ids()).toEqual(['a', 'c']);
  cluster.orphan('orders', 1, false);
  await caughtUp(3);
  expect(await until(({ state }) => state === 'reading')).not.toHaveProperty('problem');
  cluster.orphan('orders', 0);
  await until(({ problem }) => problem?.startsWith('Partition 0 of the topic "orders"') ?? false);
  cluster.send('orders', 1, view('d'));
  await until(({ messages }) => messages === 4);
  cluster.orphan('orders', 0, false);
  expect(await until(({ state }) => state === 'reading')).not.toHaveProperty('problem');
});

it('has a reason to tell for as long as it says that it is interrupted', async () => {
  const connect: KafkaConsumerOptions['connect'] = async () => {
    const client = await cluster.connect();
    const bounds: typeof client.bounds = async (...asked) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return client.bounds(...asked);
    };
    return { ...client, bounds };
  };
  cluster.orphan('orders', 1);
  cluster.send('orders', 1, view('a'));
  start({}, { connect });
  await until(({ state }) => state === 'interrupted');
  cluster.orphan('orders', 1, false);
  await until(({ state, problem, messages }) => {
    expect([state, problem]).not.toEqual(['interrupted', undefined]);
    return state === 'reading' && messages === 1;
  });
});

it('says what a broker may want that closes the connection without a word, unless it has let us in before', async () => {
  cluster.fail('Connection closed');
  start();
  const asks = 'Connection closed: the broker may speak TLS only (kafka.tls), or want a password (kafka.sasl).';
  expect(await until(({ problem }) => problem !== undefined)).toMatchObject({ problem: asks });
  cluster.fail(undefined);
  await until(({ state }) => state === 'reading');
  cluster.fail('Connection closed');
  expect(await until(({ problem }) => problem !== undefined)).toMatchObject({ problem: 'Connection closed.' });
  cluster.fail(undefined);
});

it('reads other partitions while one cannot be read, says so, and goes on with it once it can', async () => {
  cluster.spoil('orders', 1, 'Its messages are spoilt.');
  cluster.send('orders', 0, view('a'));
  cluster.send('orders', 1, view('b'));
  start();
  await until(({ messages, state }) => messages === 1 && state === 'interrupted');
  cluster.send('orders', 0, view('c'));
  expect(await until(({ messages }) => messages === 2)).toMatchObject({ problem: 'Its messages are spoilt.' });
  expect(await ids()).toEqual(['a', 'c']);
  cluster.spoil('orders', 1, undefined);
  await caughtUp(3);
  expect(await until(({ state }) => state === 'reading')).not.toHaveProperty('problem');
});

it('reads from other brokers while one cannot be reached, from the start, and says so', async () => {
  cluster.create('clicks', 1);
  cluster.move('clicks', 7);
  cluster.unreachable.add(7);
  cluster.send('orders', 0, view('a'));
  cluster.send('clicks', 0, view('b'));
  start({ topics: 'clicks,orders' });
  expect(await until(({ messages }) => messages === 1)).toMatchObject({
    state: 'interrupted',
    problem: 'Broker 7 cannot be reached.',
  });
  cluster.unreachable.clear();
  await caughtUp(2);
  expect(await until(({ state }) => state === 'reading')).not.toHaveProperty('problem');
});

it('says of a topic that was deleted beside another one that it is missing, and nothing of leaders', async () => {
  cluster.create('clicks', 1);
  start({ topics: 'clicks,orders' });
  await until(({ partitions }) => partitions.length === 3);
  cluster.remove('clicks');
  await until(({ state }) => state === 'interrupted');
  cluster.send('orders', 0, view('a'));
  expect(await until(({ messages }) => messages === 1)).toMatchObject({ problem: 'Unknown topic clicks.' });
});

it.each(['clicks', 'clicks,orders'])('tells no lag of a topic that was deleted unread, of %s', async (topics) => {
  cluster.create('clicks', 1);
  cluster.send('clicks', 0, view('a'), view('b'));
  cluster.spoil('clicks', 0, 'Its messages are spoilt.');
  start({ topics });
  await until(({ lag }) => lag === 2);
  cluster.remove('clicks');
  const { partitions } = await until(({ lag }) => lag === 0);
  expect(partitions.filter(({ topic }) => topic === 'clicks')).toEqual([]);
});

it('forgets what was wrong with a partition that its topic no longer has', async () => {
  cluster.spoil('orders', 1, 'Its messages are spoilt.');
  start();
  await until(({ state }) => state === 'interrupted');
  cluster.create('orders', 1);
  cluster.send('orders', 0, view('a'));
  await caughtUp(1);
  expect(await until(({ state }) => state === 'reading')).not.toHaveProperty('problem');
});

it('follows partitions to another broker', async () => {
  cluster.send('orders', 0, view('a'));
  start();
  await caughtUp(1);
  cluster.move('orders', 7);
  cluster.send('orders', 0, view('b'));
  await caughtUp(2);
  expect(await ids()).toEqual(['a', 'b']);
});

it('says that a partition is not where the cluster says, asks seldom, and reads on once it is there', async () => {
  cluster.create('clicks', 1);
  cluster.denied.add('clicks');
  cluster.send('orders', 0, view('a'));
  start({ topics: 'clicks,orders' }, { refreshMs: 5_000 });
  await until(({ messages, state }) => messages === 1 && state === 'interrupted');
  expect(consumer.status().problem).toBe(
    'Broker 1 does not have partition 0 of the topic "clicks", though the cluster says that it is there.',
  );
  expect(cluster.looks).toBeLessThan(10);
  cluster.denied.clear();
  cluster.send('clicks', 0, view('b'));
  await caughtUp(2);
  expect(await until(({ state }) => state === 'reading')).not.toHaveProperty('problem');
});

it('asks seldom for several of them, whenever each of them went', async () => {
  cluster.create('clicks', 1);
  cluster.denied.add('clicks');
  cluster.send('orders', 0, view('a'));
  start({ topics: 'clicks,orders' }, { refreshMs: 5_000 });
  await caughtUp(1);
  const before = cluster.looks;
  // Its first miss comes between two of the other.
  cluster.denied.add('orders');
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(cluster.looks - before).toBeGreaterThan(1);
  expect(cluster.looks - before).toBeLessThan(20);
});

it.each([
  ['earliest', ['a', 'c', 'd'], 2],
  ['latest', ['a', 'd'], 3],
] as const)('tells that messages were deleted unread, and goes on with the %s', async (whenLost, expected, to) => {
  cluster.send('orders', 0, view('a'));
  start({ whenLost });
  await caughtUp(1);
  await stop();
  cluster.send('orders', 0, view('b'), view('c'));
  cluster.expire('orders', 0, 2);
  await open();
  start({ whenLost });
  await until(({ resets }) => resets.length === 1);
  cluster.send('orders', 0, view('d'));
  await until(({ partitions }) => partitions[0]?.next === 4);
  expect(await ids()).toEqual(expected);
  expect(consumer.status().resets).toMatchObject([{ topic: 'orders', partition: 0, from: 1, to }]);
  expect(consumer.status().resets[0]?.reason).toContain(`${to - 1} offsets are skipped`);
  expect(heard.at(-2)).toContain('reset: orders, partition 0: Kafka deleted messages before they were read');
});

it('begins anew with a topic that was made anew while it ran, and reads all of it', async () => {
  cluster.send('orders', 0, view('a'), view('b'));
  start();
  await caughtUp(2);
  cluster.create('orders', 1);
  cluster.send('orders', 0, view('c'), view('d'), view('e'));
  await caughtUp(5);
  expect(await ids()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(consumer.status().resets).toMatchObject([{ partition: 0, from: 2, to: 0 }]);
  expect(consumer.status().partitions).toMatchObject([{ partition: 0, next: 3 }]);
  expect(await store.rows('SELECT partition FROM consumer_offsets')).toEqual([{ partition: 0 }]);
});

it('reads all of a topic that was made anew, also of partitions that have no leader at first', async () => {
  cluster.send('orders', 1, view('a'), view('b'));
  start();
  await caughtUp(2);
  cluster.create('orders', 2);
  cluster.orphan('orders', 1);
  cluster.send('orders', 0, view('c'));
  await until(({ messages }) => messages === 3);
  cluster.send('orders', 1, view('d'), view('e'), view('f'));
  cluster.orphan('orders', 1, false);
  await caughtUp(6);
  expect(await ids()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

it('tells that the end of a partition was lost', async () => {
  cluster.send('orders', 0, view('a'), view('b'), view('c'));
  start();
  await caughtUp(3);
  cluster.cut('orders', 0, 2);
  const { resets } = await until((status) => status.resets.length === 1);
  expect(resets[0]).toMatchObject({ from: 3, to: 0, reason: expect.stringContaining('ends at offset 1') });
  await until(({ partitions }) => partitions[0]?.next === 1);
  expect(log.status()).toMatchObject({ taken: 3, duplicates: 1 });
});

it('waits while the log has too much to write, and fetches nothing meanwhile', async () => {
  const real = log.appendFrom.bind(log);
  let full = 3;
  const appendFrom: EventLog['appendFrom'] = (...given) =>
    full-- > 0 ? Promise.reject(new OverloadedError('Full.', 0.01)) : real(...given);
  cluster.send('orders', 0, view('a'));
  start({}, { log: { store, appendFrom } });
  await until(({ waits }) => waits === 3);
  expect(cluster.fetches).toBe(1);
  await caughtUp(1);
  expect(await ids()).toEqual(['a']);
  expect(heard).toEqual(['reading: orders (2 partitions)']);
});

it('says that the disk is full, and goes on with the same messages when it is not', async () => {
  const { append } = store;
  start();
  await until(({ partitions }) => partitions.length === 2);
  Object.assign(store, { append: () => Promise.reject(new Error('IO Error: No space left on device')) });
  cluster.send('orders', 0, view('a'));
  expect(await until(({ state }) => state === 'interrupted')).toMatchObject({
    problem: expect.stringContaining('is full'),
    messages: 0,
  });
  Object.assign(store, { append });
  await caughtUp(1);
  await until(({ state }) => state === 'reading');
  expect(await ids()).toEqual(['a']);
});

it('tells that Kafka refuses to note how far it is, and reads on', async () => {
  const connect: KafkaConsumerOptions['connect'] = async () => ({
    ...(await cluster.connect()),
    commit: () => Promise.reject(new Error('The coordinator is not aware of this member.')),
  });
  cluster.send('orders', 0, view('a'));
  start({}, { connect });
  const { problem } = await until((status) => status.problem !== undefined);
  expect(problem).toContain('which only its own tools miss: The coordinator is not aware of this member.');
  expect(consumer.status().state).toBe('reading');
});

it('tells Kafka how far it is again and again, also after the clock was set back', async () => {
  cluster.send('orders', 0, view('a'));
  let now = Date.now();
  start({}, { commitMs: 50, now: () => now });
  await until(() => cluster.committed.get('orders/0') === 1);
  now -= 86_400_000;
  // As Kafka does when nothing comes for a week.
  cluster.committed.clear();
  await until(() => cluster.committed.get('orders/0') === 1);
});

it('follows the cluster though Kafka takes long to note how far it is', async () => {
  const connect: KafkaConsumerOptions['connect'] = async () => ({
    ...(await cluster.connect()),
    commit: () => new Promise(() => undefined),
  });
  cluster.send('orders', 0, view('a'));
  start({}, { connect });
  await caughtUp(1);
  cluster.addPartition('orders');
  cluster.send('orders', 2, view('b'));
  await caughtUp(2);
});

it('ends soon while a broker hangs, and asks it for nothing more', async () => {
  let commits = 0;
  const never = (): Promise<never> => new Promise(() => undefined);
  const connect: KafkaConsumerOptions['connect'] = async () => ({
    ...(await cluster.connect()),
    fetch: never,
    commit: () => {
      commits += 1;
      return never();
    },
  });
  start({}, { connect, commitMs: 60_000 });
  await until(({ state }) => state === 'reading');
  const began = performance.now();
  await consumer.close();
  expect(performance.now() - began).toBeLessThan(1_700);
  expect(commits).toBe(0);
});

it('tells why it cannot even begin', async () => {
  start({}, { connect: () => Promise.reject(new Error('kafka.tls.caFile cannot be read: no such file')) });
  expect(await until(({ state }) => state === 'interrupted')).toMatchObject({
    problem: 'kafka.tls.caFile cannot be read: no such file.',
  });
});
