import { cpus } from 'node:os';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { DEFAULT_SETTINGS, isDay } from '../contract';
import { hardFailures } from '../churn/gates';
import { openModelStore } from '../churn/model/store';
import { TrainingRefused } from '../churn/training/errors';
import { formatTraining } from '../churn/training/format-training';
import type { TrainingOptions } from '../churn/training/options';
import { TRAINING_DEFAULTS } from '../churn/training/options';
import { ALGORITHMS, RECIPES, type Algorithm } from '../churn/training/recipes';
import { train, type Trained } from '../churn/training/train';
import { gateMessages } from '../queries/churn/gate-message';
import { version } from '../version';
import { WarehouseError } from '../warehouse';
import { wholeNumber } from './build';
import { bundleFolder } from './bundle-folder';
import { progressOptions, untilCancelled, type ProgressFlags } from './cancelling';
import { forProgram, progressReport, type Report } from './progress';
import { openShop, shopFolders, type ShopFlags } from './shop-warehouse';

export interface TrainFlags extends ProgressFlags, ShopFlags {
  horizon: number;
  algorithm: Algorithm;
  trees: number;
  seed: number;
  workers: number;
  testCut?: string;
}

/** `churnwatch train`: trains and judges a churn model, and lets it serve. */
export function trainCommand(): Command {
  const command = new Command('train')
    .description('Train a churn model on the order history, judge it on later customers, and let it serve')
    .addOption(
      new Option('--algorithm <name>', 'what the model is made of')
        .choices(ALGORITHMS)
        .default(TRAINING_DEFAULTS.algorithm),
    )
    .action(runTrain);
  return progressOptions(trainingOptions(command));
}

/** The options that all commands have in common that train. */
export function trainingOptions(command: Command): Command {
  return command
    .option('--data <dir>', 'folder with the CSV files; the warehouse is built first when it is missing or stale')
    .option('--out <dir>', 'folder of the warehouse; the model goes there, too')
    .option(
      '--horizon <days>',
      'days without a purchase that count as churn',
      wholeNumber,
      DEFAULT_SETTINGS.horizonDays,
    )
    .option('--trees <n>', 'trees of the forest', wholeNumber, TRAINING_DEFAULTS.trees)
    .option('--seed <n>', 'the same seed gives the same model', wholeNumber, TRAINING_DEFAULTS.seed)
    .option('--workers <n>', 'threads that train', wholeNumber, Math.max(1, cpus().length))
    .option('--test-cut <day>', 'where to judge (YYYY-MM-DD); default: the last day whose horizon is complete');
}

async function runTrain(flags: TrainFlags): Promise<void> {
  await untilCancelled(flags.endWithStdin, async (signal) => {
    if (flags.progress === 'json') await forProgram((report) => trainAndServe(flags, report, signal));
    else await trainForPerson(flags, signal);
  });
}

async function trainForPerson(flags: TrainFlags, signal: AbortSignal): Promise<void> {
  const { report, end } = progressReport(process.stderr);
  try {
    const trained = await trainAndServe(flags, report, signal);
    end();
    const { notice } = RECIPES[flags.algorithm];
    if (notice) process.stderr.write(`${notice}\n`);
    process.stdout.write(`${formatTraining(trained)}\n`);
    process.stdout.write(`Model ${trained.model.facts.id} serves from ${shopFolders(flags).out}\n`);
  } finally {
    end();
  }
}

/** The refusal with what would help; what gates say is put into the languages of readers here. */
function noModel(error: TrainingRefused, horizonDays: number): WarehouseError {
  const forbidding = hardFailures(error.gates);
  const { en, 'pt-BR': portuguese } = forbidding.length > 0 ? gateMessages(forbidding, horizonDays) : error.told;
  const told = { en: `There is no churn model. ${en}`, 'pt-BR': `Não há modelo de churn. ${portuguese}` };
  return new WarehouseError('bad_input', 'There is no churn model.', en, { cause: error, told });
}

async function trainAndServe(flags: TrainFlags, report: Report, signal: AbortSignal): Promise<Trained> {
  return withTraining(flags, report, signal, async (options) => {
    const trained = await train({ ...options, algorithm: flags.algorithm });
    const store = openModelStore(shopFolders(flags).out);
    await store.save(trained.model);
    await store.promote(trained.model);
    return trained;
  });
}

/**
 * Opens the shop's warehouse and calls `work` with the options that the flags give.
 *
 * @throws WarehouseError, also where the data does not suffice to train
 */
export async function withTraining<T>(
  flags: Omit<TrainFlags, 'algorithm'>,
  report: Report,
  signal: AbortSignal,
  work: (options: Omit<TrainingOptions, 'algorithm'>) => Promise<T>,
): Promise<T> {
  if (flags.testCut !== undefined && !isDay(flags.testCut)) {
    throw new WarehouseError('usage', `The test cut "${flags.testCut}" is no day.`, 'Write it as YYYY-MM-DD.');
  }
  const warehouse = await openShop(flags, report, signal);
  try {
    return await warehouse.use((engine, generation) =>
      work({
        engine,
        generation,
        horizonDays: flags.horizon,
        trees: flags.trees,
        seed: flags.seed,
        workers: flags.workers,
        workerUrl: pathToFileURL(join(bundleFolder, 'tree-worker.mjs')),
        testCut: flags.testCut,
        libraries: { churnwatch: version },
        signal,
        onProgress: report,
      }),
    );
  } catch (error) {
    if (error instanceof TrainingRefused) {
      throw noModel(error, flags.horizon);
    }
    throw error;
  } finally {
    await warehouse.close();
  }
}
