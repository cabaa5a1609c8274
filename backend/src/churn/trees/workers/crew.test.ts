import { build } from 'esbuild';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { trainBoosting } from '../gradient-boosting';
import { predictInWorker } from '../predict-in-worker';
import { trainForest } from '../random-forest';
import { exclusiveOr } from '../testing/synthetic';
import { WorkerError } from './crew';

const data = exclusiveOr(400, 1);
const options = { trees: 12, minLeaf: 3 };
let folder: string;
let workerUrl: URL;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'churnwatch-worker-'));
  const outfile = join(folder, 'tree-worker.mjs');
  workerUrl = pathToFileURL(outfile);
  await build({
    entryPoints: [join(__dirname, 'worker.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('any number of threads grows the same forest as none', async () => {
  const alone = await trainForest(data, options, { workers: 0 });
  for (const workers of [1, 2, 3]) {
    const together = await trainForest(data, options, { workerUrl, workers });
    expect(together.model).toEqual(alone.model);
  }
});

test('boosting in a thread gives the same trees as here', async () => {
  const boosting = { rounds: 5, validation: exclusiveOr(100, 2) };
  const here = await trainBoosting(data, boosting);
  const there = await trainBoosting(data, boosting, { workerUrl, workers: 2 });
  expect(there.model).toEqual(here.model);
});

test('a thread gives the same answers as this one', async () => {
  const { model, predict } = await trainForest(data, options);
  expect(await predictInWorker(model, data.columns, { workerUrl })).toEqual(predict(data.columns));
});

test('a training can be stopped while it runs', async () => {
  const stop = new AbortController();
  const running = trainForest(data, { trees: 10_000, minLeaf: 1 }, { workerUrl, workers: 2, signal: stop.signal });
  setTimeout(() => stop.abort(new Error('Stopped by the operator.')), 100);
  await expect(running).rejects.toThrow('Stopped by the operator.');
});

test('a thread that dies is told', async () => {
  const dying = join(folder, 'dying.mjs');
  await writeFile(
    dying,
    "import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => process.exit(3)); parentPort.postMessage('ready');",
  );
  const running = trainForest(data, options, { workerUrl: pathToFileURL(dying), workers: 2 });
  await expect(running).rejects.toThrow(WorkerError);
});

test('what a thread throws is told', async () => {
  const { model } = await trainForest(data, options);
  const running = predictInWorker(model, [], { workerUrl });
  await expect(running).rejects.toThrow('The model knows 5 features, but 0 columns were given.');
});

test('a worker that is not there is told', async () => {
  const nowhere = pathToFileURL(join(folder, 'nowhere.mjs'));
  await expect(trainForest(data, options, { workerUrl: nowhere, workers: 1 })).rejects.toThrow(WorkerError);
});
