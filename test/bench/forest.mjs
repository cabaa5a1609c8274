// How long does the churn score's forest take, and how good is it, compared with scikit-learn's on the same rows?
//   [CHURNWATCH_PYTHON=.../bin/python] [CHURNWATCH_OLIST=FOLDER] node test/bench/forest.mjs [--runs 3] [--workers 2]
// Learns from four cuts of the real Olist files, about 150,000 rows, and judges on a later one, after the last of their
// horizons; without the files, on rows made up, 1% of which are positive. Without a Python that has scikit-learn, ours
// runs alone. Prints times, their ratio and the area under the ROC curve, for another seed in each run; passes no
// judgement. The two run in turn, so that whatever else the machine does meets both.
import { build as bundle } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({ options: { runs: { type: 'string' }, workers: { type: 'string' } } });
const runs = Number(values.runs ?? 3);
const workers = Number(values.workers ?? availableParallelism());
const TRAINING_CUTS = ['2017-09-01', '2017-12-01', '2018-01-01', '2018-02-01'];
const HELD_OUT_CUT = '2018-05-03';
const HORIZON_DAYS = 90;

const work = mkdtempSync(join(tmpdir(), 'churnwatch-forest-'));
try {
  const { trainForest, mlRandomForest } = await load('backend/src/churn/trees/index.ts', 'trees.mjs');
  await load('backend/src/churn/trees/workers/worker.ts', 'tree-worker.mjs', false);
  const { train, heldOut, what } = process.env.CHURNWATCH_OLIST ? await realRows() : madeUpRows();
  const features = train.columns.length;
  const options = { trees: 100, maxDepth: 10, minLeaf: 20, featuresPerSplit: Math.round(Math.sqrt(features)) };
  console.log(`${what}: ${train.labels.length} rows x ${features} features, ${heldOut.labels.length} held out`);
  console.log(`${JSON.stringify(options)}, ${workers} workers, ${runs} runs in turn, medians`);
  const python = process.env.CHURNWATCH_PYTHON;
  if (!python) console.log('scikit-learn is left out: CHURNWATCH_PYTHON names no Python that has it.');
  else writeRows(train, heldOut);

  const ours = [];
  const theirs = [];
  for (let run = 0; run < runs; run++) {
    const seeded = { ...options, seed: run + 1 };
    ours.push(await measure(() => trainForest(train, seeded, { workerUrl: workerUrl(), workers }), heldOut));
    if (python) theirs.push(measurePython(python, { ...seeded, features, workers }, heldOut));
  }
  print('ours', ours);
  if (python) {
    print('scikit-learn', theirs);
    console.log(`ratio of training times  ${(median(ours, 'trainMs') / median(theirs, 'trainMs')).toFixed(2)}`);
  }
  for (const sampleRows of [400, 1000]) {
    const peer = () => mlRandomForest.train(train, { sampleRows });
    print(`ml-random-forest, ${sampleRows} rows`, [await measure(peer, firstRows(heldOut, 20_000))]);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

function workerUrl() {
  return pathToFileURL(join(work, 'tree-worker.mjs'));
}

async function load(entry, name, start = true) {
  const outfile = join(work, name);
  await bundle({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    loader: { '.sql': 'text' },
    external: ['@duckdb/node-bindings*'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  return start ? import(pathToFileURL(outfile).href) : undefined;
}

async function realRows() {
  symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'));
  const { build, openWarehouse } = await load('backend/src/warehouse/index.ts', 'warehouse.mjs');
  const { readLabelled } = await load('backend/src/churn/features/read-features.ts', 'features.mjs');
  const out = join(work, 'warehouse');
  await build({ data: process.env.CHURNWATCH_OLIST, out });
  const warehouse = await openWarehouse(out);
  try {
    const matrices = await warehouse.use(async (engine) => {
      const read = [];
      for (const cut of [...TRAINING_CUTS, HELD_OUT_CUT]) read.push(await readLabelled(engine, cut, HORIZON_DAYS));
      return read;
    });
    const held = matrices.pop();
    return {
      what: 'the Olist files',
      train: {
        columns: held.columns.map((_, feature) => joined(Float64Array, matrices, (m) => m.columns[feature])),
        labels: joined(Uint8Array, matrices, (m) => m.returned),
      },
      heldOut: { columns: held.columns, labels: held.returned },
    };
  } finally {
    await warehouse.close();
  }
}

function joined(Type, matrices, part) {
  const whole = new Type(matrices.reduce((sum, matrix) => sum + matrix.length, 0));
  let at = 0;
  for (const matrix of matrices) {
    whole.set(part(matrix), at);
    at += matrix.length;
  }
  return whole;
}

/** Thirty features, a third of them with few values, of which five say something. */
function madeUpRows() {
  let state = 12345;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const make = (length) => {
    const columns = Array.from({ length: 30 }, () => new Float64Array(length));
    const labels = new Uint8Array(length);
    for (let row = 0; row < length; row++) {
      columns.forEach((column, feature) => {
        column[row] = feature % 3 === 0 ? Math.floor(random() ** 4 * 6) : random() + random();
      });
      const [frequent, first, other, , second] = columns.map((column) => column[row]);
      const logOdds = -6.6 + 1.5 * first + (frequent > 0 ? 1.2 * second : -other);
      labels[row] = random() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
    }
    return { columns, labels };
  };
  return { what: 'made-up rows', train: make(150_000), heldOut: make(96_096) };
}

function firstRows({ columns, labels }, count) {
  return { columns: columns.map((column) => column.subarray(0, count)), labels: labels.subarray(0, count) };
}

async function measure(train, heldOut) {
  const start = performance.now();
  const learned = await train();
  const trained = performance.now();
  const answers = learned.predict(heldOut.columns);
  return { trainMs: trained - start, predictMs: performance.now() - trained, auc: rocAuc(answers, heldOut.labels) };
}

function writeRows(train, heldOut) {
  const write = (name, arrays) =>
    writeFileSync(
      join(work, name),
      Buffer.concat(arrays.map((a) => Buffer.from(a.buffer, a.byteOffset, a.byteLength))),
    );
  write('train.f64', train.columns);
  write('held-out.f64', heldOut.columns);
  write('labels.u8', [train.labels]);
}

function measurePython(python, settings, heldOut) {
  const script = fileURLToPath(new URL('forest.py', import.meta.url));
  const child = spawnSync(python, [script, work, JSON.stringify(settings)], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr || String(child.error));
  const bytes = readFileSync(join(work, 'answers.f64'));
  const answers = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  return { ...JSON.parse(child.stdout), auc: rocAuc(answers, heldOut.labels) };
}

/** By ranks, ties sharing their mean rank (Mann and Whitney 1947). */
function rocAuc(scores, labels) {
  const order = Uint32Array.from(scores.keys()).sort((a, b) => scores[a] - scores[b]);
  let rankSum = 0;
  let positives = 0;
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && scores[order[to]] === scores[order[from]]) to++;
    for (let i = from; i < to; i++) {
      if (labels[order[i]] !== 1) continue;
      positives++;
      rankSum += (from + to + 1) / 2;
    }
  }
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * (order.length - positives));
}

function median(measured, key) {
  return measured.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(measured.length / 2)];
}

function print(name, measured) {
  const [train, predict] = ['trainMs', 'predictMs'].map((key) => median(measured, key).toFixed(0).padStart(7));
  const aucs = measured.map(({ auc }) => auc.toFixed(4)).join(' ');
  console.log(`${name.padEnd(28)} ${train} ms to train ${predict} ms to predict  AUC ${aucs}`);
}
