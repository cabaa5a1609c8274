import { build } from 'esbuild';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ForecastError, openForecaster, type Forecaster } from '.';
import { madeUpSales } from './testing/made-up-sales';
import { requestOf, seriesOf } from './testing/requests';

// Threads start slowly where many tests run at once.
jest.setTimeout(30_000);

let folder: string;
let workerUrl: URL;
const opened: Forecaster[] = [];

function open(workers: number, url = workerUrl): Forecaster {
  const forecaster = openForecaster({ workerUrl: url, workers });
  opened.push(forecaster);
  return forecaster;
}

async function worker(name: string, text: string): Promise<URL> {
  await writeFile(join(folder, name), text);
  return pathToFileURL(join(folder, name));
}

const several = Array.from({ length: 4 }, (_, i) => seriesOf(madeUpSales(60 + i, i), `series ${i}`));
const HANGS =
  "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => { for (;;); }); parentPort.postMessage('ready');";
const DIES =
  "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(3)); parentPort.postMessage('ready');";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'churnwatch-forecast-'));
  const outfile = join(folder, 'forecast-worker.mjs');
  workerUrl = pathToFileURL(outfile);
  await build({
    entryPoints: [join(__dirname, 'workers/worker.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // What models run on that these tests do not ask for.
    external: ['@bsull/*'],
    banner: { js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);" },
    logLevel: 'error',
  });
});

afterEach(() => Promise.all(opened.splice(0).map((forecaster) => forecaster.close())));

afterAll(() => rm(folder, { recursive: true, force: true }));

test('any number of threads forecasts the same as none', async () => {
  const request = requestOf({ series: several, grain: 'week' });
  const alone = await open(0).forecast(request);
  expect(alone.map(({ name }) => name)).toEqual(several.map(({ name }) => name));
  for (const workers of [1, 3]) expect(await open(workers).forecast(request)).toEqual(alone);
});

test('the same sales are forecast once, whoever asks, and at the same time', async () => {
  const forecaster = open(0);
  const [one, other] = await Promise.all([forecaster.forecast(requestOf()), forecaster.forecast(requestOf())]);
  expect(other[0]).toBe(one[0]);
  expect((await forecaster.forecast(requestOf()))[0]).toBe(one[0]);
  const [longer] = await forecaster.forecast(requestOf({ horizonDays: 31 }));
  expect(longer!.future.starts).toHaveLength(31);
});

test('no series, no forecasts', async () => {
  await expect(open(0).forecast(requestOf({ series: [] }))).resolves.toEqual([]);
});

test('a forecast that takes too long is stopped and told, and the next one is made', async () => {
  const hanging = open(2, await worker('hanging.mjs', HANGS));
  const running = hanging.forecast(requestOf({ series: several }), { timeLimitMs: 200 });
  await expect(running).rejects.toThrow(ForecastError);
  await expect(running).rejects.toThrow(
    'The forecast of 4 series was not ready after 0.2 s and was stopped: ask again (what is done is kept), ask fewer series, or choose the weekday profile',
  );
});

test('a forecast can be cancelled, with the reason of who cancelled, and others go on', async () => {
  const forecaster = open(1);
  const stop = new AbortController();
  const cancelled = forecaster.forecast(requestOf({ series: several }), { signal: stop.signal });
  const other = forecaster.forecast(requestOf());
  stop.abort(new Error('The reader left.'));
  await expect(cancelled).rejects.toThrow('The reader left.');
  await expect(other).resolves.toHaveLength(1);
  await expect(forecaster.forecast(requestOf(), { signal: stop.signal })).rejects.toThrow('The reader left.');
});

test('a hanging thread is ended when nobody wants its work any more', async () => {
  const hanging = open(1, await worker('hanging-too.mjs', HANGS));
  const stop = new AbortController();
  const running = hanging.forecast(requestOf(), { signal: stop.signal });
  setTimeout(() => stop.abort(new Error('enough')), 100);
  await expect(running).rejects.toThrow('enough');
});

test.each([
  ['dies', DIES],
  ['cannot start', 'throw new Error("no such library");'],
])('a thread that %s is told', async (_, text) => {
  const forecaster = open(1, await worker('broken.mjs', text));
  await expect(forecaster.forecast(requestOf())).rejects.toThrow(ForecastError);
  await expect(forecaster.forecast(requestOf())).rejects.toThrow('The forecast could not be made');
});

test('what a thread finds wrong is told in its own words', async () => {
  const asked = open(1).forecast(requestOf({ model: 'last_year' }));
  await expect(asked).rejects.toThrow(ForecastError);
  await expect(asked).rejects.toThrow('last year repeated needs at least 364 days of history');
});

test('bad input is refused before any work', async () => {
  const short = seriesOf(madeUpSales(20, 1), 'SP');
  const asked = open(1, pathToFileURL(join(folder, 'nowhere.mjs'))).forecast(requestOf({ series: [short] }));
  await expect(asked).rejects.toThrow('"SP" needs at least three weeks');
});

test('a closed forecaster says so', async () => {
  const forecaster = openForecaster({ workerUrl, workers: 1 });
  await forecaster.close();
  await expect(forecaster.forecast(requestOf())).rejects.toThrow('The forecaster is closed.');
});
