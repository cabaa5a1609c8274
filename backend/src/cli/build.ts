import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { build, formatLoadReport, WarehouseError } from '../warehouse';
import { progressOptions, untilCancelled, type ProgressFlags } from './cancelling';
import { forProgram, progressReport, type Report } from './progress';

interface BuildFlags extends ProgressFlags {
  data?: string;
  out: string;
  sample?: boolean;
  memory?: string;
  threads?: number;
}

/** `churnwatch build`: the shop's CSV files, or the generated sample, into a new generation of the warehouse. */
export function buildCommand(): Command {
  const command = new Command('build')
    .description('Build a new generation of the warehouse from the CSV files of a shop')
    .option('--data <dir>', 'folder with the CSV files (.csv or .csv.gz)')
    .option('--sample', 'build from generated sample data instead')
    .requiredOption('--out <dir>', 'folder for the warehouse; it is made when it is missing')
    .option('--memory <size>', 'memory that the build may use, e.g. 1GB')
    .option('--threads <n>', 'threads that the build may use', wholeNumber)
    .action(runBuild);
  return progressOptions(command);
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw new InvalidArgumentError('It must be a whole number from 1.');
}

async function runBuild(flags: BuildFlags): Promise<void> {
  if ((flags.data === undefined) === (flags.sample !== true)) {
    throw new WarehouseError('usage', 'Name either a data folder or the sample.', 'Add --data DIR, or --sample.');
  }
  await untilCancelled(flags.endWithStdin, (signal) =>
    flags.progress === 'json'
      ? forProgram((report) => buildFrom(flags, report, signal))
      : buildForPerson(flags, signal),
  );
}

async function buildForPerson(flags: BuildFlags, signal: AbortSignal): Promise<void> {
  const { report, end } = progressReport(process.stderr);
  const began = performance.now();
  try {
    const built = await buildFrom(flags, report, signal);
    end();
    process.stdout.write(`${formatLoadReport(built.report)}\n`);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`Generation ${built.generation.id} built in ${seconds} s in ${flags.out}\n`);
  } finally {
    end();
  }
}

async function buildFrom(flags: BuildFlags, onProgress: Report, signal: AbortSignal): ReturnType<typeof build> {
  const options = { out: flags.out, memoryLimit: flags.memory, threads: flags.threads, signal };
  if (flags.data !== undefined) return build({ ...options, data: flags.data, onProgress });
  return buildSample(flags.out, onProgress, (data, report) =>
    build({ ...options, data, sample: true, source: 'generated sample', onProgress: report }),
  );
}

/** Part of the progress bar that writing the sample's files takes. */
const WRITING = 0.4;

async function buildSample<T>(
  out: string,
  onProgress: Report,
  use: (data: string, report: Report) => Promise<T>,
): Promise<T> {
  const { generateSample } = await import('@churnwatch/sample');
  const folder = join(out, `sample-files-${process.pid}`);
  try {
    await generateSample({
      out: folder,
      onProgress: (share) => onProgress({ step: 'writing the sample', share: share * WRITING }),
    });
    return await use(folder, ({ step, share }) => onProgress({ step, share: WRITING + share * (1 - WRITING) }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
