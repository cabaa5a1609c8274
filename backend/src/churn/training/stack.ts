import type { LabelledMatrix } from '../features/matrix';
import type { TrainingData } from '../trees/data';

/** The rows of several cuts below each other. @throws RangeError when there are none, or their features differ */
export function stack(matrices: readonly LabelledMatrix[]): TrainingData & { names: readonly string[] } {
  const first = matrices[0];
  if (!first) throw new RangeError('There are no cuts to learn from.');
  if (matrices.some((matrix) => matrix.names.join() !== first.names.join())) {
    throw new RangeError('The cuts have different features.');
  }
  const rows = matrices.reduce((sum, matrix) => sum + matrix.length, 0);
  const labels = new Uint8Array(rows);
  const columns = first.names.map(() => new Float64Array(rows));
  let from = 0;
  for (const matrix of matrices) {
    labels.set(matrix.returned, from);
    matrix.columns.forEach((column, feature) => columns[feature]!.set(column, from));
    from += matrix.length;
  }
  return { names: first.names, labels, columns };
}

/** The median of each column; NaN where most values are unknown. */
export function mediansOf(columns: readonly Float64Array[]): Float64Array {
  return Float64Array.from(columns, (column) => {
    const known = column.filter((value) => !Number.isNaN(value)).sort();
    return known.length * 2 < column.length ? Number.NaN : (known[Math.floor(known.length / 2)] ?? Number.NaN);
  });
}
