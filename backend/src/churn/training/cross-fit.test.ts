import { seededRandom } from '../evaluation';
import { ORDER_FEATURES } from '../features/feature-specs';
import type { LabelledMatrix } from '../features/matrix';
import { randomForest, type TrainingData } from '../trees';
import { calibrateOn } from './calibrate-folds';
import { crossFit } from './cross-fit';
import type { Recipe } from './recipes';

const CUSTOMERS = 240;
const NAMES = ORDER_FEATURES;
const KEY = NAMES.indexOf('item_price');

/** Made-up customers at a cut; the price of an item gives away their key. */
function matrixAt(cut: string, seed: number): LabelledMatrix {
  const random = seededRandom(seed);
  const keys = Int32Array.from({ length: CUSTOMERS }, (_, row) => 3 * row + (row % 5));
  const values: Record<string, (row: number) => number> = {
    frequency: (row) => 1 + Number(row % 4 === 0),
    recency_days: () => 30 + Math.floor(20 * random()),
    tenure_days: () => 0,
    item_price: (row) => keys[row]!,
  };
  const columns = NAMES.map((name) => Float64Array.from(keys, (_, row) => (values[name] ?? random)(row)));
  const of = (name: string): Float64Array => columns[NAMES.indexOf(name)]!;
  of('frequency').forEach((days, row) => (of('tenure_days')[row] = of('recency_days')[row]! + 90 * (days - 1)));
  return {
    cut,
    horizonDays: 60,
    names: NAMES,
    length: CUSTOMERS,
    customerKeys: keys,
    columns,
    returned: Uint8Array.from(keys, () => Number(random() < 0.3)),
  };
}

/** A recipe of a small forest that keeps what it was given to learn from. */
function watched(): { recipe: Recipe; seen: TrainingData[] } {
  const seen: TrainingData[] = [];
  const learn: Recipe['members'][number]['learn'] = (data) => {
    seen.push(data);
    return randomForest.train(data, { trees: 2, maxDepth: 2, seed: 1 });
  };
  return { recipe: { name: 'forest', description: '', members: [{ weight: 1, learn }], rhythmWeight: 0 }, seen };
}

test('nobody is judged by a model that has learnt anything of them, at any cut', async () => {
  const cuts = [matrixAt('2018-01-01', 1), matrixAt('2018-02-01', 2), matrixAt('2017-12-01', 3)];
  const { recipe, seen } = watched();
  const judged = await crossFit(cuts, recipe, { trees: 2, seed: 1 }, {});
  expect(judged.length).toBe(seen.length);
  expect(judged.length).toBeGreaterThan(1);
  for (const [i, { matrix }] of judged.entries()) {
    const learntOf = new Set(seen[i]!.columns[KEY]);
    expect(learntOf.size).toBeGreaterThan(0);
    expect([...matrix.customerKeys].filter((key) => learntOf.has(key))).toEqual([]);
    // All the others, at every cut.
    expect(seen[i]!.labels).toHaveLength(cuts.length * (CUSTOMERS - matrix.length));
  }
});

test('every customer at the latest cut is judged once, with what they did', async () => {
  const latest = matrixAt('2018-02-01', 2);
  const judged = await crossFit([latest, matrixAt('2018-01-01', 1)], watched().recipe, { trees: 2, seed: 1 }, {});
  const did = new Map<number, number>();
  for (const { matrix, scores } of judged) {
    expect(matrix.cut).toBe('2018-02-01');
    expect(scores.model).toHaveLength(matrix.length);
    matrix.customerKeys.forEach((key, row) => did.set(key, matrix.returned[row]!));
  }
  expect(judged.reduce((sum, { matrix }) => sum + matrix.length, 0)).toBe(CUSTOMERS);
  latest.customerKeys.forEach((key, row) => expect(did.get(key)).toBe(latest.returned[row]));
});

test('what is judged so calibrates to the rate at which customers came back', async () => {
  const judged = await crossFit(
    [matrixAt('2018-01-01', 1), matrixAt('2018-02-01', 2)],
    watched().recipe,
    { trees: 2, seed: 1 },
    {},
  );
  const { calibration, reason, threshold } = calibrateOn(judged);
  expect(calibration.kind).toBe('platt');
  expect(reason).toMatch(/too few for isotonic regression/);
  expect(threshold).toBeGreaterThan(0);
  expect(threshold).toBeLessThan(1);
});
