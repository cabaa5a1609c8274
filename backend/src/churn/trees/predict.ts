import { checkColumns, edgeSearches, fillRows, type BinnedRows } from './binned-rows';
import { scaleOf, sigmoid, type TreeEnsemble, type TreeModel } from './ensemble';
import { addTrees, BLOCK_ROWS, layOut, type WalkedTrees } from './walk';

/** The answer for each row on the ensemble's own scale: probabilities for `mean`, log-odds for `logit-sum`. */
export function predictRaw(ensemble: TreeEnsemble, rows: BinnedRows): Float64Array {
  const sums = new Float64Array(rows.length);
  addTrees(layOut(ensemble.trees), rows, sums);
  return answersOf(ensemble, sums);
}

/**
 * What gives the probability of a positive for each row of raw columns, whatever the link. Edges and trees are laid
 * out at the first question and kept.
 *
 * @throws TrainingError when there are more or fewer columns than the model knows features
 */
export function predictorOf({ bins, ensemble }: TreeModel): (columns: readonly Float64Array[]) => Float64Array {
  let ready: { searches: ReturnType<typeof edgeSearches>; trees: WalkedTrees } | undefined;
  return (columns) => {
    checkColumns(bins, columns);
    ready ??= { searches: edgeSearches(bins), trees: layOut(ensemble.trees) };
    const length = columns[0]?.length ?? 0;
    const sums = new Float64Array(length);
    const bytes = new Uint8Array(Math.min(length, BLOCK_ROWS) * bins.length);
    // Block by block, so that bin numbers are asked for while they are in the cache.
    for (let from = 0; from < length; from += BLOCK_ROWS) {
      const to = Math.min(length, from + BLOCK_ROWS);
      fillRows(ready.searches, columns, from, to, bytes);
      addTrees(ready.trees, { bytes, width: bins.length, length: to - from }, sums.subarray(from, to));
    }
    const answers = answersOf(ensemble, sums);
    return ensemble.link === 'mean' ? answers : answers.map(sigmoid);
  };
}

function answersOf(ensemble: TreeEnsemble, sums: Float64Array): Float64Array {
  const scale = scaleOf(ensemble);
  for (let row = 0; row < sums.length; row++) sums[row] = ensemble.base + sums[row]! * scale;
  return sums;
}
