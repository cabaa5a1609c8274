import type { BinnedRows } from './binned-rows';
import { binCounts, type FeatureBins } from './bins';
import type { TrainingData } from './data';
import type { Crew } from './workers/crew';
import { shareBytes, sharedBytes, shareNumbers } from './workers/shared';

/** Training data as trees take it, in memory that worker threads share. */
export interface PreparedData {
  bins: FeatureBins;
  rows: BinnedRows;
  binCounts: readonly number[];
  labels: Uint8Array;
  weights?: Float64Array;
}

/** Rows that are put into their bins in one go. */
const ROWS_PER_PART = 16_384;

/**
 * Chooses bins for the data and puts it into them; `data` must have passed `checkTrainingData`.
 *
 * @param maxBins as `chooseBins` takes it
 */
export async function prepare(
  { columns, labels, weights }: TrainingData,
  maxBins: number | undefined,
  crew: Crew,
): Promise<PreparedData> {
  const shared = columns.map(shareNumbers);
  const bins = await crew.deal('chooseEdges', { columns: shared, maxBins }, columns.length);
  const rows = await binShared(bins, shared, crew);
  return {
    bins,
    rows,
    binCounts: binCounts(bins),
    labels: shareBytes(labels),
    weights: weights && shareNumbers(weights),
  };
}

/** `binRows` into memory that worker threads share, and by them. */
export async function binShared(bins: FeatureBins, columns: readonly Float64Array[], crew: Crew): Promise<BinnedRows> {
  const length = columns[0]!.length;
  const rows = { bytes: sharedBytes(length * bins.length), width: bins.length, length };
  const job = { bins, columns: columns.map(shareNumbers), rows, rowsPerPart: ROWS_PER_PART };
  await crew.deal('binRows', job, Math.ceil(length / ROWS_PER_PART));
  return rows;
}
