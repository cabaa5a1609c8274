import { OverloadedError, type EventLog } from '../log';
import type { KafkaConsumerOptions } from './consumer';
import { benchOfConsumer, view } from './testing/bench';

const bench = benchOfConsumer();
const { start, stop, open, until, caughtUp, ids, reasons } = bench;

it('reads all partitions, and tells how far it has come', async () => {
  bench.cluster.send('orders', 0, view('a'), view('b'));
  bench.cluster.send('orders', 1, view('c'));
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
  bench.cluster.send('orders', 1, view('d'));
  await caughtUp(4);
  expect(await ids()).toEqual(['a', 'b', 'c', 'd']);
  await bench.consumer.close();
  expect(Object.fromEntries(bench.cluster.committed)).toEqual({ 'orders/0': 2, 'orders/1': 2 });
  expect(bench.consumer.status().state).toBe('stopped');
  expect(bench.cluster.connected).toBe(0);
});

it('reads a partition though another one has messages all the time', async () => {
  bench.cluster.answerHolds = 1;
  bench.cluster.send('orders', 0, view('a'), view('b'), view('c'), view('d'));
  bench.cluster.send('orders', 1, view('e'));
  start();
  await caughtUp(5);
  const order = (await bench.store.rows('SELECT id FROM events ORDER BY seq')).map((row) => row['id']);
  expect(order.indexOf('e')).toBeLessThan(2);
});

it('goes on where the store ends, whatever Kafka was told', async () => {
  bench.cluster.send('orders', 0, view('a'), view('b'));
  start();
  await caughtUp(2);
  await stop();
  bench.cluster.committed.set('orders/0', 0);
  bench.cluster.send('orders', 0, view('c'));
  await open();
  start();
  expect(await caughtUp(1)).toMatchObject({ messages: 1 });
  expect(bench.log.status().duplicates).toBe(0);
  expect(await ids()).toEqual(['a', 'b', 'c']);
});

it('begins with what comes next when it is told to, and holds on to that', async () => {
  bench.cluster.send('orders', 0, view('a'));
  start({ startFrom: 'latest' });
  await until(({ partitions }) => partitions.length === 2);
  await stop();
  bench.cluster.send('orders', 0, view('b'));
  await open();
  start({ startFrom: 'latest' });
  await caughtUp(1);
  bench.cluster.addPartition('orders');
  bench.cluster.send('orders', 2, view('c'));
  await caughtUp(2);
  expect(await ids()).toEqual(['b', 'c']);
});

it('keeps what is no event among the dead letters with its place, and goes on', async () => {
  const tooLong = { ...view('x'), page: 'x'.repeat(40_000) };
  const registry = Buffer.from([0, 0, 0, 0, 7, 2]);
  bench.cluster.send('orders', 1, '{"id', null, view('a'), registry, Buffer.from([0x22, 0xff, 0x22]), tooLong, {
    id: 'y',
  });
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
  expect(bench.consumer.status()).toMatchObject({ rejected: 6 });
});

it('follows partitions to another broker', async () => {
  bench.cluster.send('orders', 0, view('a'));
  start();
  await caughtUp(1);
  bench.cluster.move('orders', 7);
  bench.cluster.send('orders', 0, view('b'));
  await caughtUp(2);
  expect(await ids()).toEqual(['a', 'b']);
});

it('waits while the log has too much to write, and fetches nothing meanwhile', async () => {
  const real = bench.log.appendFrom.bind(bench.log);
  let full = 3;
  const appendFrom: EventLog['appendFrom'] = (...given) =>
    full-- > 0 ? Promise.reject(new OverloadedError('Full.', 0.01)) : real(...given);
  bench.cluster.send('orders', 0, view('a'));
  start({}, { log: { store: bench.store, appendFrom } });
  await until(({ waits }) => waits === 3);
  expect(bench.cluster.fetches).toBe(1);
  await caughtUp(1);
  expect(await ids()).toEqual(['a']);
  expect(bench.heard).toEqual(['reading: orders (2 partitions)']);
});

it('says that the disk is full, and goes on with the same messages when it is not', async () => {
  const { append } = bench.store;
  start();
  await until(({ partitions }) => partitions.length === 2);
  Object.assign(bench.store, { append: () => Promise.reject(new Error('IO Error: No space left on device')) });
  bench.cluster.send('orders', 0, view('a'));
  expect(await until(({ state }) => state === 'interrupted')).toMatchObject({
    problem: expect.stringContaining('is full'),
    messages: 0,
  });
  Object.assign(bench.store, { append });
  await caughtUp(1);
  await until(({ state }) => state === 'reading');
  expect(await ids()).toEqual(['a']);
});

it('tells that Kafka refuses to note how far it is, and reads on', async () => {
  const connect: KafkaConsumerOptions['connect'] = async () => ({
    ...(await bench.cluster.connect()),
    commit: () => Promise.reject(new Error('The coordinator is not aware of this member.')),
  });
  bench.cluster.send('orders', 0, view('a'));
  start({}, { connect });
  const { problem } = await until((status) => status.problem !== undefined);
  expect(problem).toContain('which only its own tools miss: The coordinator is not aware of this member.');
  expect(bench.consumer.status().state).toBe('reading');
});

it('tells Kafka how far it is again and again, also after the clock was set back', async () => {
  bench.cluster.send('orders', 0, view('a'));
  let now = Date.now();
  start({}, { commitMs: 50, now: () => now });
  await until(() => bench.cluster.committed.get('orders/0') === 1);
  now -= 86_400_000;
  // As Kafka does when nothing comes for a week.
  bench.cluster.committed.clear();
  await until(() => bench.cluster.committed.get('orders/0') === 1);
});

it('follows the cluster though Kafka takes long to note how far it is', async () => {
  const connect: KafkaConsumerOptions['connect'] = async () => ({
    ...(await bench.cluster.connect()),
    commit: () => new Promise(() => undefined),
  });
  bench.cluster.send('orders', 0, view('a'));
  start({}, { connect });
  await caughtUp(1);
  bench.cluster.addPartition('orders');
  bench.cluster.send('orders', 2, view('b'));
  await caughtUp(2);
});

it('ends while a broker hangs, and asks it for nothing more', async () => {
  let commits = 0;
  const never = (): Promise<never> => new Promise(() => undefined);
  const connect: KafkaConsumerOptions['connect'] = async () => ({
    ...(await bench.cluster.connect()),
    fetch: never,
    commit: () => {
      commits += 1;
      return never();
    },
  });
  start({}, { connect, commitMs: 60_000 });
  await until(({ state }) => state === 'reading');
  await bench.consumer.close();
  expect(commits).toBe(0);
});
