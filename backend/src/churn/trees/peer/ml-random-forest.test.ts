import { trainForest } from '../random-forest';
import { exclusiveOr, rocAuc } from '../testing/synthetic';
import { mlRandomForest } from './ml-random-forest';

test('an independent forest is as good on the same rows, within noise', async () => {
  const differences = [];
  for (const seed of [1, 2, 3]) {
    const data = exclusiveOr(300, seed);
    const later = exclusiveOr(600, seed + 100);
    const options = { trees: 30, maxDepth: 8, seed };
    const theirs = (await mlRandomForest.train(data, { ...options, minLeaf: 3 })).predict(later.columns);
    const ours = (await trainForest(data, { ...options, minLeaf: 3 })).predict(later.columns);
    expect(rocAuc(theirs, later.labels)).toBeGreaterThan(0.6);
    differences.push(rocAuc(ours, later.labels) - rocAuc(theirs, later.labels));
  }
  const mean = differences.reduce((sum, difference) => sum + difference, 0) / differences.length;
  // Ours may be better: it draws features per split. One AUC of 600 rows has a standard error of about 0.017.
  expect(mean).toBeGreaterThan(-0.03);
});

test('counts the votes of all trees, the first one too', async () => {
  const data = exclusiveOr(60, 4);
  const learned = await mlRandomForest.train(data, { trees: 1 });
  expect(new Set(learned.predict(data.columns))).toEqual(new Set([0, 1]));
});

test('learns from a bounded sample that holds both kinds, the same for the same seed', async () => {
  const data = exclusiveOr(3000, 5);
  data.labels.fill(0, 0, 2999).fill(1, 2999);
  const options = { trees: 3, sampleRows: 50 };
  const first = await mlRandomForest.train(data, options);
  const again = await mlRandomForest.train(data, options);
  expect(again.predict(data.columns)).toEqual(first.predict(data.columns));
});

test('refuses other columns and too large a sample', async () => {
  const data = exclusiveOr(60, 6);
  const learned = await mlRandomForest.train(data, { trees: 1 });
  expect(() => learned.predict([])).toThrow('The model knows 5 features, but 0 columns were given.');
  await expect(mlRandomForest.train(data, { sampleRows: 9999 })).rejects.toThrow('sampleRows must be');
});
