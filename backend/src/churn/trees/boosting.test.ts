import { TrainingError } from './errors';
import { trainBoosting } from './gradient-boosting';
import { countSlopes } from './count-slopes';
import { bestNewtonSplit, newtonStep, planHistogram, rowsOf, subtract, sumsOf } from './newton';
import { randomStream } from './random';
import { fillSlopes, newSlopes } from './slopes';
import { exclusiveOr, rocAuc } from './testing/synthetic';

const quick = { rounds: 60, learningRate: 0.2, minLeaf: 10 };

test('learns what depends on two features together', async () => {
  const learned = await trainBoosting(exclusiveOr(2000, 1), quick);
  const later = exclusiveOr(1000, 2);
  expect(rocAuc(learned.predict(later.columns), later.labels)).toBeGreaterThan(0.85);
});

test('the same seed gives the same model', async () => {
  const data = exclusiveOr(300, 3);
  const train = async (seed: number) => (await trainBoosting(data, { ...quick, rounds: 5, seed })).encode();
  expect(await train(1)).toEqual(await train(1));
  expect(await train(1)).not.toEqual(await train(2));
});

test('stops when later rows are served no better, and keeps the trees that served them best', async () => {
  const noise = exclusiveOr(300, 4, 0.5);
  const options = { rounds: 500, learningRate: 0.3, minLeaf: 5, patience: 5, validation: exclusiveOr(300, 5, 0.5) };
  const { model } = await trainBoosting(noise, options);
  expect(model.ensemble.trees.length).toBeLessThan(50);
});

test('its mean answer is the share of positives', async () => {
  const data = exclusiveOr(1000, 6);
  const answers = (await trainBoosting(data, quick)).predict(data.columns);
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / 1000;
  expect(mean(answers)).toBeCloseTo(mean(data.labels), 2);
});

describe('on 200 rows', () => {
  const random = randomStream(1, 0);
  const length = 200;
  const width = 9;
  const rows = { bytes: Uint8Array.from({ length: length * width }, () => random.below(6)), width, length };
  const losses = {
    labels: Uint8Array.from({ length }, () => random.below(2)),
    weights: Float64Array.from({ length }, () => random.next() * 3),
    logOdds: Float64Array.from({ length }, () => random.next() * 4 - 2),
  };
  const all = Int32Array.from({ length }, (_, row) => row);
  const slopes = newSlopes(losses.weights);
  fillSlopes(slopes, all, losses);
  const { unit } = slopes;
  /** One more than are counted in one pass. */
  const plan = planHistogram(Int32Array.of(8, 0, 1, 2, 3, 4, 5), new Array<number>(width).fill(6));
  const count = (drawn: Int32Array) => countSlopes(plan, rows, drawn, 0, drawn.length, slopes);
  const second = (row: number) => {
    const probability = 1 / (1 + Math.exp(-losses.logOdds[row]!));
    return losses.weights[row]! * probability * (1 - probability);
  };
  const sumOf = (drawn: Int32Array, of: (row: number) => number) => drawn.reduce((sum, row) => sum + of(row), 0);

  test('finds the best of all splits', () => {
    const gain = (drawn: Int32Array) => sumOf(drawn, (row) => slopes.gradient[row]!) ** 2 / (sumOf(drawn, second) + 1);
    const scored = Array.from(plan.features).flatMap((feature) =>
      [0, 1, 2, 3, 4].map((threshold) => {
        const left = all.filter((row) => rows.bytes[row * width + feature]! <= threshold);
        const right = all.filter((row) => rows.bytes[row * width + feature]! > threshold);
        const allowed = left.length >= 20 && right.length >= 20;
        return { feature, threshold, left: left.length, score: allowed ? gain(left) + gain(right) : -Infinity };
      }),
    );
    const best = scored.reduce((so, one) => (one.score > so.score ? one : so));
    const whole = count(all);
    const found = bestNewtonSplit(whole, plan, unit, sumsOf(whole, plan), { minLeaf: 20, l2: 1 })!;
    expect(found).toMatchObject({ feature: best.feature, threshold: best.threshold });
    expect([rowsOf(found.left, unit), rowsOf(found.right, unit)]).toEqual([best.left, 200 - best.left]);
  });

  test('a child by subtraction is as by counting, its rows and second derivatives exactly', () => {
    const whole = count(all);
    const right = count(all.filter((row) => row % 3 !== 0));
    subtract(whole, count(all.filter((row) => row % 3 === 0)));
    for (let at = 0; at < 7 * 6 * 2; at += 2) {
      expect(whole[at]).toBeCloseTo(right[at]!, 12);
      expect(whole[at + 1]).toBe(right[at + 1]);
    }
  });

  test('a Newton step is the least of the penalised quadratic of the rows', () => {
    const sums = sumsOf(count(all), plan);
    const step = -sumOf(all, (row) => slopes.gradient[row]!) / (sumOf(all, second) + 0.5);
    expect(newtonStep(sums, unit, 0.5)).toBeCloseTo(step, 10);
  });
});

test('second derivatives smaller than their steps are not lost', () => {
  const length = 1000;
  const labels = new Uint8Array(length);
  const logOdds = new Float64Array(length).fill(-5);
  const weights = new Float64Array(length).fill(1);
  // Beside so heavy a row, which is not drawn, the steps are 1; each of these has a 150th.
  const slopes = newSlopes(Float64Array.of(...weights, 2 ** 42));
  fillSlopes(slopes, Int32Array.from(labels.keys()), { labels, weights, logOdds });
  const sum = slopes.counted.reduce((total, counted) => total + (counted % slopes.unit), 0);
  const probability = 1 / (1 + Math.exp(5));
  expect(Math.abs(sum - length * probability * (1 - probability))).toBeLessThan(1);
});

test('refuses options out of range and later rows of one kind', async () => {
  const data = exclusiveOr(50, 7);
  await expect(trainBoosting(data, { learningRate: 0 })).rejects.toThrow('learningRate must be a number from');
  const validation = { ...data, labels: new Uint8Array(50) };
  await expect(trainBoosting(data, { validation })).rejects.toThrow(TrainingError);
  const weights = Float64Array.from(data.labels);
  await expect(trainBoosting({ ...data, weights })).rejects.toThrow('of one kind');
});
