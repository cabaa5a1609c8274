import type { BinnedRows } from './binned-rows';
import { scaleOf, type TreeEnsemble } from './ensemble';

/** Answers taken apart: for each row `base` and its values of all `columns` add up to the answer. */
export interface ContributionColumns {
  /** The answer before anything is known of a row, on the ensemble's own scale. */
  base: number;
  /** What knowing each feature's value added: one array per feature, with a value per row. */
  columns: Float64Array[];
}

/**
 * Takes the answers apart along the rows' ways through the trees: each step to a child changes the node's value, and
 * that change is the asked feature's doing (Saabas 2014, "Interpreting random forests"; the treeinterpreter package).
 * The parts add up to `predictRaw` of the row but for rounding.
 */
export function contributionColumns(ensemble: TreeEnsemble, { bytes, width, length }: BinnedRows): ContributionColumns {
  const columns = Array.from({ length: width }, () => new Float64Array(length));
  const scale = scaleOf(ensemble);
  let base = 0;
  for (const { feature, threshold, left, value } of ensemble.trees) {
    base += value[0]!;
    for (let row = 0; row < length; row++) {
      let node = 0;
      for (let asked = feature[0]!; asked >= 0; asked = feature[node]!) {
        const child = left[node]! + (bytes[row * width + asked]! > threshold[node]! ? 1 : 0);
        columns[asked]![row]! += value[child]! - value[node]!;
        node = child;
      }
    }
  }
  for (const column of columns) for (let row = 0; row < length; row++) column[row]! *= scale;
  return { base: ensemble.base + base * scale, columns };
}
