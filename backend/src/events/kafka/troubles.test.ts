import type { KafkaConsumerOptions } from './consumer';
import { benchOfConsumer, view } from './testing/bench';

const bench = benchOfConsumer();
const { start, until, caughtUp, ids } = bench;

it('says that Kafka is away, tries again, and doubles nothing', async () => {
  bench.cluster.fail('Connection to kafka:9092 failed.');
  start();
  await until(({ state }) => state === 'interrupted');
  expect(bench.consumer.status()).toMatchObject({ problem: 'Connection to kafka:9092 failed.', partitions: [] });
  bench.cluster.fail(undefined);
  bench.cluster.send('orders', 0, view('a'));
  await caughtUp(1);
  bench.cluster.fail('Connection to kafka:9092 failed.');
  await until(({ state }) => state === 'interrupted');
  bench.cluster.fail(undefined);
  bench.cluster.send('orders', 0, view('b'));
  await caughtUp(2);
  await until(({ state }) => state === 'reading');
  expect(bench.consumer.status().problem).toBeUndefined();
  expect(bench.heard.slice(0, 2)).toEqual([
    'interrupted: Connection to kafka:9092 failed.',
    'reading: orders (2 partitions)',
  ]);
  expect(bench.log.status().duplicates).toBe(0);
});

it('says that a topic is missing, and reads it once it is there', async () => {
  start({ topics: 'clicks' });
  expect(await until(({ state }) => state === 'interrupted')).toMatchObject({ problem: 'Unknown topic clicks.' });
  bench.cluster.create('clicks', 1);
  bench.cluster.send('clicks', 0, view('a'));
  await caughtUp(1);
});

it('reads all of a topic that it has waited for, also when told to begin with what comes next', async () => {
  bench.cluster.send('orders', 0, view('a'));
  start({ topics: 'orders,clicks', startFrom: 'latest' });
  await until(({ partitions, state }) => partitions.length === 2 && state === 'interrupted');
  bench.cluster.create('clicks', 1);
  bench.cluster.send('clicks', 0, view('b'));
  await caughtUp(1);
  expect(await ids()).toEqual(['b']);
});

it('reads other topics while one is missing, and says so', async () => {
  bench.cluster.send('orders', 0, view('a'));
  start({ topics: 'clicks,orders' });
  await caughtUp(1);
  expect(await until(({ problem }) => problem !== undefined)).toMatchObject({
    state: 'interrupted',
    problem: 'Unknown topic clicks.',
  });
  bench.cluster.create('clicks', 1);
  bench.cluster.send('clicks', 0, view('b'));
  await caughtUp(2);
  expect(await until(({ state }) => state === 'reading')).not.toHaveProperty('problem');
});

it('reads other partitions while one has no leader, from the start or later on, and says which', async () => {
  bench.cluster.orphan('orders', 1);
  bench.cluster.send('orders', 0, view('a'));
  bench.cluster.send('orders', 1, view('b'));
  start();
  expect(await until(({ messages, problem }) => messages === 1 && problem !== undefined)).toMatchObject({
    state: 'interrupted',
    problem:
      'Partition 1 of the topic "orders" has no leader: the brokers that hold it are down. Start them; it is read as soon as one has it.',
  });
  bench.cluster.send('orders', 0, view('c'));
  await until(({ messages }) => messages === 2);
  expect(await ids()).toEqual(['a', 'c']);
  bench.cluster.orphan('orders', 1, false);
  await caughtUp(3);
  expect(await until(({ state }) => state === 'reading')).not.toHaveProperty('problem');
  bench.cluster.orphan('orders', 0);
  await until(({ problem }) => problem?.startsWith('Partition 0 of the topic "orders"') ?? false);
  bench.cluster.send('orders', 1, view('d'));
  await until(({ messages }) => messages === 4);
  bench.cluster.orphan('orders', 0, false);
  expect(await until(({ state }) => state === 'reading')).not.toHaveProperty('problem');
});

it('has a reason to tell for as long as it says that it is interrupted', async () => {
  const connect: KafkaConsumerOptions['connect'] = async () => {
    const client = await bench.cluster.connect();
    const bounds: typeof client.bounds = async (...asked) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return client.bounds(...asked);
    };
    return { ...client, bounds };
  };
  bench.cluster.orphan('orders', 1);
  bench.cluster.send('orders', 1, view('a'));
  start({}, { connect });
  await until(({ state }) => state === 'interrupted');
  bench.cluster.orphan('orders', 1, false);
  await until(({ state, problem, messages }) => {
    expect([state, problem]).not.toEqual(['interrupted', undefined]);
    return state === 'reading' && messages === 1;
  });
});

it('says what a broker may want that closes the connection without a word, unless it has let us in before', async () => {
  bench.cluster.fail('Connection closed');
  start();
  const asks = 'Connection closed: the broker may speak TLS only (kafka.tls), or want a password (kafka.sasl).';
  expect(await until(({ problem }) => problem !== undefined)).toMatchObject({ problem: asks });
  bench.cluster.fail(undefined);
  await until(({ state }) => state === 'reading');
  bench.cluster.fail('Connection closed');
  expect(await until(({ problem }) => problem !== undefined)).toMatchObject({ problem: 'Connection closed.' });
  bench.cluster.fail(undefined);
});

it('reads other partitions while one cannot be read, says so, and goes on with it once it can', async () => {
  bench.cluster.spoil('orders', 1, 'Its messages are spoilt.');
  bench.cluster.send('orders', 0, view('a'));
  bench.cluster.send('orders', 1, view('b'));
  start();
  await until(({ messages, state }) => messages === 1 && state === 'interrupted');
  bench.cluster.send('orders', 0, view('c'));
  expect(await until(({ messages }) => messages === 2)).toMatchObject({ problem: 'Its messages are spoilt.' });
  expect(await ids()).toEqual(['a', 'c']);
  bench.cluster.spoil('orders', 1, undefined);
  await caughtUp(3);
  expect(await until(({ state }) => state === 'reading')).not.toHaveProperty('problem');
});

it('reads from other brokers while one cannot be reached, from the start, and says so', async () => {
  bench.cluster.create('clicks', 1);
  bench.cluster.move('clicks', 7);
  bench.cluster.unreachable.add(7);
  bench.cluster.send('orders', 0, view('a'));
  bench.cluster.send('clicks', 0, view('b'));
  start({ topics: 'clicks,orders' });
  expect(await until(({ messages }) => messages === 1)).toMatchObject({
    state: 'interrupted',
    problem: 'Broker 7 cannot be reached.',
  });
  bench.cluster.unreachable.clear();
  await caughtUp(2);
  expect(await until(({ state }) => state === 'reading')).not.toHaveProperty('problem');
});

it('says of a topic that was deleted beside another one that it is missing, and nothing of leaders', async () => {
  bench.cluster.create('clicks', 1);
  start({ topics: 'clicks,orders' });
  await until(({ partitions }) => partitions.length === 3);
  bench.cluster.remove('clicks');
  await until(({ state }) => state === 'interrupted');
  bench.cluster.send('orders', 0, view('a'));
  expect(await until(({ messages }) => messages === 1)).toMatchObject({ problem: 'Unknown topic clicks.' });
});

it.each(['clicks', 'clicks,orders'])('tells no lag of a topic that was deleted unread, of %s', async (topics) => {
  bench.cluster.create('clicks', 1);
  bench.cluster.send('clicks', 0, view('a'), view('b'));
  bench.cluster.spoil('clicks', 0, 'Its messages are spoilt.');
  start({ topics });
  await until(({ lag }) => lag === 2);
  bench.cluster.remove('clicks');
  const { partitions } = await until(({ lag }) => lag === 0);
  expect(partitions.filter(({ topic }) => topic === 'clicks')).toEqual([]);
});

it('forgets what was wrong with a partition that its topic no longer has', async () => {
  bench.cluster.spoil('orders', 1, 'Its messages are spoilt.');
  start();
  await until(({ state }) => state === 'interrupted');
  bench.cluster.create('orders', 1);
  bench.cluster.send('orders', 0, view('a'));
  await caughtUp(1);
  expect(await until(({ state }) => state === 'reading')).not.toHaveProperty('problem');
});

it('says that a partition is not where the cluster says, asks seldom, and reads on once it is there', async () => {
  bench.cluster.create('clicks', 1);
  bench.cluster.denied.add('clicks');
  bench.cluster.send('orders', 0, view('a'));
  start({ topics: 'clicks,orders' }, { refreshMs: 5_000 });
  await until(({ messages, state }) => messages === 1 && state === 'interrupted');
  expect(bench.consumer.status().problem).toBe(
    'Broker 1 does not have partition 0 of the topic "clicks", though the cluster says that it is there.',
  );
  expect(bench.cluster.looks).toBeLessThan(10);
  bench.cluster.denied.clear();
  bench.cluster.send('clicks', 0, view('b'));
  await caughtUp(2);
  expect(await until(({ state }) => state === 'reading')).not.toHaveProperty('problem');
});

it('asks seldom for several of them, whenever each of them went', async () => {
  bench.cluster.create('clicks', 1);
  bench.cluster.denied.add('clicks');
  bench.cluster.send('orders', 0, view('a'));
  start({ topics: 'clicks,orders' }, { refreshMs: 5_000 });
  await caughtUp(1);
  const before = bench.cluster.looks;
  // Its first miss comes between two of the other.
  bench.cluster.denied.add('orders');
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(bench.cluster.looks - before).toBeGreaterThan(1);
  expect(bench.cluster.looks - before).toBeLessThan(20);
});

it('tells why it cannot even begin', async () => {
  start({}, { connect: () => Promise.reject(new Error('kafka.tls.caFile cannot be read: no such file')) });
  expect(await until(({ state }) => state === 'interrupted')).toMatchObject({
    problem: 'kafka.tls.caFile cannot be read: no such file.',
  });
});
