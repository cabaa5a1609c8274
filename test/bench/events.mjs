// How long from an event to its effect on the disk, at a steady rate, and how many a second at most?
//   node test/bench/events.mjs WAREHOUSE [--rate 1000] [--seconds 60] [--burst 20000]
// WAREHOUSE is a folder with a generation and a model (see "churnwatch build" and "train"); a copy of it is used. Prints
// times, memory and processor time, and what it would take to score everybody anew in place of those whom events touch;
// passes no judgement.
import { build as bundle } from 'esbuild';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rate: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '60' },
    burst: { type: 'string', default: '20000' },
  },
});
const [warehouse = join(root, 'data/olist/.churnwatch')] = positionals;
const [rate, seconds, burst] = [values.rate, values.seconds, values.burst].map(Number);
const SEND_EVERY_MS = 20;

const ENTRY = `
export { builtInPlaybook } from './churn/playbook/load-playbook';
export { readFeatures } from './churn/features/read-features';
export { openModelStore } from './churn/model/store';
export { servedModel } from './churn/scoring/served-model';
export { DEFAULT_SETTINGS } from './contract';
export { openEventLog } from './events/log';
export { openEventStore } from './events/store/store';
export { openWarnings } from './events/warnings/warnings';
export { startLiveScores } from './cli/events/live-scores';
export { openWarehouse } from './warehouse';
`;

const work = mkdtempSync(join(tmpdir(), 'churnwatch-bench-'));
try {
  await bundle({
    stdin: { contents: ENTRY, resolveDir: join(root, 'backend/src'), loader: 'ts' },
    outfile: join(work, 'events.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    loader: { '.sql': 'text', '.yaml': 'text' },
    external: ['@duckdb/node-bindings*'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'));
  const out = join(work, 'warehouse');
  mkdirSync(out);
  for (const name of ['current.json', 'generations', 'models']) {
    cpSync(join(warehouse, name), join(out, name), { recursive: true });
  }
  await measure(await import(pathToFileURL(join(work, 'events.mjs')).href), out);
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function measure(backend, out) {
  const shop = await backend.openWarehouse(out);
  const { horizonDays } = backend.DEFAULT_SETTINGS;
  const model = await backend.openModelStore(out).champion(horizonDays);
  if (!model) throw new Error(`There is no model in ${warehouse}: run "churnwatch train" first.`);
  const champion = { model, served: backend.servedModel(model) };
  const store = await backend.openEventStore(out);
  const log = await backend.openEventLog({ store });
  const onFault = (message, error) => console.error(message, error);
  const { earlyWarnings: rules, riskBands: bands } = backend.DEFAULT_SETTINGS;
  const { watcher } = backend.openWarnings({ store, rules, bands, horizonDays, onFault });
  const scores = backend.startLiveScores({
    out,
    settings: backend.DEFAULT_SETTINGS,
    keeper: { status: () => ({ state: 'ready', generation: shop.generation }) },
    models: { current: () => champion, reason: () => undefined, coming: () => false },
    log,
    watcher,
    onFault,
  });
  const next = await eventsOf(shop);
  const waiting = [];
  const times = [];
  scores.onPrediction(([first]) => {
    const now = performance.now();
    // Empty when nobody in the batch has a purchase, which no event here leads to.
    while (first && waiting.length > 0 && waiting[0].seq <= first.seq) {
      const { sent, count } = waiting.shift();
      for (let i = 0; i < count; i++) times.push(now - sent);
    }
  });
  const send = async (count) => {
    const sent = performance.now();
    const receipts = await log.append(Array.from({ length: count }, next), 'bench');
    if (receipts.some(({ status }) => status !== 'accepted')) throw new Error(JSON.stringify(receipts[0]));
    waiting.push({ seq: log.lastSeq(), sent, count });
    return performance.now() - sent;
  };
  const drained = async () => {
    while (log.seqOf('processed') < log.lastSeq()) await sleep(5);
  };

  // The first batch opens the generation and reads the shop's facts.
  await send(200);
  await drained();
  times.length = 0;

  const began = performance.now();
  const cpu = process.cpuUsage();
  const appends = [];
  const ticks = Math.round((seconds * 1000) / SEND_EVERY_MS);
  for (let tick = 0; tick < ticks; tick++) {
    appends.push(send((rate * SEND_EVERY_MS) / 1000));
    const late = began + (tick + 1) * SEND_EVERY_MS - performance.now();
    if (late > 0) await sleep(late);
  }
  const acknowledged = await Promise.all(appends);
  await drained();
  const took = (performance.now() - began) / 1000;
  const used = process.cpuUsage(cpu);
  console.log(`${times.length} events at ${rate} a second, all with their effect after ${took.toFixed(1)} s`);
  console.log(`  event to effect on the disk: ${quantiles(times)}`);
  console.log(`  event to acknowledgement:    ${quantiles(acknowledged)}`);
  console.log(
    `  processor: ${((used.user + used.system) / 1e6 / took).toFixed(2)} cores, peak memory of the process: ${peak()} MiB`,
  );

  const start = performance.now();
  for (let sent = 0; sent < burst; sent += 500) await send(500);
  const taken = performance.now() - start;
  await drained();
  const processed = performance.now() - start;
  console.log(
    `${burst} events at once: taken at ${perSecond(burst, taken)} a second, effect at ${perSecond(burst, processed)} a second`,
  );
  console.log(`  peak memory of the process: ${peak()} MiB`);

  await scores.close();
  const day = shop.generation.regularLastDay;
  const all = performance.now();
  await shop.use((engine) => backend.readFeatures(engine, day));
  const whole = performance.now() - all;
  console.log(
    `for comparison, features of all customers: ${whole.toFixed(0)} ms, ${(whole / median(times)).toFixed(1)} times an event's way`,
  );
  await log.close();
  await store.close();
  await shop.close();
}

/** What makes random events of the shop's own customers, some of them new orders; the same every time. */
async function eventsOf(shop) {
  const rows = (sql) => shop.use((engine) => engine.rows(sql));
  const orders = await rows(
    `SELECT customer_id, order_id FROM fct_orders JOIN dim_customers USING (customer_key) ORDER BY hash(order_id)`,
  );
  const items = await rows('SELECT product_id, seller_id FROM fct_order_items ORDER BY hash(order_key) LIMIT 2000');
  const day = shop.generation.regularLastDay;
  let [seed, made] = [1, 0];
  const random = (below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  return () => {
    const { customer_id, order_id } = orders[random(orders.length)];
    const id = `bench-${++made}`;
    const event = { id, customer_id, occurred_at: `${day}T12:00:00Z` };
    const kind = random(10);
    if (kind < 5) return { ...event, type: 'page_viewed', page: '/offers' };
    if (kind < 6) return { ...event, type: 'support_ticket_opened', topic: 'delivery' };
    if (kind < 7) return { ...event, type: 'order_delivered', order_id };
    if (kind < 8) return { ...event, type: 'order_reviewed', order_id, score: 1 + random(5) };
    const item = { ...items[random(items.length)], price: 10 + random(200), freight_value: 10 };
    const payments = [{ type: 'credit_card', value: item.price + 10 }];
    const address = { zip_prefix: '01000', city: 'sao paulo', state: 'SP' };
    return { ...event, type: 'order_placed', order_id: `${id}-order`, ...address, items: [item], payments };
  };
}

function sorted(list) {
  return [...list].sort((one, other) => one - other);
}

function median(list) {
  return sorted(list)[Math.floor(list.length / 2)];
}

function perSecond(count, ms) {
  return Math.round((count * 1000) / ms);
}

function peak() {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function quantiles(list) {
  const all = sorted(list);
  const at = (share) => `${all[Math.min(all.length - 1, Math.floor(all.length * share))].toFixed(0)} ms`;
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, longest ${at(1)}`;
}
