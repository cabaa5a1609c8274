import { fork } from 'node:child_process';
import { mkdtemp, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { openEventStore, storeFile, type EventStore, type Statements } from './store';

const INSERT = `INSERT INTO events (id, type, occurred_at, received_at, source, body)
  VALUES ($id, 'page_viewed', '2018-01-01', '2018-01-01', 'test', '{}')`;
const COUNT = 'SELECT count(*) AS events FROM events';

let out: string;
let store: EventStore;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'churnwatch-store-'));
  store = await openEventStore(out);
});
afterEach(async () => {
  await store.close();
  await rm(out, { recursive: true, force: true });
});

const add = (id: string): Promise<void> => store.transaction((statements) => statements.run(INSERT, { id }));

it('keeps what was committed, also when it is opened again', async () => {
  await add('a');
  await store.close();
  store = await openEventStore(out);
  await add('b');
  expect(await store.rows('SELECT id, seq FROM events ORDER BY seq')).toEqual([
    { id: 'a', seq: 1 },
    { id: 'b', seq: 2 },
  ]);
});

it('keeps nothing of work that fails', async () => {
  const failing = store.transaction(async (statements) => {
    await statements.run(INSERT, { id: 'a' });
    throw new Error('stop');
  });
  await expect(failing).rejects.toThrow('stop');
  await add('b');
  expect(await store.rows('SELECT id FROM events')).toEqual([{ id: 'b' }]);
});

it('runs one transaction at a time, in the order of asking', async () => {
  const order: string[] = [];
  const work = (name: string) =>
    store.transaction(async (statements) => {
      order.push(`${name} begins`);
      await statements.run(INSERT, { id: name });
      order.push(`${name} ends`);
    });
  await Promise.all([work('a'), work('b')]);
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

it('appends beside a transaction that is under way, one append at a time', async () => {
  const order: string[] = [];
  const append = (id: string) =>
    store.append(async (statements) => {
      order.push(`${id} begins`);
      await statements.run(INSERT, { id });
      order.push(`${id} ends`);
    });
  await store.transaction(async (statements) => {
    await statements.run(INSERT, { id: 'long' });
    await Promise.all([append('a'), append('b')]);
    expect(await store.rows(COUNT)).toEqual([{ events: 2 }]);
  });
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  expect(await store.rows(COUNT)).toEqual([{ events: 3 }]);
});

describe('the write-ahead log', () => {
  const size = async (): Promise<number> => {
    const found = await stat(`${storeFile(out)}.wal`).catch(() => undefined);
    return found?.size ?? 0;
  };

  it('comes into the file once it is large enough', async () => {
    await add('a');
    const before = await size();
    expect(before).toBeGreaterThan(0);
    await store.checkpoint(before);
    expect(await size()).toBe(before);
    await store.checkpoint(before - 1);
    expect(await size()).toBe(0);
    await store.checkpoint(0);
    await add('b');
    expect(await store.rows(COUNT)).toEqual([{ events: 2 }]);
  });

  it('waits for who writes, and they for it', async () => {
    const order: string[] = [];
    const work = (name: string) => async (statements: Statements) => {
      await statements.run(INSERT, { id: name });
      order.push(name);
    };
    await add('first');
    await Promise.all([
      store.transaction(work('one')),
      store.append(work('beside')),
      store.checkpoint(0).then(() => order.push('checkpoint')),
      store.transaction(work('other')),
      store.rows(COUNT),
    ]);
    expect(order.indexOf('checkpoint')).toBeGreaterThan(order.indexOf('one'));
    expect(order.indexOf('checkpoint')).toBeGreaterThan(order.indexOf('beside'));
    expect(await store.rows(COUNT)).toEqual([{ events: 4 }]);
  });
});

it('keeps nothing of an append that fails', async () => {
  const failing = store.append(async (statements) => {
    await statements.run(INSERT, { id: 'a' });
    throw new Error('stop');
  });
  await expect(failing).rejects.toThrow('stop');
  await store.append((statements) => statements.run(INSERT, { id: 'b' }));
  expect(await store.rows('SELECT id FROM events')).toEqual([{ id: 'b' }]);
});

it('sees rows that came after the same was asked of an empty table', async () => {
  const ask = () => store.rows(`SELECT id FROM events WHERE type = 'page_viewed'`);
  expect(await ask()).toEqual([]);
  await add('a');
  expect(await ask()).toEqual([{ id: 'a' }]);
});

it('shows readers only what is committed', async () => {
  let seen: unknown;
  await store.transaction(async (statements) => {
    await statements.run(INSERT, { id: 'a' });
    [seen] = await store.rows(COUNT);
  });
  expect(seen).toEqual({ events: 0 });
  expect(await store.rows(COUNT)).toEqual([{ events: 1 }]);
});

it('copies what is committed into a file of its own', async () => {
  await add('a');
  const copy = join(out, 'copy.duckdb');
  await store.copyTo(copy);
  await add('b');
  const instance = await DuckDBInstance.create(copy, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  expect((await connection.runAndReadAll('SELECT id FROM events')).getRowsJson()).toEqual([['a']]);
  connection.closeSync();
  instance.closeSync();
});

it('waits with closing for what is asked, and answers nothing afterwards', async () => {
  await store.transaction((statements) =>
    statements.run(`INSERT INTO events (id, type, occurred_at, received_at, source, body)
      SELECT 'e' || i, 'page_viewed', now(), now(), 'shop', '{}' FROM range(20000) AS numbers(i)`),
  );
  const asked = Array.from({ length: 20 }, () => store.rows('SELECT max(length(id || body)) AS longest FROM events'));
  await store.close();
  expect(await Promise.all(asked)).toEqual(Array(20).fill([{ longest: 8 }]));
  await expect(store.rows(COUNT)).rejects.toThrow('closed');
  store = await openEventStore(out);
});

it('refuses to be opened twice by one process, until it is closed', async () => {
  await expect(openEventStore(out)).rejects.toMatchObject({ code: 'busy' });
  await store.close();
  store = await openEventStore(out);
  await add('a');
});

it('refuses a second process, and says what to do', async () => {
  const program = join(out, 'hold.mjs');
  const held = await mkdtemp(join(tmpdir(), 'churnwatch-held-'));
  const second = join(held, 'events', 'events.duckdb');
  await (await openEventStore(held)).close();
  const api = require.resolve('@duckdb/node-api');
  await writeFile(
    program,
    `import api from ${JSON.stringify(api)};
     const instance = await api.DuckDBInstance.create(${JSON.stringify(second)});
     process.send('held');
     process.on('message', () => { instance.closeSync(); process.exit(0); });`,
  );
  const child = fork(program);
  await new Promise((resolve) => child.once('message', resolve));
  await expect(openEventStore(held)).rejects.toMatchObject({ code: 'busy', message: expect.stringContaining(second) });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.send('end');
  await ended;
  await rm(held, { recursive: true, force: true });
});

it.each([
  [
    'is no database',
    () => writeFile(storeFile(out), 'not a database at all, but long enough to be looked at'.repeat(100)),
  ],
  ['was cut off', () => truncate(storeFile(out), 8_000)],
])('refuses a file that %s', async (_, damage) => {
  await store.close();
  await damage();
  await expect(openEventStore(out)).rejects.toMatchObject({ code: 'corrupt' });
  await rm(join(out, 'events'), { recursive: true });
  store = await openEventStore(out);
});

it('refuses a file of a later version', async () => {
  await store.transaction((statements) => statements.run('INSERT INTO store_version VALUES (999)'));
  await store.close();
  await expect(openEventStore(out)).rejects.toThrow('later version');
  await rm(join(out, 'events'), { recursive: true });
  store = await openEventStore(out);
});
