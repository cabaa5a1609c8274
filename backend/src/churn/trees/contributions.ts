import type { BinnedColumns } from './bins';
import { scaleOf, type TreeEnsemble } from './ensemble';

/** An answer taken apart: `base` and all of `byFeature` add up to it. */
export interface Contributions {
  /** The answer before anything is known of the row, on the ensemble's own scale. */
  base: number;
  /** What knowing each feature's value added, in the order of the features. */
  byFeature: Float64Array;
}

/**
 * Takes the answer for one row apart along its ways through the trees: each step to a child changes the node's value,
 * and that change is the asked feature's doing (Saabas 2014, "Interpreting random forests"; the treeinterpreter
 * package). The parts add up to `predictRaw` of the row but for rounding.
 */
export function contributions(ensemble: TreeEnsemble, columns: BinnedColumns, row: number): Contributions {
  const byFeature = new Float64Array(columns.length);
  let base = 0;
  for (const { feature, threshold, left, value } of ensemble.trees) {
    let node = 0;
    base += value[0]!;
    for (let asked = feature[0]!; asked >= 0; asked = feature[node]!) {
      const child = left[node]! + (columns[asked]![row]! > threshold[node]! ? 1 : 0);
      byFeature[asked]! += value[child]! - value[node]!;
      node = child;
    }
  }
  const scale = scaleOf(ensemble);
  for (let i = 0; i < byFeature.length; i++) byFeature[i]! *= scale;
  return { base: ensemble.base + base * scale, byFeature };
}

/** Answers of many rows taken apart; `columns` holds one array per feature, with a value per row. */
export interface ContributionColumns {
  base: number;
  columns: Float64Array[];
}

/** `contributions` of the rows 0 to `length`, by feature. */
export function contributionColumns(
  ensemble: TreeEnsemble,
  binned: BinnedColumns,
  length: number,
): ContributionColumns {
  const columns = binned.map(() => new Float64Array(length));
  const scale = scaleOf(ensemble);
  let base = 0;
  for (const { feature, threshold, left, value } of ensemble.trees) {
    base += value[0]!;
    for (let row = 0; row < length; row++) {
      let node = 0;
      for (let asked = feature[0]!; asked >= 0; asked = feature[node]!) {
        const child = left[node]! + (binned[asked]![row]! > threshold[node]! ? 1 : 0);
        columns[asked]![row]! += value[child]! - value[node]!;
        node = child;
      }
    }
  }
  for (const column of columns) for (let row = 0; row < length; row++) column[row]! *= scale;
  return { base: ensemble.base + base * scale, columns };
}
