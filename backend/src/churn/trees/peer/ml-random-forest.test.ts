import { binRows } from '../binned-rows';
import { restoreTrees } from '../learned-trees';
import { predictRaw } from '../predict';
import { trainForest } from '../random-forest';
import { exclusiveOr, rocAuc } from '../testing/synthetic';
import { growWithPackage, mlRandomForest, numbersOf } from './ml-random-forest';

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

test("each converted tree votes as the package's, on rows that it learnt from and on others, unknown values too", () => {
  const data = exclusiveOr(300, 7);
  data.columns[0]!.fill(NaN, 100, 200);
  const { forest, model } = growWithPackage(data, { trees: 25 });
  const later = exclusiveOr(300, 8);
  later.columns[1]!.fill(NaN, 0, 50);
  later.columns[2]!.fill(Infinity, 50, 60).fill(-Infinity, 60, 70);
  for (const { columns } of [data, later]) {
    const rows = binRows(model.bins, columns);
    const theirs = forest.predictionValues(numbersOf(rows));
    model.ensemble.trees.forEach((tree, index) => {
      const ours = predictRaw({ link: 'mean', base: 0, trees: [tree] }, rows);
      expect(Array.from(ours)).toEqual(Array.from({ length: 300 }, (_, row) => theirs.get(row, index)));
    });
  }
});

test('a converted forest is explained, and saved and read back, as ours are', async () => {
  const data = exclusiveOr(200, 9);
  const learned = await mlRandomForest.train(data, { trees: 10 });
  const restored = restoreTrees(JSON.parse(JSON.stringify(learned.encode())));
  expect(restored.name).toBe('ml-random-forest');
  const answers = restored.predict(data.columns);
  expect(answers).toEqual(learned.predict(data.columns));
  const { base, columns, link } = restored.contributions(data.columns);
  expect(link).toBe('mean');
  answers.forEach((answer, row) => {
    expect(columns.reduce((sum, column) => sum + column[row]!, base)).toBeCloseTo(answer, 12);
  });
  for (const { cover, left } of learned.model.ensemble.trees) {
    expect(cover[0]).toBe(200);
    expect(Math.min(...cover)).toBeGreaterThan(0);
    left.forEach((child, node) => child > 0 && expect(cover[child]! + cover[child + 1]!).toBe(cover[node]));
  }
});

test('does not begin when it is to stop', async () => {
  const signal = AbortSignal.abort(new Error('Ctrl+C'));
  await expect(mlRandomForest.train(exclusiveOr(50, 1), {}, { signal })).rejects.toThrow('Ctrl+C');
});
