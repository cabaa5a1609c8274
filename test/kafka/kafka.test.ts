import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import type { KafkaStatus } from '../../backend/src/contract';
import { trainedSample } from '../shared/trained-shop';
import { Broker, whyNoBroker } from './broker';
import { DataSource } from './data-source';
import { bundleReader, Reader, Shop } from './processes';
import { PASSWORD, USER, whyNoSecrets } from './secrets';

const reason = whyNoBroker();
const noSecrets = whyNoSecrets();
if (reason !== undefined) it.skip(`reads from a broker of Apache Kafka, which cannot be run here: ${reason}`, () => {});
else describe('with a broker of Apache Kafka', withBroker);

const view = (id: string): object => ({
  id,
  type: 'page_viewed',
  occurred_at: '2018-08-01T10:00:00Z',
  customer_id: 'ana',
});
const views = (name: string, from: number, to: number): object[] =>
  Array.from({ length: to - from }, (_, n) => view(`${name}${from + n}`));

/** Orders of a month: placed, paid, and every other one reviewed. */
const month = Array.from({ length: 120 }, (_, n) => {
  const own = { customer_id: `person${n % 70}`, order_id: `order${n}` };
  const day = `2018-07-${String(1 + (n % 31)).padStart(2, '0')}`;
  const item = { product_id: 'p1', seller_id: 's1', price: 10 + n / 100, freight_value: 5 };
  const address = { zip_prefix: '01000', city: 'são paulo', state: 'SP' };
  return [
    { ...own, ...address, id: `placed${n}`, type: 'order_placed', occurred_at: `${day}T10:00:00-03:00`, items: [item] },
    { ...own, id: `paid${n}`, type: 'order_paid', occurred_at: `${day}T11:00:00-03:00` },
    ...(n % 2 ? [{ ...own, id: `seen${n}`, type: 'order_reviewed', occurred_at: `${day}T12:00:00Z`, score: 4 }] : []),
  ];
}).flat();

function withBroker(): void {
  let broker: Broker;
  let shop: Shop;
  let folders: string[] = [];
  let readers: Reader[] = [];
  let topics = 0;

  beforeAll(async () => {
    await bundleReader();
    broker = await Broker.start(noSecrets === undefined);
    shop = new Shop(broker.address);
  });
  afterEach(async () => {
    await Promise.all(readers.map((reader) => reader.kill()));
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    [readers, folders] = [[], []];
  });
  afterAll(async () => {
    await shop?.close();
    await broker?.close();
  });

  const newTopic = async (partitions: number): Promise<string> => {
    const topic = `orders-${++topics}`;
    await shop.ask('create', { topic, partitions });
    return topic;
  };
  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'churnwatch-reader-'));
    folders.push(folder);
    return folder;
  };
  const read = (out: string, topic: string, more: object = {}): Reader => {
    const reader = new Reader(out, broker.address, topic, more);
    readers.push(reader);
    return reader;
  };
  /** Over a listener that asks who comes. */
  const signIn = (topic: string, mechanism: string, more: { caFile?: string; passwordFile?: string } = {}): Reader => {
    const { certificate, password } = broker.secrets!;
    const { caFile = certificate, passwordFile = password } = more;
    const sasl = { mechanism, username: USER, passwordFile };
    return read(newFolder(), topic, { brokers: broker.at('SIGNED'), tls: caFile === '' || { caFile }, sasl });
  };

  it('takes each event once, though the reader is killed midway', async () => {
    const topic = await newTopic(2);
    const out = newFolder();
    const first = read(out, topic, { groupId: 'shop' });
    await shop.send(topic, 0, ...views('a', 0, 100));
    await first.until(({ messages }) => messages >= 50);
    const sending = [shop.send(topic, 0, ...views('a', 100, 300)), shop.send(topic, 1, ...views('b', 0, 300))];
    await first.kill();
    const second = read(out, topic, { groupId: 'shop' });
    await Promise.all(sending);
    const { duplicates } = await second.until(({ lag, partitions }) => lag === 0 && total(partitions) === 600);
    // Kafka's own tools see the same, as soon as a broker that has just started keeps groups.
    const isCommitted = async (): Promise<boolean> => {
      const asked = shop.ask('committed', { group: 'shop' }).catch(() => []);
      const committed = (await asked) as [string, number][];
      return committed.length === 2 && committed.every(([, offset]) => offset === 300);
    };
    while (!(await isCommitted())) await new Promise((resolve) => setTimeout(resolve, 100));
    await second.stop();
    expect(duplicates).toBe(0);
    expect(await rowsOf(out, 'SELECT count(*), count(DISTINCT id) FROM events')).toEqual([['600', '600']]);
  });

  it('says that the broker is away, and goes on when it is back', async () => {
    const topic = await newTopic(1);
    const out = newFolder();
    const reader = read(out, topic);
    await shop.send(topic, 0, ...views('a', 0, 10));
    await reader.until(({ messages }) => messages === 10);
    await broker.kill();
    try {
      const { state } = await reader.until(({ problem }) => problem?.includes('nothing listens there') ?? false);
      expect(state).toBe('interrupted');
    } finally {
      broker.start();
    }
    await shop.send(topic, 0, ...views('a', 10, 20));
    const { duplicates } = await reader.until(({ messages, state }) => messages === 20 && state === 'reading');
    expect(duplicates).toBe(0);
    await reader.stop();
    expect(await rowsOf(out, 'SELECT count(*) FROM events')).toEqual([['20']]);
  });

  it('reads all partitions, whoever else joins its group', async () => {
    const topic = await newTopic(2);
    const out = newFolder();
    const reader = read(out, topic, { groupId: 'both' });
    await reader.until(({ partitions }) => partitions.length === 2);
    await shop.ask('join', { topic, group: 'both' });
    await shop.send(topic, 0, ...views('a', 0, 10));
    await shop.send(topic, 1, ...views('b', 0, 10));
    const { state } = await reader.until(({ messages, problem }) => messages === 20 && problem !== undefined);
    expect(state).toBe('reading');
    await shop.ask('leave');
    await reader.until(({ problem }) => problem === undefined);
    await reader.stop();
  });

  it('keeps what is no event with its place, and reads on', async () => {
    const topic = await newTopic(1);
    const out = newFolder();
    await shop.send(
      topic,
      0,
      view('a'),
      '{"id',
      null,
      { id: 'b' },
      { ...view('c'), page: 'x'.repeat(50_000) },
      view('d'),
    );
    const reader = read(out, topic);
    await reader.until(({ messages }) => messages === 6);
    await reader.stop();
    expect(await rowsOf(out, 'SELECT id FROM events ORDER BY id')).toEqual([['a'], ['d']]);
    const letters = await rowsOf(out, 'SELECT source, rejection, reason FROM dead_letters ORDER BY seq');
    expect(letters.map(([source, rejection]) => [source, rejection])).toEqual([
      [`kafka:${topic}`, 'invalid'],
      [`kafka:${topic}`, 'invalid'],
      [`kafka:${topic}`, 'invalid'],
      [`kafka:${topic}`, 'too_large'],
    ]);
    expect(letters[0]?.[2]).toBe(`The message is not JSON. (topic ${topic}, partition 0, offset 1)`);
  });

  it('tells what was deleted unread, and reads a topic that was made anew from its beginning', async () => {
    const topic = await newTopic(1);
    const out = newFolder();
    await shop.send(topic, 0, ...views('a', 0, 5));
    const first = read(out, topic);
    await first.until(({ messages }) => messages === 5);
    await first.stop();
    await shop.send(topic, 0, ...views('a', 5, 10));
    await shop.ask('expire', { topic, partition: 0, before: 8 });
    const second = read(out, topic);
    const { resets } = await second.until(({ messages }) => messages === 2);
    expect(resets).toMatchObject([{ from: 5, to: 8, reason: expect.stringContaining('3 offsets are skipped') }]);
    await shop.ask('remove', { topic });
    await second.until(({ state }) => state === 'interrupted');
    await shop.ask('create', { topic, partitions: 2 });
    await shop.send(topic, 0, ...views('b', 0, 12));
    await shop.send(topic, 1, ...views('c', 0, 1));
    const after = await second.until(({ messages }) => messages === 15);
    expect(after.resets[0]).toMatchObject({ from: 10, to: 0, reason: expect.stringContaining('made anew') });
    await second.stop();
    expect(await rowsOf(out, 'SELECT count(*), count(DISTINCT id) FROM events')).toEqual([['20', '20']]);
  });

  it('reads what is compressed, and nothing of transactions that were given up', async () => {
    const topics = await Promise.all(
      ['gzip', 'snappy', 'lz4'].map(async (compression) => {
        await shop.ask('create', { topic: compression, partitions: 1, compression });
        await shop.send(compression, 0, ...views(compression, 0, 50));
        return compression;
      }),
    );
    const kept = await newTopic(1);
    const texts = (name: string, count: number) => views(name, 0, count).map((one) => JSON.stringify(one));
    await shop.ask('transact', {
      topic: kept,
      transactions: [
        { good: false, values: texts('given-up', 3) },
        { good: true, values: texts('good', 2) },
        { good: false, values: texts('given-up-again', 1) },
      ],
    });
    const out = newFolder();
    const reader = read(out, [...topics, kept].join(','));
    const isDone = ({ messages, lag, partitions }: KafkaStatus) =>
      messages >= 152 && lag === 0 && partitions.length === 4;
    const { state } = await reader.until((status) => status.state === 'interrupted' || isDone(status));
    expect(state).toBe('reading');
    await reader.stop();
    expect(await rowsOf(out, `SELECT count(*), count(*) FILTER (WHERE starts_with(id, 'good')) FROM events`)).toEqual([
      ['152', '2'],
    ]);
  });

  it('says that a topic is missing and what to do, and reads another one meanwhile', async () => {
    const topic = await newTopic(1);
    await shop.send(topic, 0, view('a'));
    const reader = read(newFolder(), `${topic},nobody-made-it`);
    const { state, problem } = await reader.until(({ messages, problem: why }) => messages === 1 && why !== undefined);
    expect({ state, problem }).toEqual({
      state: 'interrupted',
      problem:
        'There is no topic "nobody-made-it" in this cluster: make it (reading makes none), or correct kafka.topics.',
    });
  });

  it('reads the partitions that have a leader, says which has none, and reads that one once it has', async () => {
    // A cluster of its own: topics of other tests would come to lie on the broker that goes down.
    const first = await Broker.start();
    const second = await Broker.beside(first);
    const twoBrokers = new Shop(first.address);
    try {
      const topic = 'half-gone';
      await assigned(twoBrokers, topic, [1, 2]);
      await twoBrokers.send(topic, 0, ...views('a', 0, 5));
      await twoBrokers.send(topic, 1, ...views('b', 0, 5));
      await second.kill();
      const reader = read(newFolder(), topic, { brokers: first.address });
      const isTold = (status: KafkaStatus) => status.problem?.includes('has no leader') ?? false;
      const { problem } = await reader.until((status) => isTold(status) && status.messages === 5);
      expect(problem).toBe(
        `Partition 1 of the topic "${topic}" has no leader: the brokers that hold it are down. Start them; it is read as soon as one has it.`,
      );
      second.start();
      const { duplicates } = await reader.until(({ messages, state }) => messages === 10 && state === 'reading');
      expect(duplicates).toBe(0);
    } finally {
      await twoBrokers.close();
      await Promise.all([first.close(), second.close()]);
    }
  });

  it('reads what zstd has compressed, or says which Node.js that needs', async () => {
    const [topic, other] = ['zstd', await newTopic(1)];
    await shop.ask('create', { topic, partitions: 1, compression: 'zstd' });
    await shop.send(topic, 0, ...views('z', 0, 5));
    await shop.send(other, 0, ...views('o', 0, 5));
    const reader = read(newFolder(), `${topic},${other}`);
    if (knowsZstd) await reader.until(({ messages }) => messages === 10);
    else {
      const { problem } = await reader.until(({ messages, problem: why }) => messages === 5 && why !== undefined);
      expect(problem).toContain(`zstd needs Node.js 22.15 or later, and this is ${process.versions.node}`);
    }
  });

  it('says that a batch takes too much room, reads others meanwhile, and goes on once it is deleted', async () => {
    const topic = await newTopic(2);
    await shop.send(topic, 0, view('before'));
    await shop.ask('swell', { topic, mebibytes: 40 });
    await shop.send(topic, 0, view('after'));
    await shop.send(topic, 1, view('other'));
    const reader = read(newFolder(), topic);
    const { problem } = await reader.until(({ messages, problem: why }) => messages === 2 && why !== undefined);
    expect(problem).toBe(
      `What partition 0 of ${topic} holds from offset 1 on cannot be read: it takes more than 32 MiB once it is unpacked, have producers send smaller batches.`,
    );
    await shop.ask('expire', { topic, partition: 0, before: 2 });
    await reader.until(({ messages, state }) => messages === 3 && state === 'reading');
  });

  const signsIn = 'signs in over TLS by password or certificate, and says why it cannot';
  if (noSecrets !== undefined) it.skip(`${signsIn} (skipped: ${noSecrets})`, () => {});
  else
    it(signsIn, async () => {
      const topic = await newTopic(1);
      await shop.send(topic, 0, view('a'));
      const { certificate: certFile, key: keyFile, wrongPassword } = broker.secrets!;
      const mutual = { brokers: broker.at('MUTUAL'), tls: { caFile: certFile, certFile, keyFile } };
      const welcome = [
        ...['plain', 'scram-sha-256', 'scram-sha-512'].map((mechanism) => signIn(topic, mechanism)),
        read(newFolder(), topic, mutual),
      ];
      const turnedAway = [
        [signIn(topic, 'plain', { passwordFile: wrongPassword }), 'uthentication failed'],
        [signIn(topic, 'scram-sha-512', { passwordFile: wrongPassword }), 'uthentication failed'],
        [signIn(topic, 'plain', { caFile: '' }), 'its certificate is not trusted: see kafka.tls.caFile'],
        [
          read(newFolder(), topic, { ...mutual, tls: { caFile: certFile } }),
          /asks? for a certificate of its clients: name ours as kafka\.tls\.certFile/,
        ],
        [read(newFolder(), topic, { brokers: broker.at('SIGNED') }), 'the broker may speak TLS only (kafka.tls)'],
      ] as const;
      for (const reader of welcome) await reader.until(({ messages, state }) => messages === 1 && state === 'reading');
      for (const [reader, reason] of turnedAway) {
        const { problem, messages } = await reader.until((status) => status.problem !== undefined);
        const isReason = reason instanceof RegExp ? expect.stringMatching(reason) : expect.stringContaining(reason);
        expect({ problem, messages }).toEqual({ problem: isReason, messages: 0 });
      }
      writeFileSync(wrongPassword, PASSWORD);
      await turnedAway[0][0].until(({ messages, state }) => messages === 1 && state === 'reading');
    });

  // Kafka's numbers of what a rule is about: to see that a topic is there, and to read it.
  const [DESCRIBE, READ] = [8, 3];
  const mayNot =
    'says which topic it may not read and what to do, reads another one meanwhile, and that one once it may';
  if (noSecrets !== undefined) it.skip(`${mayNot} (skipped: ${noSecrets})`, () => {});
  else
    it.each([
      ['see', DESCRIBE],
      ['read', READ],
    ])(`${mayNot}: forbidden to %s`, async (_, operation) => {
      const [secret, open] = [await newTopic(1), await newTopic(1)];
      await shop.ask('forbid', { topic: secret, user: USER, operation });
      await shop.send(secret, 0, view('s'));
      await shop.send(open, 0, view('o'));
      const reader = signIn(`${secret},${open}`, 'scram-sha-512');
      const { problem } = await reader.until(({ messages, problem: why }) => messages === 1 && why !== undefined);
      expect(problem).toBe(`The topic "${secret}" may not be read by this user: allow Read and Describe on it.`);
      await shop.ask('allow', { topic: secret, user: USER });
      await reader.until(({ messages, problem: why }) => messages === 2 && why === undefined);
    });

  it('is read by the plugin that Grafana starts, as the settings of its data source say', async () => {
    const topic = await newTopic(2);
    const placed = month.filter(({ type }) => type === 'order_placed').slice(0, 20);
    await shop.send(topic, 1, ...placed);
    const warehouseFolder = newFolder();
    cpSync(await trainedSample(), warehouseFolder, { recursive: true });
    const guarded = broker.secrets && {
      brokers: broker.at('SIGNED'),
      tls: { caFile: broker.secrets.certificate },
      sasl: { mechanism: 'scram-sha-512', username: USER },
    };
    const source = await DataSource.start({
      jsonData: { warehouseFolder, kafka: { brokers: broker.address, topics: topic, ...guarded } },
      secureJsonData: { kafkaPassword: PASSWORD },
    });
    try {
      const { kafka } = await source.until((status) => status.kafka?.messages === placed.length);
      expect(kafka).toMatchObject({ state: 'reading', rejected: 0, lag: 0 });
      expect((await source.health()).message).toContain('Kafka is read, nothing behind.');
      expect(await source.metrics()).toMatch(/^churnwatch_kafka_messages_total\{.*outcome="taken".*\} 20$/m);
    } finally {
      await source.close();
    }
    expect(await rowsOf(warehouseFolder, `SELECT count(*) FROM events WHERE source = 'kafka:${topic}'`)).toEqual([
      ['20'],
    ]);
  });

  it('ends with the same events as REST does', async () => {
    const topic = await newTopic(3);
    const [kafka, rest] = [newFolder(), newFolder()];
    const reader = read(kafka, topic);
    for (let from = 0; from < month.length; from += 50) {
      await shop.send(topic, (from / 50) % 3, ...month.slice(from, from + 50));
    }
    await reader.until(({ messages }) => messages === month.length);
    await reader.stop();
    const other = read(rest, await newTopic(1));
    other.append(month);
    await other.until(({ taken }) => taken === month.length);
    await other.stop();
    const all = 'SELECT id, type, customer_id, order_id, occurred_at, body FROM events ORDER BY id';
    const rows = await rowsOf(kafka, all);
    expect(rows).toHaveLength(month.length);
    expect(rows).toEqual(await rowsOf(rest, all));
  });
}

/** Makes a topic of which each partition is on one broker alone; the brokers have to know each other first. */
async function assigned(shop: Shop, topic: string, brokers: number[]): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await shop.ask('assign', { topic, brokers });
      return;
    } catch (error) {
      if (tries === 60) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

const knowsZstd = 'zstdDecompressSync' in zlib;

const total = (partitions: readonly { next: number }[]): number => partitions.reduce((sum, { next }) => sum + next, 0);

async function rowsOf(out: string, sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(join(out, 'events', 'events.duckdb'), { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowsJson();
  connection.closeSync();
  instance.closeSync();
  return rows;
}
