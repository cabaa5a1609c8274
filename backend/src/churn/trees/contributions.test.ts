import { applyBins } from './bins';
import { contributions } from './contributions';
import { predictProbability, predictRaw, sigmoid } from './ensemble';
import { trainBoosting } from './gradient-boosting';
import { trainForest } from './random-forest';
import { exclusiveOr } from './testing/synthetic';

const data = exclusiveOr(300, 1);

describe.each([
  ['forest', () => trainForest(data, { trees: 30, minLeaf: 2 })],
  ['boosting', () => trainBoosting(data, { rounds: 30, minLeaf: 5 })],
])('%s', (_, train) => {
  test('base and the parts of all features add up to the answer', async () => {
    const { model, ...learned } = await train();
    const binned = applyBins(model.bins, data.columns);
    const answers = predictRaw(model.ensemble, binned, 300);
    const { base, columns } = learned.contributions(data.columns);
    for (let row = 0; row < 300; row++) {
      const one = contributions(model.ensemble, binned, row);
      const sum = one.byFeature.reduce((total, part) => total + part, one.base);
      expect(Math.abs(sum - answers[row]!)).toBeLessThan(1e-12);
      expect(one).toEqual({ base, byFeature: Float64Array.from(columns, (column) => column[row]!) });
    }
  });

  test('many rows get the same answers as few', async () => {
    const { model } = await train();
    const binned = applyBins(model.bins, data.columns);
    const many = predictRaw(model.ensemble, binned, 300);
    const few = binned.map((column) => column.slice(200, 210));
    expect(predictRaw(model.ensemble, few, 10)).toEqual(many.slice(200, 210));
  });
});

test('a feature that no tree asks about has no part', async () => {
  const constant = [...data.columns, new Float64Array(300)];
  const learned = await trainForest({ ...data, columns: constant }, { trees: 10, minLeaf: 5 });
  expect(learned.contributions(constant).columns[5]).toEqual(new Float64Array(300));
});

test('probabilities of summed log-odds', async () => {
  const { model } = await trainBoosting(data, { rounds: 5 });
  const binned = applyBins(model.bins, data.columns);
  const logOdds = predictRaw(model.ensemble, binned, 300);
  expect(predictProbability(model.ensemble, binned, 300)).toEqual(logOdds.map(sigmoid));
});
