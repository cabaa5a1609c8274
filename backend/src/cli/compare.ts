import { Command, InvalidArgumentError } from 'commander';
import { openModelStore } from '../churn/model/store';
import { compareAlgorithms, DEFAULT_MARGIN, servingAfter } from '../churn/training/compare';
import { formatComparison } from '../churn/training/format-comparison';
import { progressOptions, untilCancelled } from './cancelling';
import { forProgram, progressReport, type Report } from './progress';
import { shopFolders } from './shop-warehouse';
import { trainingOptions, withTraining, type TrainFlags } from './train';

type CompareFlags = Omit<TrainFlags, 'algorithm'> & { margin: number };

/** `churnwatch compare`: champion and challengers on the same split; a challenger serves only when clearly better. */
export function compareCommand(): Command {
  const command = new Command('compare')
    .description('Train every algorithm on the same split, name the winner, and let it serve when it is clearly better')
    .option('--margin <auc>', 'ROC-AUC by which a challenger must be better', margin, DEFAULT_MARGIN)
    .action(runCompare);
  return progressOptions(trainingOptions(command));
}

function margin(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 0.5) return value;
  throw new InvalidArgumentError('It must be a number from 0 to 0.5.');
}

async function runCompare(flags: CompareFlags): Promise<void> {
  await untilCancelled(flags.endWithStdin, async (signal) => {
    if (flags.progress === 'json') return forProgram((report) => compare(flags, report, signal));
    const { report, end } = progressReport(process.stderr);
    try {
      const text = await compare(flags, report, signal);
      end();
      process.stdout.write(`${text}\n`);
    } finally {
      end();
    }
  });
}

function compare(flags: CompareFlags, report: Report, signal: AbortSignal): Promise<string> {
  return withTraining(flags, report, signal, async (options) => {
    const store = openModelStore(shopFolders(flags).out);
    // A champion that cannot be read has no claim to stay.
    const champion = await store.champion(flags.horizon).catch(() => undefined);
    const comparison = await compareAlgorithms(options, flags.margin, champion?.facts.algorithm);
    const serving = servingAfter(comparison, champion, options.generation.id);
    await store.save(serving);
    await store.promote(serving);
    return formatComparison({ ...comparison, winner: serving });
  });
}
