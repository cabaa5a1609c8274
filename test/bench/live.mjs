// How long from an event that is sent to the server, to the push of what it means, at a steady rate?
//   CHURNWATCH_OLIST=FOLDER node test/bench/live.mjs WAREHOUSE [--rate 1000] [--seconds 60] [--together 20]
// WAREHOUSE is a folder with a generation of these files and a model (see "churnwatch build" and "train"); a copy of it is
// used. Starts the server as people do, sends events by POST /api/events every 20 ms, so many together in a request, and
// listens to /api/stream. Meanwhile the server brings the events into new generations, as it always does. Prints times;
// passes no judgement.
import { DuckDBInstance } from '@duckdb/node-api';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rate: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '60' },
    together: { type: 'string', default: '20' },
  },
});
const [warehouse] = positionals;
const data = process.env.CHURNWATCH_OLIST;
if (!warehouse || !data) {
  console.error('Usage: CHURNWATCH_OLIST=FOLDER node test/bench/live.mjs WAREHOUSE');
  process.exit(1);
}
const [rate, seconds, together] = [values.rate, values.seconds, values.together].map(Number);
const SEND_EVERY_MS = 20;
/** Node's own fetch opens a connection for each request that is under way, and drowns in them at some hundred a second. */
const connections = new Agent({ keepAlive: true, maxSockets: 256 });
/** After the start. */
const SETTLE_MS = 20_000;
/** What is not pushed by then is counted as never. */
const PATIENCE_MS = 30_000;

const work = mkdtempSync(join(tmpdir(), 'churnwatch-bench-'));
let server;
try {
  const out = join(work, 'warehouse');
  mkdirSync(out);
  for (const name of ['current.json', 'generations', 'models']) {
    cpSync(join(warehouse, name), join(out, name), { recursive: true });
  }
  const makeEvent = await eventsOf(out);
  server = spawn(
    process.execPath,
    [join(root, 'backend/bin/churnwatch.mjs'), 'start', '--data', data, '--out', out, '--port', '0'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const api = `${await addressOf(server)}/api`;
  await until(async () => {
    const { state, progress } = (await status(api)).model;
    return state === 'ready' && progress === undefined;
  });
  await measure(api, makeEvent);
} finally {
  if (server && server.exitCode === null) {
    const ended = new Promise((resolve) => server.once('close', resolve));
    server.kill('SIGTERM');
    await ended;
  }
  rmSync(work, { recursive: true, force: true });
}

async function measure(api, makeEvent) {
  /** Customer -> when events of theirs were sent that nothing has been heard of. */
  const waiting = new Map();
  const pushed = [];
  const stop = new AbortController();
  const heard = listen(api, stop.signal, (customer) => {
    const now = performance.now();
    for (const sent of waiting.get(customer) ?? []) pushed.push(now - sent);
    waiting.delete(customer);
  });
  const send = async (count) => {
    const events = Array.from({ length: count }, makeEvent);
    const sent = performance.now();
    for (const { customer_id: id } of events) waiting.set(id, [...(waiting.get(id) ?? []), sent]);
    await post(`${api}/events`, JSON.stringify(events));
    return performance.now() - sent;
  };
  const drained = async () => {
    const began = performance.now();
    while (waiting.size > 0 && performance.now() - began < PATIENCE_MS) await sleep(20);
  };
  // The first ones open the generation for scoring, and are brought into a new one. A server that has just started has
  // more to do for some seconds: it compares everyone with where they last stood, and gets the first dashboards ready.
  await send(20);
  await drained();
  await until(async () => {
    const { state, events } = await status(api);
    return state === 'ready' && events.unfolded === 0;
  });
  await sleep(SETTLE_MS);
  pushed.length = 0;

  const { generation } = await status(api);
  const began = performance.now();
  const appends = [];
  const ticks = Math.round((seconds * 1000) / SEND_EVERY_MS);
  for (let tick = 0; tick < ticks; tick++) {
    for (let due = (rate * SEND_EVERY_MS) / 1000; due > 0; due -= together) {
      const sending = send(Math.min(due, together));
      // Awaited at the end, all at once.
      sending.catch(() => undefined);
      appends.push(sending);
    }
    const late = began + (tick + 1) * SEND_EVERY_MS - performance.now();
    if (late > 0) await sleep(late);
  }
  const acknowledged = await Promise.all(appends);
  await drained();
  const after = await status(api);
  stop.abort();
  await heard;
  console.log(`${rate} events a second for ${seconds} s, ${together} in a request, through the server:`);
  console.log(`  sent to pushed:       ${quantiles(pushed)}`);
  console.log(`  sent to acknowledged: ${quantiles(acknowledged)}`);
  console.log(`  pushed ${pushed.length}, not heard of: ${[...waiting.values()].flat().length}`);
  const same = generation?.id === after.generation?.id;
  console.log(`  ${same ? 'no new generation meanwhile' : 'new generations took events in meanwhile'}`);
}

/** @throws Error when the answer is not 200 */
async function post(url, body) {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const sending = request(url, { method: 'POST', agent: connections, headers }).end(body);
  const [response] = await once(sending, 'response');
  const answer = await text(response);
  if (response.statusCode !== 200) throw new Error(`${response.statusCode}: ${answer}`);
}

/** Reads server-sent predictions until the signal; tells of each customer. */
async function listen(api, signal, tell) {
  const response = await fetch(`${api}/stream?topic=predictions`, {
    signal,
    headers: { accept: 'text/event-stream' },
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (async () => {
    let rest = '';
    try {
      for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          const id = /^data:.*"customer_id":"([^"]+)"/.exec(line)?.[1];
          if (id) tell(id);
        }
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  })();
}

/** What makes random events of the shop's own customers, some of them new orders; the same every time. */
async function eventsOf(out) {
  const { id } = JSON.parse(readFileSync(join(out, 'current.json'), 'utf8'));
  const instance = await DuckDBInstance.create(join(out, 'generations', `${id}.duckdb`), { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const rows = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  const orders = await rows(
    `SELECT customer_id, order_id FROM fct_orders JOIN dim_customers USING (customer_key)
     WHERE is_purchase ORDER BY hash(order_id)`,
  );
  const items = await rows('SELECT product_id, seller_id FROM fct_order_items ORDER BY hash(order_key) LIMIT 2000');
  const [{ day }] = await rows('SELECT max(purchase_day)::VARCHAR AS day FROM fct_orders WHERE is_purchase');
  connection.closeSync();
  instance.closeSync();
  let [seed, made] = [1, 0];
  const random = (below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  return () => {
    const { customer_id, order_id } = orders[random(orders.length)];
    const event = { id: `bench-${++made}`, customer_id, occurred_at: `${day}T12:00:00Z` };
    const kind = random(10);
    if (kind < 5) return { ...event, type: 'page_viewed', page: '/offers' };
    if (kind < 6) return { ...event, type: 'support_ticket_opened', topic: 'delivery' };
    if (kind < 7) return { ...event, type: 'order_delivered', order_id };
    if (kind < 8) return { ...event, type: 'order_reviewed', order_id, score: 1 + random(5) };
    const item = { ...items[random(items.length)], price: 10 + random(200), freight_value: 10 };
    const payments = [{ type: 'credit_card', value: item.price + 10 }];
    const address = { zip_prefix: '01000', city: 'sao paulo', state: 'SP' };
    return { ...event, type: 'order_placed', order_id: `${event.id}-order`, ...address, items: [item], payments };
  };
}

function addressOf(child) {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (more) => {
      printed += more;
      const address = /Churnwatch is at (http:\S+)/.exec(printed)?.[1];
      if (address) resolve(address);
    });
    child.once('close', (code) => reject(new Error(`churnwatch start ended with ${code}: ${printed}`)));
  });
}

async function status(api) {
  return (await fetch(`${api}/status`)).json();
}

async function until(holds) {
  while (!(await holds())) await sleep(250);
}

function quantiles(list) {
  const all = [...list].sort((one, other) => one - other);
  const at = (share) => `${(all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? NaN).toFixed(0)} ms`;
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, longest ${at(1)}`;
}
