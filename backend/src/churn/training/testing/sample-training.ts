import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build as bundle, type BuildOptions } from 'esbuild';
import { generateSample } from '@churnwatch/sample';
import { build, openWarehouse, type Warehouse } from '../../../warehouse';
import { writeSupplement, type SupplementRows } from '../../../warehouse/supplement/testing/write-supplement';
import type { ChurnModel } from '../../model/churn-model';
import { decodeModel } from '../../model/codec';
import type { TrainingOptions } from '../options';

/** Trains in a process of its own: inside of jest's sandbox the same takes eight times as long. */
const PROGRAM = `
import { encodeModel } from '../../model/codec';
import { openWarehouse } from '../../../warehouse';
import { train } from '../train';
const [out, text] = process.argv.slice(2);
const { workers, ...rest } = JSON.parse(text);
const workerUrl = new URL('./tree-worker.mjs', import.meta.url);
const warehouse = await openWarehouse(out);
const { model } = await warehouse.use((engine, generation) =>
  train({ engine, generation, horizonDays: 180, algorithm: 'blend', trees: 10, seed: 1, workerUrl, workers, ...rest }),
);
await warehouse.close();
process.stdout.write(JSON.stringify(encodeModel(model)));
`;

/** The planted truth of one person. */
export interface Truth {
  /** Probability of an order in the 180 days after the end of regular trade. */
  next180: number;
  aliveAtEnd: boolean;
}

type ChildOptions = Partial<Pick<TrainingOptions, 'horizonDays' | 'algorithm' | 'trees' | 'seed' | 'workers'>>;

/** A generated shop to train on, with its planted truth. */
export interface SampleTraining {
  /** The warehouse's folder. */
  out: string;
  warehouse: Warehouse;
  /** The text of the model that a small training with these options gives. */
  trainText(options?: ChildOptions): Promise<string>;
  /** The same, decoded. */
  train(options?: ChildOptions): Promise<ChurnModel>;
  /** Builds the warehouse anew with these rows from events. */
  takeIn(rows: SupplementRows): Promise<void>;
  /** By `customer_unique_id`. */
  truth(): Promise<Map<string, Truth>>;
  close(): Promise<void>;
}

/** Builds a shop of so many generated customers. */
export async function sampleTraining(
  customers: number,
  sample: { seed?: number; repeatRate?: number; months?: number } = {},
): Promise<SampleTraining> {
  const folder = await mkdtemp(join(tmpdir(), 'churnwatch-training-'));
  const [data, out] = [join(folder, 'data'), join(folder, 'warehouse')];
  const { truthFile } = await generateSample({ out: data, customers, seed: 3, ...sample });
  await build({ data, out, sample: true });
  const warehouse = await openWarehouse(out);
  let bundled: Promise<void> | undefined;
  const trainText = async (options: ChildOptions = {}): Promise<string> => {
    bundled ??= bundleTraining(folder);
    await bundled;
    return run(process.execPath, [join(folder, 'train.mjs'), out, JSON.stringify({ workers: 2, ...options })]);
  };
  return {
    out,
    warehouse,
    trainText,
    takeIn: async (rows) => {
      await writeSupplement(out, rows);
      await build({ data, out, sample: true });
      await warehouse.refresh();
    },
    train: async (options) => decodeModel(JSON.parse(await trainText(options)), 'the sample model'),
    truth: async () => readTruth(await readFile(truthFile, 'utf8')),
    close: async () => {
      await warehouse.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function bundleTraining(folder: string): Promise<void> {
  const shared: BuildOptions = {
    bundle: true,
    format: 'esm',
    platform: 'node',
    loader: { '.sql': 'text', '.yaml': 'text' },
    external: ['@duckdb/node-bindings*'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  };
  const stdin = { contents: PROGRAM, resolveDir: __dirname, loader: 'ts' as const };
  await bundle({ ...shared, stdin, outfile: join(folder, 'train.mjs') });
  const worker = join(__dirname, '../../trees/workers/worker.ts');
  await bundle({ ...shared, entryPoints: [worker], outfile: join(folder, 'tree-worker.mjs') });
  await symlink(join(__dirname, '../../../../../node_modules'), join(folder, 'node_modules'));
}

function run(command: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { maxBuffer: 2 ** 28 }, (error, out, err) => {
      if (error) reject(new Error(err || error.message));
      else resolve(out);
    });
  });
}

function readTruth(text: string): Map<string, Truth> {
  const [head = '', ...lines] = text.trim().replaceAll('"', '').split(/\r?\n/);
  const names = head.split(',');
  return new Map(
    lines.map((line) => {
      const cells = line.split(',');
      const cell = (name: string): string => cells[names.indexOf(name)] ?? '';
      const truth = { next180: Number(cell('p_next_180')), aliveAtEnd: cell('alive_at_end') === 'true' };
      return [cell('customer_unique_id'), truth];
    }),
  );
}
