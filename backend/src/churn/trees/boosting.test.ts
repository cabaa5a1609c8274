import { TrainingError } from './errors';
import { trainBoosting } from './gradient-boosting';
import { bestNewtonSplit, fillHistogram, newNodeHistogram, newtonStep, subtract, sumsOf } from './newton';
import { randomStream } from './random';
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

test('finds the best of all splits, and a child by subtraction as by counting', () => {
  const random = randomStream(1, 0);
  const length = 200;
  const columns = [0, 1, 2].map(() => Uint8Array.from({ length }, () => random.below(6)));
  const gradients = {
    gradient: Float64Array.from({ length }, () => random.next() - 0.5),
    hessian: Float64Array.from({ length }, () => random.next() / 4),
  };
  const count = (rows: number[]) => {
    const histogram = newNodeHistogram(3);
    fillHistogram(histogram, columns, Int32Array.from(rows), gradients);
    return histogram;
  };
  const all = Array.from({ length }, (_, row) => row);
  const whole = count(all);
  const rules = { minLeaf: 20, l2: 1 };
  const gain = (rows: number[]) => {
    const { gradient, hessian } = sumsOf(count(rows));
    return gradient ** 2 / (hessian + 1);
  };
  const scored = [0, 1, 2].flatMap((slot) =>
    [0, 1, 2, 3, 4].map((threshold) => {
      const left = all.filter((row) => columns[slot]![row]! <= threshold);
      const right = all.filter((row) => columns[slot]![row]! > threshold);
      const allowed = left.length >= 20 && right.length >= 20;
      return { slot, threshold, score: allowed ? gain(left) + gain(right) : -Infinity };
    }),
  );
  const { slot, threshold } = scored.reduce((best, one) => (one.score > best.score ? one : best));
  expect(bestNewtonSplit(whole, [6, 6, 6], sumsOf(whole), rules)).toEqual({ slot, threshold });

  const left = count(all.filter((row) => row % 3 === 0));
  const right = count(all.filter((row) => row % 3 !== 0));
  subtract(whole, left);
  whole.forEach((value, i) => expect(value).toBeCloseTo(right[i]!, 12));
});

test('a Newton step is the least of the penalised quadratic', () => {
  expect(newtonStep({ gradient: -3, hessian: 1, rows: 10 }, 0.5)).toBe(2);
});

test('refuses options out of range and later rows of one kind', async () => {
  const data = exclusiveOr(50, 7);
  await expect(trainBoosting(data, { learningRate: 0 })).rejects.toThrow('learningRate must be a number from');
  const validation = { ...data, labels: new Uint8Array(50) };
  await expect(trainBoosting(data, { validation })).rejects.toThrow(TrainingError);
  const weights = Float64Array.from(data.labels);
  await expect(trainBoosting({ ...data, weights })).rejects.toThrow('of one kind');
});
