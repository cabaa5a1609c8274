import { binRows } from './binned-rows';
import { sigmoid } from './ensemble';
import { trainBoosting } from './gradient-boosting';
import { predictRaw } from './predict';
import { trainForest } from './random-forest';
import { exclusiveOr } from './testing/synthetic';

const data = exclusiveOr(300, 1);

describe.each([
  ['forest', () => trainForest(data, { trees: 30, minLeaf: 2 })],
  ['boosting', () => trainBoosting(data, { rounds: 30, minLeaf: 5 })],
])('%s', (_, train) => {
  test('base and the parts of all features add up to the answer', async () => {
    const { model, ...learned } = await train();
    const answers = predictRaw(model.ensemble, binRows(model.bins, data.columns));
    const { base, columns } = learned.contributions(data.columns);
    for (let row = 0; row < 300; row++) {
      const sum = columns.reduce((total, column) => total + column[row]!, base);
      expect(Math.abs(sum - answers[row]!)).toBeLessThan(1e-12);
    }
  });

  test('many rows get the same answers, and the same reasons, as few', async () => {
    const learned = await train();
    const few = data.columns.map((column) => column.subarray(200, 203));
    expect(learned.predict(few)).toEqual(learned.predict(data.columns).slice(200, 203));
    const { columns } = learned.contributions(data.columns);
    expect(learned.contributions(few).columns).toEqual(columns.map((column) => column.slice(200, 203)));
  });

  test('more rows than go through the trees at a time fall into the leaves that walking one by one finds', async () => {
    const { model, predict } = await train();
    const { columns } = exclusiveOr(1029, 2);
    const { bytes, width } = binRows(model.bins, columns);
    const slow = Float64Array.from({ length: 1029 }, (_, row) => {
      const sum = model.ensemble.trees.reduce((total, { feature, threshold, left, value }) => {
        let node = 0;
        while (feature[node]! >= 0) {
          node = left[node]! + Number(bytes[row * width + feature[node]!]! > threshold[node]!);
        }
        return total + value[node]!;
      }, 0);
      const { link, base, trees } = model.ensemble;
      return link === 'mean' ? sum * (1 / trees.length) : sigmoid(base + sum);
    });
    expect(predict(columns)).toEqual(slow);
  });
});

test('a feature that no tree asks about has no part', async () => {
  const constant = [...data.columns, new Float64Array(300)];
  const learned = await trainForest({ ...data, columns: constant }, { trees: 10, minLeaf: 5 });
  expect(learned.contributions(constant).columns[5]).toEqual(new Float64Array(300));
});

test('probabilities of summed log-odds', async () => {
  const { model, predict } = await trainBoosting(data, { rounds: 5 });
  const logOdds = predictRaw(model.ensemble, binRows(model.bins, data.columns));
  expect(predict(data.columns)).toEqual(logOdds.map(sigmoid));
});
