import { TrainingError } from './errors';
import { trainForest } from './random-forest';
import { exclusiveOr, rocAuc } from './testing/synthetic';

const small = { trees: 20, minLeaf: 5 };

test('learns what depends on two features together', async () => {
  const learned = await trainForest(exclusiveOr(2000, 1), small);
  const later = exclusiveOr(1000, 2);
  // The noise lets no score get above 0.9.
  expect(rocAuc(learned.predict(later.columns), later.labels)).toBeGreaterThan(0.85);
});

test('learns from unknown values', async () => {
  const { columns, labels } = exclusiveOr(1000, 3);
  const unknown = columns[4]!.map((value, row) => (labels[row] ? NaN : value));
  const learned = await trainForest({ columns: [unknown], labels }, small);
  const answers = learned.predict([Float64Array.of(NaN, 0.5)]);
  expect(answers[0]).toBeGreaterThan(0.9);
  expect(answers[1]).toBeLessThan(0.1);
});

test('the same seed gives the same model, another seed another', async () => {
  const data = exclusiveOr(500, 4);
  const train = async (seed: number) => JSON.stringify((await trainForest(data, { ...small, seed })).encode());
  expect(await train(1)).toBe(await train(1));
  expect(await train(1)).not.toBe(await train(2));
});

test('stretching a feature without changing its order changes no answer', async () => {
  const data = exclusiveOr(500, 5);
  const stretch = (columns: readonly Float64Array[]) => columns.map((column) => column.map((v) => Math.exp(3 * v) - 9));
  const plain = await trainForest(data, small);
  const stretched = await trainForest({ ...data, columns: stretch(data.columns) }, small);
  expect(stretched.predict(stretch(data.columns))).toEqual(plain.predict(data.columns));
});

test('its mean answer is about the share of positives, also with most negatives left out of the sample', async () => {
  const { columns, labels: all } = exclusiveOr(6000, 6);
  const labels = all.map((label, row) => (row % 10 === 0 ? label : 0));
  const share = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  // On other rows, as more positives than negatives were learnt from; in leaves large enough to have some of each.
  const later = exclusiveOr(6000, 60).columns;
  for (const negativeShare of [1, 0.2]) {
    const answers = (await trainForest({ columns, labels }, { negativeShare, minLeaf: 150 })).predict(later);
    const mean = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
    expect(Math.abs(mean / share - 1)).toBeLessThan(0.1);
  }
});

test('weighting positives raises the answers', async () => {
  const data = exclusiveOr(500, 7);
  const mean = async (positiveWeight: number) =>
    (await trainForest(data, { ...small, maxDepth: 1, positiveWeight }))
      .predict(data.columns)
      .reduce((sum, answer) => sum + answer / 500, 0);
  expect(await mean(1)).toBeCloseTo(0.5, 1);
  expect(await mean(9)).toBeCloseTo(0.9, 1);
});

test('features that never vary leave the share of positives', async () => {
  const labels = Uint8Array.from({ length: 400 }, (_, row) => (row % 4 === 0 ? 1 : 0));
  const constant = { columns: [new Float64Array(400).fill(3), new Float64Array(400).fill(NaN)], labels };
  const { model, predict } = await trainForest(constant, small);
  expect(model.ensemble.trees.map(({ feature }) => Array.from(feature))).toEqual(new Array(20).fill([-1]));
  expect(predict(constant.columns)[0]).toBeCloseTo(0.25, 1);
});

test('no leaf has fewer drawn rows than minLeaf, and no path more questions than maxDepth', async () => {
  const { model } = await trainForest(exclusiveOr(600, 8), { trees: 5, minLeaf: 15, maxDepth: 3 });
  for (const { feature, cover } of model.ensemble.trees) {
    expect(feature.length).toBeLessThanOrEqual(15);
    expect(Math.min(...cover)).toBeGreaterThanOrEqual(15);
  }
});

test('a stopped training says why', async () => {
  const signal = AbortSignal.abort(new Error('Ctrl+C'));
  await expect(trainForest(exclusiveOr(50, 9), small, { signal })).rejects.toThrow('Ctrl+C');
});

describe('data that nothing can be learnt from', () => {
  const column = Float64Array.of(1, 2, 3);
  const labels = Uint8Array.of(0, 1, 0);
  test.each([
    ['no rows', { columns: [new Float64Array()], labels: new Uint8Array() }, 'no rows'],
    ['no features', { columns: [], labels }, 'no features'],
    ['a short column', { columns: [column.subarray(1)], labels }, 'Feature 0 has 2 values, but there are 3 labels.'],
    ['another label', { columns: [column], labels: Uint8Array.of(0, 1, 2) }, 'The label of row 2 is 2'],
    ['only negatives', { columns: [column], labels: new Uint8Array(3) }, 'All 3 rows are negative'],
    ['only positives', { columns: [column], labels: new Uint8Array(3).fill(1) }, 'All 3 rows are positive'],
    ['a wrong weight', { columns: [column], labels, weights: Float64Array.of(1, NaN, 1) }, 'weight of row 1 is NaN'],
    ['missing weights', { columns: [column], labels, weights: Float64Array.of(1) }, '1 weights, but 3 labels'],
  ])('%s', async (_, data, message) => {
    await expect(trainForest(data)).rejects.toThrow(TrainingError);
    await expect(trainForest(data)).rejects.toThrow(message);
  });

  test.each([
    [{ trees: 0 }, 'trees must be a whole number from 1 to 10000, not 0'],
    [{ featuresPerSplit: 2 }, 'featuresPerSplit must be a whole number from 1 to 1, not 2'],
    [{ sampleShare: NaN }, 'sampleShare must be a number'],
    [{ minLeaf: 1.5 }, 'minLeaf must be a whole number'],
  ])('the options %j', async (options, message) => {
    await expect(trainForest({ columns: [column], labels }, options)).rejects.toThrow(message);
  });
});
