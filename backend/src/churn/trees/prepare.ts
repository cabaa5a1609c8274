import { binCounts, type FeatureBins } from './bins';
import type { TrainingData } from './data';
import type { Crew } from './workers/crew';
import { shareBytes, sharedBytes, shareNumbers } from './workers/shared';

/** Training data as trees take it, in memory that worker threads share. */
export interface PreparedData {
  bins: FeatureBins;
  columns: readonly Uint8Array[];
  binCounts: readonly number[];
  labels: Uint8Array;
  weights?: Float64Array;
}

/** Chooses bins for the data and puts it into them; `data` must have passed `checkTrainingData`. */
export async function prepare({ columns, labels, weights }: TrainingData, crew: Crew): Promise<PreparedData> {
  const job = { columns: columns.map(shareNumbers), binned: columns.map((column) => sharedBytes(column.length)) };
  const bins = await crew.deal('binColumn', job, columns.length);
  return {
    bins,
    columns: job.binned,
    binCounts: binCounts(bins),
    labels: shareBytes(labels),
    weights: weights && shareNumbers(weights),
  };
}
