import { TrainingError } from './errors';

/** The bin of unknown values (NaN). It is the lowest, so a split at 0 sets the unknown apart from everything known. */
export const UNKNOWN_BIN = 0;
/** Bins that known values of one feature can fall into: 1 to 255. */
export const MAX_VALUE_BINS = 255;

/** Rows that edges are chosen from: enough to place 254 quantiles, and sorted in a few milliseconds. */
const SAMPLED_ROWS = 50_000;

/**
 * How each feature's values become bytes. Per feature, ascending edges: a value is in bin 1 when it is at most
 * `edges[0]`, in bin 2 when it is above that and at most `edges[1]`, and so on.
 */
export type FeatureBins = readonly Float64Array[];

/**
 * Chooses bins of about equal numbers of rows for each column. A feature of few values gets a bin for each of them.
 *
 * @param maxBins most bins for known values, 2 to 255
 */
export function chooseBins(columns: readonly Float64Array[], maxBins = MAX_VALUE_BINS): FeatureBins {
  if (!Number.isInteger(maxBins) || maxBins < 2 || maxBins > MAX_VALUE_BINS) {
    throw new TrainingError(`The number of bins must be a whole number from 2 to ${MAX_VALUE_BINS}, not ${maxBins}.`);
  }
  return columns.map((column) => chooseEdges(column, maxBins));
}

/** How many bin numbers each feature uses, the one for unknown values among them. */
export function binCounts(bins: FeatureBins): number[] {
  return bins.map((edges) => edges.length + 2);
}

/** The bin number of one value: one more than the number of edges below it, or 0 for NaN. */
export function binOf(edges: Float64Array, value: number): number {
  if (Number.isNaN(value)) return UNKNOWN_BIN;
  let below = 0;
  while (below < edges.length && edges[below]! < value) below++;
  return below + 1;
}

/**
 * Walks the sorted values and closes a bin as soon as it holds its share of the rows that are left, so that a value
 * that fills several shares by itself takes none from its neighbours.
 */
function chooseEdges(column: Float64Array, maxBins: number): Float64Array {
  const sorted = knownValues(column).sort();
  const starts = startsOfDistinct(sorted);
  const edges: number[] = [];
  const everyValue = starts.length <= maxBins;
  let binStart = 0;
  for (let i = 1; i < starts.length; i++) {
    const start = starts[i]!;
    const share = (sorted.length - binStart) / (maxBins - edges.length);
    if (!everyValue && start - binStart < share) continue;
    edges.push(between(sorted[start - 1]!, sorted[start]!));
    binStart = start;
    if (edges.length === maxBins - 1) break;
  }
  return Float64Array.from(edges);
}

/** The known values of a long column's evenly spread rows, or of all rows of a shorter one. */
function knownValues(column: Float64Array): Float64Array {
  const step = Math.max(1, column.length / SAMPLED_ROWS);
  const values = new Float64Array(Math.min(column.length, SAMPLED_ROWS));
  let known = 0;
  for (let i = 0; i < values.length; i++) {
    const value = column[Math.floor(i * step)]!;
    if (!Number.isNaN(value)) values[known++] = value;
  }
  return values.subarray(0, known);
}

/** Positions at which a new value begins. */
function startsOfDistinct(sorted: Float64Array): number[] {
  const starts: number[] = [];
  for (let i = 0; i < sorted.length; i++) {
    // -0 is sorted before 0, and equal to it.
    if (i === 0 || sorted[i] !== sorted[i - 1]) starts.push(i);
  }
  return starts;
}

/** A number that is at least `low` and below `high`, halfway where there is such a number. */
function between(low: number, high: number): number {
  const middle = low / 2 + high / 2;
  return middle >= low && middle < high ? middle : low;
}
