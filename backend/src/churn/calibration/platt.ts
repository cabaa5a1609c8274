import { checkBothClasses } from '../evaluation/check';
import { groupByScore, type ScoreGroups } from '../evaluation/score-groups';
import type { PlattCalibration } from './calibration';
import { logistic, logOdds } from './log-odds';

const MAX_STEPS = 100;
/** Added to the Hessian's diagonal, so that it can be solved when all raw values are alike. */
const RIDGE = 1e-12;
/** Log loss that a further step may still save, in all: below it the last step is taken and the search ends. */
const CLOSE_ENOUGH = 1e-9;

interface Point {
  slope: number;
  intercept: number;
}

/**
 * Platt scaling on the log-odds: J. Platt, "Probabilistic Outputs for Support Vector Machines" (1999), with his
 * smoothed targets against overconfidence, fitted by the safeguarded Newton method of Lin, Lin and Weng, "A Note on
 * Platt's Probabilistic Outputs" (Machine Learning 68, 2007). Where raw values rank customers the wrong way round the
 * slope is 0: everyone gets the base rate, since a calibration may not turn the order around.
 *
 * @throws EvaluationError on bad input, or when only one class is there
 */
export function fitPlatt(raw: Float64Array, returned: Uint8Array): PlattCalibration {
  const { returners, leavers } = checkBothClasses(raw, returned);
  const data = smoothedTargets(groupByScore(raw, returned), returners, leavers);
  const start: Point = { slope: 0, intercept: Math.log((returners + 1) / (leavers + 1)) };
  const found = minimise(data, start);
  if (found.slope >= 0) return { kind: 'platt', ...found };
  return {
    kind: 'platt',
    slope: 0,
    intercept: minimise({ ...data, x: new Float64Array(data.x.length) }, start).intercept,
  };
}

interface Targets {
  /** Log-odds of each distinct raw value. */
  x: Float64Array;
  /** Customers with it. */
  weight: Float64Array;
  /** Sum of their smoothed targets. */
  target: Float64Array;
}

function smoothedTargets(groups: ScoreGroups, returners: number, leavers: number): Targets {
  const high = (returners + 1) / (returners + 2);
  const low = 1 / (leavers + 2);
  return {
    x: groups.scores.map(logOdds),
    weight: groups.returners.map((count, g) => count + groups.leavers[g]!),
    target: groups.returners.map((count, g) => count * high + groups.leavers[g]! * low),
  };
}

function minimise(data: Targets, start: Point): Point {
  let point = start;
  let value = loss(data, point);
  for (let step = 0; step < MAX_STEPS; step++) {
    const { gradient, hessian } = derivatives(data, point);
    const [aa, ab, bb] = hessian;
    const determinant = aa * bb - ab * ab;
    const direction = {
      slope: -(bb * gradient[0] - ab * gradient[1]) / determinant,
      intercept: -(aa * gradient[1] - ab * gradient[0]) / determinant,
    };
    const saving = -(direction.slope * gradient[0] + direction.intercept * gradient[1]);
    if (saving < CLOSE_ENOUGH) return stepped(point, direction, 1);
    const better = halveUntilBetter(data, point, value, direction);
    if (better === undefined) return point;
    ({ point, value } = better);
  }
  return point;
}

/** A full Newton step may overshoot: shorter ones are tried, none found means that the minimum is reached. */
function halveUntilBetter(data: Targets, from: Point, value: number, direction: Point) {
  for (let length = 1; length > 1e-6; length /= 2) {
    const point = stepped(from, direction, length);
    const reached = loss(data, point);
    if (reached < value) return { point, value: reached };
  }
  return undefined;
}

function stepped(from: Point, direction: Point, length: number): Point {
  return {
    slope: from.slope + length * direction.slope,
    intercept: from.intercept + length * direction.intercept,
  };
}

function loss({ x, weight, target }: Targets, { slope, intercept }: Point): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const odds = slope * x[i]! + intercept;
    // log(1 + e^odds), without overflow.
    sum += weight[i]! * (Math.max(0, odds) + Math.log1p(Math.exp(-Math.abs(odds)))) - target[i]! * odds;
  }
  return sum;
}

function derivatives({ x, weight, target }: Targets, { slope, intercept }: Point) {
  const gradient: [number, number] = [0, 0];
  const hessian: [number, number, number] = [RIDGE, 0, RIDGE];
  for (let i = 0; i < x.length; i++) {
    const probability = logistic(slope * x[i]! + intercept);
    const residual = weight[i]! * probability - target[i]!;
    const curvature = weight[i]! * probability * (1 - probability);
    gradient[0] += residual * x[i]!;
    gradient[1] += residual;
    hessian[0] += curvature * x[i]! * x[i]!;
    hessian[1] += curvature * x[i]!;
    hessian[2] += curvature;
  }
  return { gradient, hessian };
}
