import { calibrateAll, chooseCalibration, type Calibration } from '../calibration';
import { bestF1Threshold } from '../evaluation';
import type { Judged } from './fold';

export interface FoldCalibration {
  calibration: Calibration;
  /** Why this kind, for people. */
  reason: string;
  /** Probability of returning from which a customer is predicted to return: the best F1 on these folds. */
  threshold: number;
}

/** Calibrates on what models said of customers at later cuts than those that they learnt from. */
export function calibrateOn(folds: readonly Judged[]): FoldCalibration {
  const raw = concat(folds.map(({ scores }) => scores.model));
  const returned = Uint8Array.from(folds.flatMap(({ matrix }) => [...matrix.returned]));
  const { calibration, reason } = chooseCalibration(raw, returned);
  return { calibration, reason, threshold: bestF1Threshold(calibrateAll(calibration, raw), returned).threshold };
}

function concat(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let from = 0;
  for (const part of parts) {
    all.set(part, from);
    from += part.length;
  }
  return all;
}
