import { checkBothClasses } from '../evaluation/check';
import { groupByScore } from '../evaluation/score-groups';
import type { IsotonicCalibration } from './calibration';

/** Raw values nearer than this are one: forests sum equal shares to values that differ in their last digits. */
const GRID = 2 ** -30;

/** Neighbouring points that isotonic regression has pooled. */
export interface Block {
  /** Weighted mean position. */
  centre: number;
  /** Weighted mean value. */
  value: number;
  weight: number;
}

/**
 * Weighted isotonic regression by pooling adjacent violators (Ayer et al., "An Empirical Distribution Function for
 * Sampling with Incomplete Information", Annals of Mathematical Statistics 26, 1955): the ascending values nearest to
 * those given. Blocks come with strictly ascending values.
 *
 * @param positions strictly ascending
 * @param weights positive
 */
export function poolAdjacentViolators(positions: Float64Array, values: Float64Array, weights: Float64Array): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < positions.length; i++) {
    let block: Block = { centre: positions[i]!, value: values[i]!, weight: weights[i]! };
    for (let last = blocks.at(-1); last !== undefined && last.value >= block.value; last = blocks.at(-1)) {
      blocks.pop();
      block = pool(last, block);
    }
    blocks.push(block);
  }
  return blocks;
}

function pool(a: Block, b: Block): Block {
  const weight = a.weight + b.weight;
  return {
    centre: (a.centre * a.weight + b.centre * b.weight) / weight,
    value: (a.value * a.weight + b.value * b.weight) / weight,
    weight,
  };
}

/**
 * Isotonic calibration (Zadrozny and Elkan, "Transforming Classifier Scores into Accurate Multiclass Probability
 * Estimates", KDD 2002), made continuous by straight lines between the centres of its blocks, so that customers within
 * a block are still told apart. A block where none (or all) of n customers in total returned is held at half a customer
 * in n + 1: none seen is not impossible.
 *
 * @throws EvaluationError on bad input, or when only one class is there
 */
export function fitIsotonic(raw: Float64Array, returned: Uint8Array): IsotonicCalibration {
  checkBothClasses(raw, returned);
  const groups = groupByScore(
    raw.map((value) => Math.round(value / GRID) * GRID),
    returned,
  );
  const weights = groups.returners.map((count, g) => count + groups.leavers[g]!).reverse();
  const rates = groups.returners
    .slice()
    .reverse()
    .map((count, g) => count / weights[g]!);
  const blocks = poolAdjacentViolators(groups.scores.slice().reverse(), rates, weights);
  const least = 0.5 / (raw.length + 1);
  return {
    kind: 'isotonic',
    raw: blocks.map((block) => block.centre),
    probabilities: blocks.map((block) => Math.min(1 - least, Math.max(least, block.value))),
  };
}
