// How good is the churn score on the real Olist files, compared with recency, BG/NBD and, from Python, scikit-learn's
// random forest and LightGBM on the very same features, rows and purged splits? And how long does a whole training take?
//   CHURNWATCH_OLIST=FOLDER [CHURNWATCH_PYTHON=.../bin/python] node test/bench/train.mjs [--workers 2] [--trees 100]
// Prints ROC-AUC and PR-AUC of returning at several test cuts with their means, the time of `train` and how fast all
// customers are scored; passes no judgement. How fast the forest alone is: forest.mjs.
import { build as bundle } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({ options: { workers: { type: 'string' }, trees: { type: 'string' } } });
const workers = Number(values.workers ?? availableParallelism());
const trees = Number(values.trees ?? 100);
const SPLITS = [
  { horizonDays: 180, testCuts: ['2018-01-01', '2018-02-01', '2018-03-01'] },
  { horizonDays: 90, testCuts: ['2018-03-01', '2018-04-01', '2018-05-01', '2018-05-30'] },
];
const MODELS = ['model', 'recency', 'bgnbd', 'forest', 'lightgbm'];
const NAMES = { model: 'ours', recency: 'recency', bgnbd: 'BG/NBD', forest: 'sklearn forest', lightgbm: 'LightGBM' };

const PROGRAM = `
export { build, openWarehouse } from './backend/src/warehouse';
export { averagePrecision, rocAuc } from './backend/src/churn/evaluation';
export { columnOf } from './backend/src/churn/model/derived-features';
export { churnProbabilities } from './backend/src/churn/model/churn-model';
export { planSplits } from './backend/src/churn/splits';
export { fit } from './backend/src/churn/training/fit';
export { judge } from './backend/src/churn/training/fold';
export { labelledCuts } from './backend/src/churn/training/labelled-cuts';
export { RECIPES } from './backend/src/churn/training/recipes';
export { train } from './backend/src/churn/training/train';
`;

const data = process.env.CHURNWATCH_OLIST;
const python = process.env.CHURNWATCH_PYTHON;
if (!data) {
  console.log('Nothing is measured: CHURNWATCH_OLIST names no folder with the Olist files.');
  process.exit();
}
if (!python) console.log('scikit-learn and LightGBM are left out: CHURNWATCH_PYTHON names no Python that has them.');

const work = mkdtempSync(join(tmpdir(), 'churnwatch-train-'));
try {
  symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'));
  const ours = await bundled();
  const out = join(work, 'warehouse');
  await ours.build({ data, out });
  const warehouse = await ours.openWarehouse(out);
  try {
    await warehouse.use(async (engine, generation) => {
      for (const { horizonDays, testCuts } of SPLITS) await compare(ours, engine, generation, horizonDays, testCuts);
      await timeTraining(ours, engine, generation);
    });
  } finally {
    await warehouse.close();
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function bundled() {
  const shared = {
    bundle: true,
    format: 'esm',
    platform: 'node',
    loader: { '.sql': 'text', '.yaml': 'text' },
    external: ['@duckdb/node-bindings*'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  };
  const worker = join(root, 'backend/src/churn/trees/workers/worker.ts');
  await bundle({ ...shared, entryPoints: [worker], outfile: join(work, 'tree-worker.mjs') });
  const outfile = join(work, 'train.mjs');
  await bundle({ ...shared, stdin: { contents: PROGRAM, resolveDir: root, loader: 'ts' }, outfile });
  return import(pathToFileURL(outfile).href);
}

function run() {
  return { workers, workerUrl: pathToFileURL(join(work, 'tree-worker.mjs')) };
}

async function compare(ours, engine, generation, horizonDays, testCuts) {
  const { regularFirstDay: firstDay, regularLastDay: lastDay } = generation;
  const cuts = ours.labelledCuts(engine, horizonDays);
  const found = [];
  for (const testCut of testCuts) {
    // As `train` plans it.
    const options = {
      firstDay,
      lastDay,
      horizonDays,
      testCut,
      spacingDays: 30,
      trainingCuts: 6,
      fewestValidationCuts: 0,
    };
    const { test } = ours.planSplits(options);
    const matrices = await Promise.all(test.trainingCuts.map((cut) => cuts.at(cut)));
    const fitted = await ours.fit(ours.RECIPES.blend, matrices, { trees, seed: 1 }, run());
    const { matrix, scores } = ours.judge(fitted, await cuts.at(testCut));
    const peers = python ? pythonScores(fitted, matrices, matrix) : {};
    found.push({ testCut, rows: fitted.rows, matrix, scores: { ...scores, ...peers } });
  }
  print(ours, horizonDays, found);
}

/** On our features, BG/NBD's chance of returning among them. */
function pythonScores({ columns }, matrices, heldOut) {
  const write = (name, parts) => writeFileSync(join(work, name), Buffer.concat(parts.map(bytesOf)));
  write('train.f64', columns);
  write(
    'labels.u8',
    matrices.map(({ returned }) => returned),
  );
  write('held-out.f64', heldOut.columns);
  const settings = JSON.stringify({ features: columns.length, workers });
  const script = fileURLToPath(new URL('train.py', import.meta.url));
  const { status, stderr } = spawnSync(python, [script, work, settings], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return { forest: readScores('forest'), lightgbm: readScores('lightgbm') };
}

function bytesOf({ buffer, byteOffset, byteLength }) {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function readScores(name) {
  const bytes = readFileSync(join(work, `${name}.f64`));
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

function print({ averagePrecision, rocAuc }, horizonDays, found) {
  const models = MODELS.filter((name) => found[0].scores[name]);
  const measured = found.map(({ scores, matrix: { returned } }) =>
    models.map((name) => [
      rocAuc(scores[name], returned).value,
      averagePrecision(scores[name], returned, { resamples: 0 }).value,
    ]),
  );
  const mean = models.map((_, m) =>
    [0, 1].map((k) => measured.reduce((sum, row) => sum + row[m][k], 0) / found.length),
  );
  const line = (name, rows, cells) =>
    console.log([name.padEnd(12), rows.padStart(9), ...cells.map((cell) => cell.padStart(16))].join(' '));
  const cells = (row) => row.map(([roc, pr]) => `${roc.toFixed(4)} / ${pr.toFixed(4)}`);
  console.log(
    `\nH ${horizonDays}: ROC-AUC / PR-AUC of returning; the same rows and features for all, ${trees} trees of ours`,
  );
  line(
    'test cut',
    'rows',
    models.map((name) => NAMES[name]),
  );
  found.forEach(({ testCut, rows }, i) => line(testCut, String(rows), cells(measured[i])));
  line('mean', '', cells(mean));
  const se = found.map(({ scores, matrix }) => rocAuc(scores.model, matrix.returned).standardError);
  console.log(`standard error of our ROC-AUC at each cut: ${se.map((value) => value.toFixed(4)).join(', ')}`);
}

async function timeTraining(ours, engine, generation) {
  const { model, seconds } = await ours.train({
    engine,
    generation,
    horizonDays: 180,
    algorithm: 'blend',
    trees,
    seed: 1,
    ...run(),
  });
  const [found] = await engine.rows('SELECT count(*) AS people FROM dim_customers');
  const matrix = await ours.labelledCuts(engine, 180).at(generation.regularLastDay);
  const columns = [...matrix.columns, ours.columnOf(matrix, 'recency_days').map(() => 0.01)];
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    ours.churnProbabilities(model, columns);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const perSecond = Math.round((matrix.length / times[2]) * 1000);
  console.log(
    `\nwhole train, H 180, ${workers} workers: ${seconds.toFixed(1)} s, ${model.facts.trainingRows} rows in the end`,
  );
  console.log(
    `scoring ${matrix.length} of ${found.people} customers, one thread: ${times[2].toFixed(0)} ms (${perSecond} a second)`,
  );
}
