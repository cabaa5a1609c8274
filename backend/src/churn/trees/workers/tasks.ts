import { edgeSearches, fillRows, type BinnedRows } from '../binned-rows';
import { chooseBins, type FeatureBins } from '../bins';
import { boost, type BoostingJob } from '../boosting';
import type { TreeEnsemble, TreeModel } from '../ensemble';
import { growForestTree, type ForestJob } from '../forest';
import { predictorOf } from '../predict';
import type { Tree } from '../tree';

export interface EdgesJob {
  columns: readonly Float64Array[];
  maxBins?: number;
}

/** Rows to be binned; `rows` is shared memory that receives the bin numbers. */
export interface BinJob {
  bins: FeatureBins;
  columns: readonly Float64Array[];
  rows: BinnedRows;
  rowsPerPart: number;
}

export interface PredictJob {
  model: TreeModel;
  columns: readonly Float64Array[];
}

/** The `index`-th column's edges. */
function chooseEdges({ columns, maxBins }: EdgesJob, index: number): Float64Array {
  return chooseBins([columns[index]!], maxBins)[0]!;
}

/** Fills in the `index`-th part of the rows. */
function binRows({ bins, columns, rows, rowsPerPart }: BinJob, index: number): void {
  const from = index * rowsPerPart;
  const to = Math.min(rows.length, from + rowsPerPart);
  fillRows(edgeSearches(bins), columns, from, to, rows.bytes.subarray(from * rows.width, to * rows.width));
}

function growTree(job: ForestJob, index: number): Tree {
  return growForestTree(job, index);
}

function boostTrees(job: BoostingJob, _index: number): TreeEnsemble {
  return boost(job);
}

function predict({ model, columns }: PredictJob, _index: number): Float64Array {
  return predictorOf(model)(columns);
}

/** What can be dealt out: each makes the `index`-th part of a job's result. */
export const TASKS = { chooseEdges, binRows, growTree, boostTrees, predict };

export type TaskName = keyof typeof TASKS;
export type JobOf<T extends TaskName> = Parameters<(typeof TASKS)[T]>[0];
export type PartOf<T extends TaskName> = ReturnType<(typeof TASKS)[T]>;

/** A part of a result with its place. */
export interface DonePart<Part> {
  index: number;
  part: Part;
}

/**
 * Makes parts of a job until none is left. The number of the next one stands in memory that all threads share, so a
 * thread that is held up makes fewer of them.
 *
 * @param counter shared; counts the parts that were taken
 * @param count how many parts there are
 */
export function workOff<Job, Part>(
  task: (job: Job, index: number) => Part,
  job: Job,
  counter: Int32Array,
  count: number,
): DonePart<Part>[] {
  const done: DonePart<Part>[] = [];
  for (let index = Atomics.add(counter, 0, 1); index < count; index = Atomics.add(counter, 0, 1)) {
    done.push({ index, part: task(job, index) });
  }
  return done;
}
