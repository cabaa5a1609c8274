import { applyBins, chooseBins } from '../bins';
import { boost, type BoostingJob } from '../boosting';
import { predictProbability, type TreeEnsemble, type TreeModel } from '../ensemble';
import { growForestTree, type ForestJob } from '../forest';
import type { Tree } from '../tree';

/** Columns to be binned; `binned` is shared memory that receives the bin numbers. */
export interface BinJob {
  columns: readonly Float64Array[];
  binned: readonly Uint8Array[];
}

export interface PredictJob {
  model: TreeModel;
  columns: readonly Float64Array[];
}

/** The `index`-th column's edges; fills in its bin numbers. */
function binColumn({ columns, binned }: BinJob, index: number): Float64Array {
  const column = [columns[index]!];
  const bins = chooseBins(column);
  applyBins(bins, column, () => binned[index]!);
  return bins[0]!;
}

function growTree(job: ForestJob, index: number): Tree {
  return growForestTree(job, index);
}

function boostTrees(job: BoostingJob, _index: number): TreeEnsemble {
  return boost(job);
}

function predict({ model, columns }: PredictJob, _index: number): Float64Array {
  return predictProbability(model.ensemble, applyBins(model.bins, columns), columns[0]?.length ?? 0);
}

/** What can be dealt out: each makes the `index`-th part of a job's result. */
export const TASKS = { binColumn, growTree, boostTrees, predict };

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
