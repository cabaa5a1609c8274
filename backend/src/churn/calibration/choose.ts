import { checkBothClasses } from '../evaluation/check';
import { EvaluationError } from '../evaluation/error';
import { brierScore, logLoss } from '../evaluation/probability-scores';
import { seededRandom, shuffle } from '../evaluation/random';
import { calibrateAll } from './apply';
import type { Calibration } from './calibration';
import { fitIsotonic } from './isotonic';
import { fitPlatt } from './platt';

export interface ChoiceOptions {
  /** What decides; default log loss. */
  measure?: Measure;
  /** Parts of the cross-validation, default 5. */
  folds?: number;
  /** Default 1. */
  seed?: number;
  /** With fewer returners, or fewer leavers, than this Platt is taken unseen. Default 200. */
  fewestForIsotonic?: number;
}

export interface CalibrationChoice {
  /** Fitted to all of the data given. */
  calibration: Calibration;
  measure: Measure;
  /** Cross-validated measure of each, lower is better; null where not compared. */
  platt: number | null;
  isotonic: number | null;
  /** Why this one, for people. */
  reason: string;
}

type Measure = 'log_loss' | 'brier';

const DEFAULTS = { measure: 'log_loss' as Measure, folds: 5, seed: 1, fewestForIsotonic: 200 };

/**
 * Isotonic regression must be better by this share of the loss: its steps give many customers the same probability,
 * which costs order among them.
 */
const CLEARLY_BETTER = 0.01;

const FITS = { platt: fitPlatt, isotonic: fitIsotonic };

/**
 * Chooses between Platt and isotonic by cross-validation on the calibration data, returners and leavers spread evenly
 * over the folds. With few of either kind isotonic regression learns noise (Niculescu-Mizil and Caruana, "Predicting
 * Good Probabilities with Supervised Learning", ICML 2005), so Platt is taken then, and
 * when both are nearly equal.
 *
 * @throws EvaluationError on bad input, or when only one class is there
 */
export function chooseCalibration(
  raw: Float64Array,
  returned: Uint8Array,
  options: ChoiceOptions = {},
): CalibrationChoice {
  const { measure, folds, seed, fewestForIsotonic } = { ...DEFAULTS, ...options };
  if (!Number.isInteger(folds) || folds < 2) throw new EvaluationError('option', `${folds} folds: give 2 or more.`);
  const { returners, leavers } = checkBothClasses(raw, returned);
  const fewer = Math.min(returners, leavers);
  if (fewer < Math.max(fewestForIsotonic, folds))
    return {
      calibration: fitPlatt(raw, returned),
      measure,
      platt: null,
      isotonic: null,
      reason: `Platt scaling, since ${fewer} ${returners <= leavers ? 'returners' : 'leavers'} are too few for isotonic regression`,
    };
  const foldOf = assignFolds(returned, folds, seed);
  const platt = crossValidated(raw, returned, foldOf, folds, 'platt', measure);
  const isotonic = crossValidated(raw, returned, foldOf, folds, 'isotonic', measure);
  return isotonic < platt * (1 - CLEARLY_BETTER)
    ? {
        calibration: fitIsotonic(raw, returned),
        measure,
        platt,
        isotonic,
        reason: reasonOf('isotonic', platt, isotonic, measure),
      }
    : {
        calibration: fitPlatt(raw, returned),
        measure,
        platt,
        isotonic,
        reason: reasonOf('platt', platt, isotonic, measure),
      };
}

function reasonOf(kind: Calibration['kind'], platt: number, isotonic: number, measure: Measure): string {
  const name = measure === 'brier' ? 'Brier score' : 'log loss';
  return kind === 'platt'
    ? `Platt scaling: cross-validated ${name} ${platt.toPrecision(4)} against ${isotonic.toPrecision(4)}`
    : `Isotonic regression: cross-validated ${name} ${isotonic.toPrecision(4)} against ${platt.toPrecision(4)}`;
}

/** For each customer its fold, each class spread evenly. */
function assignFolds(returned: Uint8Array, folds: number, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const foldOf = new Uint8Array(returned.length);
  for (const label of [0, 1]) {
    const members = Int32Array.from(returned.keys()).filter((i) => returned[i] === label);
    shuffle(members, random);
    members.forEach((member, at) => (foldOf[member] = at % folds));
  }
  return foldOf;
}

/** The measure over all customers, each judged by a calibration that has not seen it. */
function crossValidated(
  raw: Float64Array,
  returned: Uint8Array,
  foldOf: Uint8Array,
  folds: number,
  kind: Calibration['kind'],
  measure: Measure,
): number {
  let sum = 0;
  for (let fold = 0; fold < folds; fold++) {
    const train = (_: number, i: number): boolean => foldOf[i] !== fold;
    const held = (_: number, i: number): boolean => foldOf[i] === fold;
    const calibration = FITS[kind](raw.filter(train), returned.filter(train));
    const probabilities = calibrateAll(calibration, raw.filter(held));
    const labels = returned.filter(held);
    const loss = measure === 'brier' ? brierScore(probabilities, labels).value : logLoss(probabilities, labels);
    sum += loss * labels.length;
  }
  return sum / raw.length;
}
