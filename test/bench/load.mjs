// How does the backend bear many people at once? A dashboard of 30 panels, opened by one person and by twenty.
//   [CHURNWATCH_OLIST=FOLDER] node test/bench/load.mjs [--people 20] [--panels 30] [--peer EXECUTABLE --peer-query JSON]
// Starts the executable as Grafana does and asks over gRPC, each panel in a request of its own, as a dashboard does. The
// panels' queries are those of the dashboards that come along. On the real files where they are, else on the sample.
//   first:  nothing asked before            again: all have been asked before, as when a dashboard refreshes
//   apart:  each person another time range, so that nobody's answer helps another
//   SQL:    each person a statement of their own
// With --peer, another backend plugin answers the query given so often at the same concurrency.
// Prints times and ratios; passes no judgement.
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import { protocolFiles, withoutProtoLoader } from '../../backend/packaging/esbuild-plugins.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values: flags } = parseArgs({
  options: {
    people: { type: 'string', default: '20' },
    panels: { type: 'string', default: '30' },
    peer: { type: 'string' },
    'peer-query': { type: 'string', default: '{}' },
  },
});
const people = Number(flags.people);
const panelCount = Number(flags.panels);
const DAY_MS = 86_400_000;
const WHOLE = { fromEpochMS: Date.UTC(2017, 0, 5), toEpochMS: Date.UTC(2018, 7, 28) };

const work = mkdtempSync(join(tmpdir(), 'churnwatch-load-'));
process.chdir(join(root, 'test'));
const { startPlugin, pluginExecutable } = await load();
const jsonData = {
  warehouseFolder: join(work, 'warehouse'),
  ...(process.env.CHURNWATCH_OLIST ? { dataFolder: process.env.CHURNWATCH_OLIST } : {}),
  sqlMode: 'everybody',
};
let plugin;
try {
  plugin = await startPlugin(pluginExecutable());
  console.log(await untilScored(plugin));
  await measure(plugin);
} finally {
  await plugin?.kill();
  rmSync(work, { recursive: true, force: true });
}
if (flags.peer) await measurePeer();

async function load() {
  const outfile = join(root, 'node_modules/.cache/churnwatch-load.cjs');
  const contents = `export * from './plugin-process'; export * from './executable';`;
  await bundle({
    stdin: { contents, resolveDir: join(root, 'test/host'), loader: 'ts' },
    ...{ outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' },
    plugins: [protocolFiles, withoutProtoLoader],
  });
  return import(pathToFileURL(outfile).href);
}

/** The queries of the dashboards' panels, without what their variables would bring in. */
function panelQueries() {
  const files = ['executive-overview', 'churn-risk', 'sales-outlook', 'model-card'];
  const targets = files.flatMap((file) =>
    JSON.parse(readFileSync(join(root, 'dashboards', `${file}.json`), 'utf8')).panels.flatMap(
      (one) => one.targets ?? [],
    ),
  );
  const models = targets.map(({ refId: _, datasource: __, ...model }) => {
    const filters = Object.entries(model.filters ?? {}).filter(([, values]) => !JSON.stringify(values).includes('$'));
    return { ...model, filters: Object.fromEntries(filters) };
  });
  const whole = models.filter((model) => !JSON.stringify(model).includes('"$'));
  return Array.from({ length: panelCount }, (_, i) => whole[i % whole.length]);
}

function contextOf(login) {
  return {
    orgId: 1,
    pluginId: 'churnwatch-warehouse-datasource',
    user: { login, name: '', email: '', role: 'Viewer' },
    dataSourceInstanceSettings: { uid: 'load', name: 'Churnwatch', jsonData: Buffer.from(JSON.stringify(jsonData)) },
  };
}

/** Milliseconds until one panel has its answer. */
async function ask(peer, model, timeRange, login) {
  const json = Buffer.from(JSON.stringify(model));
  const query = { refId: 'A', maxDataPoints: 800, intervalMS: DAY_MS, timeRange, json };
  const began = performance.now();
  const { responses } = await peer.call('pluginv2.Data', 'QueryData', {
    queries: [query],
    pluginContext: contextOf(login),
  });
  const { error } = responses.A;
  return { ms: performance.now() - began, error };
}

async function untilScored(peer) {
  for (let tries = 0; tries < 600; tries++) {
    const { message } = await peer.call('pluginv2.Diagnostics', 'CheckHealth', { pluginContext: contextOf('ann') });
    if (/^(?!.*being trained).*Churn model|There is no churn model:/.test(message)) return message;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error('the shop was not ready after ten minutes');
}

/** All panels of all people at once; times in the order of their length. */
async function open(peer, queriesOf, count) {
  const began = performance.now();
  const logins = Array.from({ length: count }, (_, person) => `person${person}`);
  const asked = logins.flatMap((login, person) =>
    queriesOf(person).map(({ model, range }) => ask(peer, model, range, login)),
  );
  const answers = await Promise.all(asked);
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  const errors = [...new Set(answers.flatMap(({ error }) => (error ? [error] : [])))];
  return { times, errors, wall: performance.now() - began };
}

async function measure(peer) {
  const models = panelQueries();
  const same = (range) => () => models.map((model) => ({ model, range }));
  // Every person looks at days that end a little earlier: nothing is shared, and no series of numbers is trivial.
  const apart = (person) => models.map((model) => ({ model, range: before(WHOLE, 3 * (person + 1)) }));
  const sql = (person) => [{ model: statement(person), range: WHOLE }];
  console.log(`${panelCount} panels; slowest panel and percentiles in ms`);
  const one = report('one person, first', await open(peer, same(before(WHOLE, 1)), 1));
  report('one person, again', await open(peer, same(before(WHOLE, 1)), 1));
  const many = report(`${people} people, first`, await open(peer, same(before(WHOLE, 2)), people));
  report(`${people} people, again`, await open(peer, same(before(WHOLE, 2)), people));
  report(`${people} people, apart`, await open(peer, apart, people));
  report(`${people} people, SQL`, await open(peer, sql, people));
  console.log(`slowest panel of ${people} people against one person's, first: ${(many / one).toFixed(1)} times`);
}

function before({ fromEpochMS, toEpochMS }, days) {
  return { fromEpochMS, toEpochMS: toEpochMS - days * DAY_MS };
}

function statement(person) {
  return {
    kind: 'sql',
    rawSql: `SELECT state, count(*) AS orders, sum(payment_value) AS revenue, ${person} AS person
    FROM fct_orders WHERE $__timeFilter(purchased_at) GROUP BY state ORDER BY revenue DESC`,
  };
}

function report(what, { times, errors, wall }) {
  const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))];
  const figures = [
    `slowest ${at(1).toFixed(0)}`,
    ...[0.5, 0.95, 0.99].map((share) => `p${share * 100} ${at(share).toFixed(1)}`),
    `${((1_000 * times.length) / wall).toFixed(0)} queries/s`,
    `${errors.length} kinds of errors`,
  ];
  console.log(`  ${what.padEnd(20)} ${figures.join('   ')}`);
  for (const error of errors) console.log(`    ${error}`);
  return at(1);
}

async function measurePeer() {
  const peer = await startPlugin(flags.peer);
  try {
    const model = JSON.parse(flags['peer-query']);
    await ask(peer, model, WHOLE, 'ann');
    report('peer, 1 at a time', await repeated(peer, model, 200, 1));
    report('peer, 20 at a time', await repeated(peer, model, 600, 20));
  } finally {
    await peer.kill();
  }
}

async function repeated(peer, model, count, atOnce) {
  const began = performance.now();
  const answers = [];
  const worker = async () => {
    while (answers.length < count) answers.push(await ask(peer, model, WHOLE, 'ann'));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  const errors = [...new Set(answers.flatMap(({ error }) => (error ? [error] : [])))];
  return { times, errors, wall: performance.now() - began };
}
