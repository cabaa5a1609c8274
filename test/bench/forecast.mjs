// How good and how fast is the sales forecast, compared with Python's Prophet on the same days?
//   [CHURNWATCH_PYTHON=.../bin/python] [CHURNWATCH_OLIST=FOLDER] node test/bench/forecast.mjs [--workers 2] [--every 15]
// Daily revenue of the real Olist files, from the first day of regular trade to the day before its last; without the
// files, made-up sales of three years. At each origin a forecast is made from the days up to it alone and held against
// what came: the four origins that comparisons have used before, and others, one in so many days. Without a Python that
// has Prophet, ours runs alone. Prints errors, coverages and times; passes no judgement.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import { copyPrograms, systemInterface } from '../../backend/packaging/webassembly.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values: flags } = parseArgs({ options: { workers: { type: 'string' }, every: { type: 'string' } } });
const workers = Number(flags.workers ?? availableParallelism());
const every = Number(flags.every ?? 15);
const FOUR = ['2018-02-28', '2018-03-31', '2018-04-30', '2018-05-30'];
const FIRST_DAY = '2017-01-05';
const LAST_DAY = '2018-08-28';
const HORIZONS = [30, 90, 180];
const COUNTRY = 'BR';
const DAY_MS = 86_400_000;

const work = mkdtempSync(join(tmpdir(), 'churnwatch-forecast-'));
try {
  await load();
  const { openForecaster } = await import(pathToFileURL(join(work, 'forecast.mjs')).href);
  const { what, total, states } = process.env.CHURNWATCH_OLIST ? await realSales() : madeUpSales();
  const forecaster = openForecaster({ workerUrl: pathToFileURL(join(work, 'forecast-worker.mjs')), workers });
  const last = total.values.length;
  console.log('MASE, and how often the 80% and the 95% band held a day, at 30, 90 and 180 days; in brackets: origins');
  console.log(`${what}: ${last} days from ${total.firstDay}, ${states.length} states, ${workers} workers`);

  const four = FOUR.map((day) => daysBetween(total.firstDay, day) + 1).filter(
    (origin) => origin > 200 && origin < last,
  );
  const others = [];
  for (let origin = last - 30; origin >= 240; origin -= every) if (!four.includes(origin)) others.push(origin);
  const ours = new Map();
  for (const model of ['auto', 'profile', 'seasonal_naive']) {
    for (const origin of [...four, ...others])
      ours.set(`${model} ${origin}`, await ask(forecaster, total, origin, model));
    print(`ours, ${model}`, 'origins used before', four, (origin) => ours.get(`${model} ${origin}`), total);
    print(`ours, ${model}`, 'other origins', others, (origin) => ours.get(`${model} ${origin}`), total);
  }
  const python = askPython(total, [...four, ...others]);
  if (python) {
    const byOrigin = new Map(python.forecasts.map((one) => [one.origin, one]));
    print('Python Prophet', 'origins used before', four, (origin) => byOrigin.get(origin), total);
    print('Python Prophet', 'other origins', others, (origin) => byOrigin.get(origin), total);
  }

  const one = [];
  for (let run = 0; run < 9; run++) one.push(await time(forecaster, [nudged(total, run)]));
  console.log(
    `one series, warm       ${median(one.slice(2)).toFixed(0).padStart(6)} ms with choice, backtest and bands`,
  );
  if (python)
    console.log(`Python Prophet         ${python.medianMs.toFixed(0).padStart(6)} ms for one fit and forecast alone`);
  const many = [];
  for (let run = 1; run <= 3; run++)
    many.push(
      await time(
        forecaster,
        states.map((state) => nudged(state, run)),
      ),
    );
  console.log(`${String(states.length).padEnd(3)}states, warm       ${median(many).toFixed(0).padStart(6)} ms`);
  await forecaster.close();
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function load() {
  symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'));
  await copyPrograms(work);
  await bundle({
    entryPoints: {
      forecast: join(root, 'backend/src/forecast/index.ts'),
      'forecast-worker': join(root, 'backend/src/forecast/workers/worker.ts'),
      warehouse: join(root, 'backend/src/warehouse/index.ts'),
    },
    outdir: work,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    loader: { '.sql': 'text' },
    external: ['@duckdb/node-bindings*'],
    plugins: [systemInterface],
    banner: { js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);" },
    logLevel: 'error',
  });
}

async function realSales() {
  const { build, openWarehouse } = await import(pathToFileURL(join(work, 'warehouse.mjs')).href);
  const out = join(work, 'warehouse');
  await build({ data: process.env.CHURNWATCH_OLIST, out });
  const warehouse = await openWarehouse(out);
  try {
    const rows = await warehouse.use((engine) =>
      engine.rows(
        `SELECT purchase_day AS day, state, sum(revenue) AS revenue FROM fct_sales
         WHERE purchase_day BETWEEN '${FIRST_DAY}' AND '${LAST_DAY}' GROUP BY ALL ORDER BY ALL`,
      ),
    );
    return { what: 'the Olist files', ...seriesOf(rows) };
  } finally {
    await warehouse.close();
  }
}

/** The whole shop and its states, largest first, a value for each day. */
function seriesOf(rows) {
  const length = daysBetween(FIRST_DAY, LAST_DAY) + 1;
  const daily = new Map();
  const total = new Float64Array(length);
  for (const { day, state, revenue } of rows) {
    if (!daily.has(state)) daily.set(state, new Float64Array(length));
    const at = daysBetween(FIRST_DAY, day);
    daily.get(state)[at] += revenue;
    total[at] += revenue;
  }
  const sum = (values) => values.reduce((all, value) => all + value, 0);
  const states = [...daily.values()].sort((a, b) => sum(b) - sum(a)).map((values) => ({ firstDay: FIRST_DAY, values }));
  return { total: { firstDay: FIRST_DAY, values: total }, states };
}

/** A shop that grows by a third a year, with weekdays, noise and a day of bargains each November. */
function madeUpSales() {
  let state = 12345;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const noise = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const days = daysBetween('2015-09-01', LAST_DAY) + 1;
  const make = (level) => ({
    firstDay: '2015-09-01',
    values: Float64Array.from({ length: days }, (_, day) => {
      const weekday = [1.1, 1, 1, 1, 0.9, 0.8, 1.1][day % 7];
      const bargains = day % 365 === 84 ? 5 : 1;
      return Math.max(0, level * 1.33 ** (day / 365) * weekday * bargains * (1 + 0.2 * noise()));
    }),
  });
  return {
    what: 'made-up sales',
    total: make(20_000),
    states: Array.from({ length: 27 }, (_, i) => make(8_000 / (i + 1))),
  };
}

function daysBetween(first, second) {
  return Math.round((Date.parse(second) - Date.parse(first)) / DAY_MS);
}

function requestOf(series, model) {
  const named = series.map((daily, i) => ({ name: `${i}`, daily }));
  return { series: named, grain: 'day', horizonDays: 180, level: 0.8, model, country: COUNTRY };
}

/** What ours says from the days before an origin. */
async function ask(forecaster, { firstDay, values }, origin, model) {
  const [{ future, sum }] = await forecaster.forecast(
    requestOf([{ firstDay, values: values.slice(0, origin) }], model),
  );
  const { expected, band, band95 } = future;
  return { origin, expected, lower: band.lower, upper: band.upper, lower95: band95.lower, upper95: band95.upper, sum };
}

function askPython({ firstDay, values }, origins) {
  const python = process.env.CHURNWATCH_PYTHON;
  const script = fileURLToPath(new URL('forecast.py', import.meta.url));
  if (!python) {
    console.log('Python Prophet is left out: CHURNWATCH_PYTHON names no Python that has it.');
    return undefined;
  }
  const input = join(work, 'sales.json');
  writeFileSync(input, JSON.stringify({ firstDay, values: [...values], origins, horizon: 180 }));
  const child = spawnSync(python, [script, input], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (child.status === 0) return JSON.parse(child.stdout);
  console.log(`Python Prophet is left out: ${(child.stderr || String(child.error)).trim().split('\n').at(-1)}`);
  return undefined;
}

/** MASE, its scale being the weekly naive error of the days before the origin; and how often the bands held a day. */
function print(name, which, origins, forecastAt, { values }) {
  const cells = HORIZONS.map((days) => {
    const known = origins.filter((origin) => origin + days <= values.length).map(forecastAt);
    if (known.length === 0) return `${days}: -`.padEnd(26);
    const mean = (measure) => known.reduce((sum, one) => sum + measure(one), 0) / known.length;
    const mase = mean(
      (one) => meanOver(days, (i) => Math.abs(one.expected[i] - values[one.origin + i])) / scaleAt(values, one.origin),
    );
    const held = (low, high) =>
      mean((one) =>
        meanOver(days, (i) => Number(values[one.origin + i] >= one[low][i] && values[one.origin + i] <= one[high][i])),
      );
    const shares = [held('lower', 'upper'), held('lower95', 'upper95')].map((share) => `${Math.round(100 * share)}%`);
    return `${days}: ${mase.toFixed(3)}  ${shares.join(' / ')}`.padEnd(26);
  });
  console.log(`${name.padEnd(22)} ${which.padEnd(20)} (${String(origins.length).padStart(2)})  ${cells.join(' ')}`);
}

function meanOver(days, measure) {
  let sum = 0;
  for (let i = 0; i < days; i++) sum += measure(i);
  return sum / days;
}

function scaleAt(values, origin) {
  return meanOver(origin - 7, (i) => Math.abs(values[i + 7] - values[i]));
}

/** The same series but for a cent, so that nothing is remembered. */
function nudged({ firstDay, values }, run) {
  return { firstDay, values: values.with(0, values[0] + (run + 1) / 100) };
}

async function time(forecaster, series) {
  const start = performance.now();
  await forecaster.forecast(requestOf(series, 'auto'));
  return performance.now() - start;
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
