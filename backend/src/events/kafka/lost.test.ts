import { benchOfConsumer, view } from './testing/bench';

const bench = benchOfConsumer();
const { start, stop, open, until, caughtUp, ids } = bench;

it.each([
  ['earliest', ['a', 'c', 'd'], 2],
  ['latest', ['a', 'd'], 3],
] as const)('tells that messages were deleted unread, and goes on with the %s', async (whenLost, expected, to) => {
  bench.cluster.send('orders', 0, view('a'));
  start({ whenLost });
  await caughtUp(1);
  await stop();
  bench.cluster.send('orders', 0, view('b'), view('c'));
  bench.cluster.expire('orders', 0, 2);
  await open();
  start({ whenLost });
  await until(({ resets }) => resets.length === 1);
  bench.cluster.send('orders', 0, view('d'));
  await until(({ partitions }) => partitions[0]?.next === 4);
  expect(await ids()).toEqual(expected);
  expect(bench.consumer.status().resets).toMatchObject([{ topic: 'orders', partition: 0, from: 1, to }]);
  expect(bench.consumer.status().resets[0]?.reason).toContain(`${to - 1} offsets are skipped`);
  expect(bench.heard.at(-2)).toContain('reset: orders, partition 0: Kafka deleted messages before they were read');
});

it('begins anew with a topic that was made anew while it ran, and reads all of it', async () => {
  bench.cluster.send('orders', 0, view('a'), view('b'));
  start();
  await caughtUp(2);
  bench.cluster.create('orders', 1);
  bench.cluster.send('orders', 0, view('c'), view('d'), view('e'));
  await caughtUp(5);
  expect(await ids()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(bench.consumer.status().resets).toMatchObject([{ partition: 0, from: 2, to: 0 }]);
  expect(bench.consumer.status().partitions).toMatchObject([{ partition: 0, next: 3 }]);
  expect(await bench.store.rows('SELECT partition FROM consumer_offsets')).toEqual([{ partition: 0 }]);
});

it('reads all of a topic that was made anew, also of partitions that have no leader at first', async () => {
  bench.cluster.send('orders', 1, view('a'), view('b'));
  start();
  await caughtUp(2);
  bench.cluster.create('orders', 2);
  bench.cluster.orphan('orders', 1);
  bench.cluster.send('orders', 0, view('c'));
  await until(({ messages }) => messages === 3);
  bench.cluster.send('orders', 1, view('d'), view('e'), view('f'));
  bench.cluster.orphan('orders', 1, false);
  await caughtUp(6);
  expect(await ids()).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

it('tells that the end of a partition was lost', async () => {
  bench.cluster.send('orders', 0, view('a'), view('b'), view('c'));
  start();
  await caughtUp(3);
  bench.cluster.cut('orders', 0, 2);
  const { resets } = await until((status) => status.resets.length === 1);
  expect(resets[0]).toMatchObject({ from: 3, to: 0, reason: expect.stringContaining('ends at offset 1') });
  await until(({ partitions }) => partitions[0]?.next === 1);
  expect(bench.log.status()).toMatchObject({ taken: 3, duplicates: 1 });
});
