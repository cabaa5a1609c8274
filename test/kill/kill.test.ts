import { DuckDBInstance } from '@duckdb/node-api';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { trainedShop } from '../shared/trained-shop';
import { makeEvents, randomNumbers, type MadeEvent } from './made-events';
import { Receiver } from './receiver';
import { Server } from './server';

/** Another one: CHURNWATCH_KILL_SEED. */
const SEED = Number(process.env.CHURNWATCH_KILL_SEED ?? Date.now() % 1_000_000);
const KILLS = 30;
const EVENTS = 1_500;
const TOGETHER = 10;
const SENDERS = 4;
/** A server lives at most so long after it has begun to answer: long enough to score customers, now and then. */
const LONGEST_LIFE_MS = 900;

let folder: string;
let out: string;
let files: string;
let webhooks: string;
let receiver: Receiver;
let server: Server | undefined;

beforeAll(async () => {
  const shop = await trainedShop();
  files = shop.files;
  folder = mkdtempSync(join(tmpdir(), 'churnwatch-kill-'));
  out = join(folder, 'warehouse');
  cpSync(shop.warehouse, out, { recursive: true });
  receiver = await Receiver.start();
  webhooks = join(folder, 'webhooks.yaml');
  writeFileSync(webhooks, receiver.file);
}, 180_000);
afterAll(async () => {
  await server?.kill();
  await receiver?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends what is left, from the front, until the server is gone; what was not acknowledged is put back. */
async function send(server: Server, left: MadeEvent[][]): Promise<void> {
  for (let batch = left.shift(); batch; batch = left.shift()) {
    const acknowledged = await post(server, batch);
    if (acknowledged) continue;
    left.push(batch);
    return;
  }
}

async function post(server: Server, events: readonly MadeEvent[]): Promise<boolean> {
  const sent = await fetch(`${server.address}/api/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(events),
  }).catch(() => undefined);
  if (!sent) return false;
  const body = (await sent.json().catch(() => undefined)) as { rejected: number } | undefined;
  if (!body) return false;
  // 429 and 503 say that nothing was taken.
  if (sent.status === 429 || sent.status === 503) return sleep(50).then(() => false);
  expect({ status: sent.status, rejected: body.rejected }).toEqual({ status: 200, rejected: 0 });
  return true;
}

const senders = (server: Server, left: MadeEvent[][]): Promise<unknown> =>
  Promise.all(Array.from({ length: SENDERS }, () => send(server, left)));

/** The store's rows, once no process holds it. */
async function rows(sql: string): Promise<unknown[]> {
  const instance = await DuckDBInstance.create(join(out, 'events', 'events.duckdb'), { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Figures that the server tells of its events. */
async function figure(server: Server, name: string): Promise<number> {
  const answer = await fetch(`${server.address}/api/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ queries: [{ refId: 'A', kind: 'operations', figure: name }], from: 0, to: Date.now() }),
  });
  const text = await answer.text();
  const value = /"values":\[\[(-?[\d.]+)/.exec(text)?.[1];
  if (value === undefined) throw new Error(`No figure ${name}: ${text.slice(0, 500)}`);
  return Number(value);
}

/** Lets a server compare everyone for the first time, and send what it warns of: events raise the risk from there. */
async function firstWarnings(): Promise<number> {
  const first = await Server.start(out, files, webhooks);
  while (receiver.messages.size === 0) await sleep(50);
  await allSent(first);
  await first.stop();
  return count('warnings');
}

async function allSent({ address }: Server): Promise<void> {
  const waiting = async (): Promise<number> => {
    const answer = await fetch(`${address}/api/webhooks`);
    return ((await answer.json()) as { waiting: number }).waiting;
  };
  while ((await waiting()) > 0) await sleep(50);
}

async function count(table: string): Promise<number> {
  const [row] = (await rows(`SELECT count(*)::INTEGER AS rows FROM ${table}`)) as { rows: number }[];
  return row!.rows;
}

it(`has each event's effect once, however often the process is killed (seed ${SEED})`, async () => {
  const random = randomNumbers(SEED);
  const events = makeEvents(files, EVENTS, random);
  const left = Array.from({ length: EVENTS / TOGETHER }, (_, i) => events.slice(i * TOGETHER, (i + 1) * TOGETHER));
  const all = left.length;
  const before = await firstWarnings();
  for (let kill = 1; kill <= KILLS; kill++) {
    server = await Server.start(out, files, webhooks);
    // Something is sent to each, so that every kill meets work.
    const share = left.splice(0, Math.ceil(all / KILLS));
    const sending = senders(server, share);
    await sleep(random(LONGEST_LIFE_MS));
    await server.kill();
    await sending;
    left.unshift(...share);
  }
  server = await Server.start(out, files, webhooks);
  while (left.length > 0) await senders(server, left);
  while ((await figure(server, 'events_waiting')) > 0) await sleep(100);
  expect(await figure(server, 'dead_letters')).toBe(0);
  await allSent(server);
  await server.stop();

  const none: unknown[] = [];
  expect(await rows('SELECT count(*)::INTEGER AS events, count(DISTINCT id)::INTEGER AS ids FROM events')).toEqual([
    { events: EVENTS, ids: EVENTS },
  ]);
  expect(
    await rows(`SELECT seq = (SELECT max(seq) FROM events) AS last FROM progress WHERE reader = 'processed'`),
  ).toEqual([{ last: true }]);
  const effects = `SELECT customer_id, count(*) AS events, max(seq) AS seq FROM events GROUP BY customer_id`;
  const profiles = 'SELECT customer_id, events, seq FROM live_profiles';
  expect(await rows(`(${effects}) EXCEPT (${profiles})`)).toEqual(none);
  expect(await rows(`(${profiles}) EXCEPT (${effects})`)).toEqual(none);
  const scored = 'SELECT customer_id FROM live_profiles WHERE band IS NOT NULL';
  expect(await rows(`(${scored}) EXCEPT ALL SELECT customer_id FROM standings`)).toEqual(none);
  expect(await rows('SELECT customer_id FROM standings GROUP BY customer_id HAVING count(*) > 1')).toEqual(none);
  expect(await rows('SELECT customer_id FROM warnings GROUP BY customer_id HAVING count(*) > 1')).toEqual(none);
  expect(
    await rows(`SELECT id FROM warnings
      WHERE (SELECT count(*) FROM warning_history WHERE warning_id = id AND from_state IS NULL) <> 1`),
  ).toEqual(none);

  // Events made some more than the first comparison, and each was told of once to the tool outside.
  expect(await count(`warnings WHERE trigger = 'event'`)).toBeGreaterThan(0);
  expect(await count('warnings')).toBeGreaterThan(before);
  const created = `SELECT body ->> '$.warning.id' AS id FROM deliveries WHERE type = 'warning.created'`;
  const listed = 'SELECT id FROM warnings WHERE NOT held_out';
  expect(await rows(`(${created}) EXCEPT ALL (${listed})`)).toEqual(none);
  expect(await rows(`(${listed}) EXCEPT ALL (${created})`)).toEqual(none);
  expect(await rows(`SELECT id, status, reason FROM deliveries WHERE status <> 'delivered'`)).toEqual(none);
  const sent = (await rows('SELECT id FROM deliveries')) as { id: string }[];
  expect([...receiver.messages.keys()].sort()).toEqual(sent.map(({ id }) => id).sort());
}, 400_000);
