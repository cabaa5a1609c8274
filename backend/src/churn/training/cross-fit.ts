import type { LabelledMatrix } from '../features/matrix';
import { judge, type Judged } from './fold';
import { fit } from './fit';
import type { Recipe, Setup } from './recipes';
import type { TrainingRun } from '../trees';

const GROUPS = 3;

/**
 * What a recipe says of the customers at the latest of its own training cuts, each judged by a model that has learnt
 * nothing of that customer at any cut: to calibrate by where the history is too short for later cuts.
 */
export async function crossFit(
  cuts: readonly LabelledMatrix[],
  recipe: Recipe,
  setup: Setup,
  run: TrainingRun,
): Promise<Judged[]> {
  const latest = cuts.reduce((one, other) => (other.cut > one.cut ? other : one));
  const judged: Judged[] = [];
  for (let group = 0; group < GROUPS; group++) {
    const others = cuts.map((cut) => keep(cut, (key) => key % GROUPS !== group));
    const fitted = await fit(recipe, others, setup, run);
    judged.push(
      judge(
        fitted,
        keep(latest, (key) => key % GROUPS === group),
      ),
    );
  }
  return judged;
}

/** The rows of some customers. */
function keep(matrix: LabelledMatrix, wanted: (customerKey: number) => boolean): LabelledMatrix {
  const rows = Int32Array.from(matrix.customerKeys.keys()).filter((row) => wanted(matrix.customerKeys[row]!));
  return {
    ...matrix,
    length: rows.length,
    customerKeys: Int32Array.from(rows, (row) => matrix.customerKeys[row]!),
    columns: matrix.columns.map((column) => Float64Array.from(rows, (row) => column[row]!)),
    returned: Uint8Array.from(rows, (row) => matrix.returned[row]!),
  };
}
