import { UNKNOWN_BIN, type FeatureBins } from './bins';
import { TrainingError } from './errors';

/**
 * Bin numbers of many rows, those of one row side by side: whoever needs several features of a row finds them in one
 * or two lines of the processor's cache, and counting one feature after the other never waits for its own last count.
 */
export interface BinnedRows {
  bytes: Uint8Array;
  /** Features, and so bytes, per row. */
  width: number;
  /** How many rows there are. */
  length: number;
}

/** Rows that are filled column by column while they stay in the cache. */
const BLOCK = 512;

/** Edges laid out for a search. */
export interface EdgeSearch {
  /** The edges, then Infinity. */
  edges: Float64Array;
  /** Steps that the search takes. */
  steps: number;
}

/** One search per feature. */
export function edgeSearches(bins: FeatureBins): EdgeSearch[] {
  return bins.map((known) => {
    const edges = new Float64Array(256).fill(Infinity);
    edges.set(known);
    return { edges, steps: 32 - Math.clz32(known.length) };
  });
}

/** The bin numbers of all rows of `columns`, which are those that the bins were chosen for, later ones perhaps. */
export function binRows(bins: FeatureBins, columns: readonly Float64Array[]): BinnedRows {
  checkColumns(bins, columns);
  const width = bins.length;
  const length = columns[0]?.length ?? 0;
  const bytes = new Uint8Array(length * width);
  fillRows(edgeSearches(bins), columns, 0, length, bytes);
  return { bytes, width, length };
}

/** @throws TrainingError when there are more or fewer columns than the bins know */
export function checkColumns(bins: FeatureBins, columns: readonly Float64Array[]): void {
  if (columns.length === bins.length) return;
  throw new TrainingError(`The model knows ${bins.length} features, but ${columns.length} columns were given.`);
}

/** Writes the bin numbers of the rows `from` up to `to`, the first of them at the start of `bytes`. */
export function fillRows(
  searches: readonly EdgeSearch[],
  columns: readonly Float64Array[],
  from: number,
  to: number,
  bytes: Uint8Array,
): void {
  const width = searches.length;
  for (let start = from; start < to; start += BLOCK) {
    const end = Math.min(to, start + BLOCK);
    for (let feature = 0; feature < width; feature++) {
      fillColumn(searches[feature]!, columns[feature]!, start, end, bytes, (start - from) * width + feature, width);
    }
  }
}

/**
 * Writes the bin number of each value, as `binOf` gives it: a binary search in which comparisons become numbers. As
 * branches they would be guessed wrong half of the time, which takes five times as long; how many steps there are is
 * always guessed right.
 */
function fillColumn(
  { edges, steps }: EdgeSearch,
  column: Float64Array,
  from: number,
  to: number,
  bytes: Uint8Array,
  at: number,
  stride: number,
): void {
  for (let row = from; row < to; row++) {
    const value = column[row]!;
    let below = 0;
    if (steps > 7) below = +(edges[127]! < value) << 7;
    if (steps > 6) below += +(edges[below + 63]! < value) << 6;
    if (steps > 5) below += +(edges[below + 31]! < value) << 5;
    if (steps > 4) below += +(edges[below + 15]! < value) << 4;
    if (steps > 3) below += +(edges[below + 7]! < value) << 3;
    if (steps > 2) below += +(edges[below + 3]! < value) << 2;
    if (steps > 1) below += +(edges[below + 1]! < value) << 1;
    if (steps > 0) below += +(edges[below]! < value);
    // Nothing is below NaN, and NaN alone differs from itself.
    bytes[at] = UNKNOWN_BIN + below + +(value === value);
    at += stride;
  }
}
