import type { TrainingData } from '../data';
import { randomStream } from '../random';

/**
 * Rows whose label depends on two of the features together, not on either alone (a noisy exclusive or), among others
 * that say nothing; one of those is unknown for some rows, another has three values.
 */
export function exclusiveOr(rows: number, seed: number, noise = 0.1): TrainingData {
  const random = randomStream(seed, 0);
  const columns = Array.from({ length: 5 }, () => new Float64Array(rows));
  const labels = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    for (const column of columns) column[row] = random.next();
    columns[3]![row] = Math.floor(columns[3]![row]! * 3);
    if (columns[4]![row]! < 0.1) columns[4]![row] = NaN;
    const both = columns[0]![row]! > 0.5 !== columns[1]![row]! > 0.5;
    labels[row] = both === random.next() >= noise ? 1 : 0;
  }
  return { columns, labels };
}

/** The chance that a positive row is given more than a negative one (Mann and Whitney 1947); ties count half. */
export function rocAuc(scores: Float64Array, labels: Uint8Array): number {
  let pairs = 0;
  let won = 0;
  for (let i = 0; i < scores.length; i++) {
    if (labels[i] !== 1) continue;
    for (let j = 0; j < scores.length; j++) {
      if (labels[j] === 1) continue;
      pairs++;
      won += scores[i]! > scores[j]! ? 1 : scores[i] === scores[j] ? 0.5 : 0;
    }
  }
  return won / pairs;
}
