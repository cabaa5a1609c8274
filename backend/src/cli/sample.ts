import { Command, InvalidArgumentError } from 'commander';
import { wholeNumber } from './build';
import { progressReport } from './progress';

interface SampleFlags {
  out: string;
  customers?: number;
  months?: number;
  seed?: number;
  repeatRate?: number;
}

/** `churnwatch sample`: a generated shop's nine CSV files, with the planted truth beside them. */
export function sampleCommand(): Command {
  return new Command('sample')
    .description('Write generated sample files in the shape of the Olist data set')
    .requiredOption('--out <dir>', 'folder to write to')
    .option('--customers <n>', 'number of customers', wholeNumber)
    .option('--months <n>', 'months of history', wholeNumber)
    .option('--seed <n>', 'seed: the same seed and options write the same files', wholeNumber)
    .option('--repeat-rate <share>', 'share of customers with more than one order, 0 to 1', shareOfOne)
    .action(async (flags: SampleFlags) => {
      const { generateSample } = await import('@churnwatch/sample');
      const { report, end } = progressReport(process.stderr);
      const made = await generateSample({ ...flags, onProgress: (share) => report({ step: 'writing', share }) });
      end();
      process.stdout.write(
        `${made.orders} ${made.orders === 1 ? 'order' : 'orders'} of ${made.customers} ${made.customers === 1 ? 'customer' : 'customers'} written to ${flags.out}\n`,
      );
    });
}

function shareOfOne(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError('It must be a number from 0 to 1.');
}
