// How long does a build take, compared with DuckDB merely reading the same files as strings?
//   node test/bench/build.mjs FOLDER [runs] [--memory 1GiB] [--threads 2]
// Prints both, their ratio and the peak memory of each process; passes no judgement. The two are run in turn, each in a
// process of its own, so that whatever else the machine does meets both.
import { build as bundle } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { memory: { type: 'string' }, threads: { type: 'string' } },
});
const [folder = join(root, 'data/olist'), runs = '5'] = positionals;

const READ = `
import { DuckDBInstance } from '@duckdb/node-api';
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const start = performance.now();
for (const file of process.argv.slice(3)) {
  await connection.run(\`select max(columns(*)) from read_csv('\${file.replaceAll("'", "''")}', all_varchar = true, header = true)\`);
}
report(start);
`;
const BUILD = `
import { build } from './warehouse.mjs';
const [, , out, data, options] = process.argv;
const start = performance.now();
const { report: load } = await build({ data, out, ...JSON.parse(options) });
report(start, { rows: load.generation.rowsRead, steps: load.steps });
`;
const REPORT = `
function report(start, more) {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const cpuMs = (userCPUTime + systemCPUTime) / 1000;
  console.log(JSON.stringify({ ms: performance.now() - start, cpuMs, peakMiB: maxRSS / 1024, ...more }));
}
`;

const work = mkdtempSync(join(tmpdir(), 'churnwatch-bench-'));
try {
  await bundle({
    entryPoints: [join(root, 'backend/src/warehouse/index.ts')],
    outfile: join(work, 'warehouse.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    loader: { '.sql': 'text' },
    external: ['@duckdb/node-bindings*'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'));
  writeFileSync(join(work, 'read.mjs'), READ + REPORT);
  writeFileSync(join(work, 'build.mjs'), BUILD + REPORT);

  const data = resolve(folder);
  const files = readdirSync(data).filter((name) => /\.csv(\.gz)?$/.test(name));
  const options = {
    ...(values.memory === undefined ? {} : { memoryLimit: values.memory }),
    ...(values.threads === undefined ? {} : { threads: Number(values.threads) }),
  };
  const reads = [];
  const builds = [];
  for (let run = 0; run < Number(runs); run++) {
    reads.push(measure('read.mjs', ['-', ...files.map((name) => join(data, name))]));
    builds.push(measure('build.mjs', [join(work, 'out'), data, JSON.stringify(options)]));
  }
  print(reads, builds);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function measure(script, args) {
  const child = spawnSync(process.execPath, [join(work, script), ...args], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout.trim().split('\n').at(-1));
}

function print(reads, builds) {
  const median = (runs, key) => runs.map((run) => run[key]).sort((a, b) => a - b)[Math.floor(runs.length / 2)];
  const line = (name, runs) => {
    const [ms, cpu, peak] = ['ms', 'cpuMs', 'peakMiB'].map((key) => median(runs, key).toFixed(0).padStart(8));
    console.log(`${name.padEnd(24)} ${ms} ms ${cpu} ms of CPU ${peak} MiB at most`);
  };
  console.log(`${resolve(folder)}: ${builds[0].rows} rows, ${reads.length} runs in turn, medians`);
  line('reading as strings', reads);
  line('whole build', builds);
  console.log(`ratio                    ${(median(builds, 'ms') / median(reads, 'ms')).toFixed(2)}`);
  console.log('slowest steps of the last build (steps overlap):');
  for (const { step, ms } of builds
    .at(-1)
    .steps.toSorted((a, b) => b.ms - a.ms)
    .slice(0, 8)) {
    console.log(`  ${String(ms).padStart(6)} ms  ${step}`);
  }
}
