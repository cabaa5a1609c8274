import type { ChurnModel } from '../model/churn-model';
import { baseRateOf, churnProbabilities } from '../model/churn-model';
import { madeUpColumns, smallModel } from '../model/testing/small-model';
import { probabilityOfReturn } from '../bgnbd';
import { FeatureValueError } from './scored';
import type { ServedModel } from './scored';
import { servedModel } from './served-model';

let model: ChurnModel;
let served: ServedModel;
beforeAll(async () => {
  model = await smallModel();
  served = servedModel(model);
});

test('customers given as rows get the churn probability that columns give, in parts that add up to it', () => {
  const columns = madeUpColumns(500, 4);
  const rows = Array.from({ length: 500 }, (_, row) => Float64Array.from(columns, (column) => column[row]!));
  const scored = churnProbabilities(model, columns);
  const explained = served.explain(rows);
  expect(served.baseRate).toBe(baseRateOf(model));
  for (const [row, { churnProbability, base, contributions }] of explained.entries()) {
    expect(Math.abs(churnProbability - scored[row]!)).toBeLessThan(1e-9);
    expect(Math.abs(contributions.reduce((sum, one) => sum + one, base) - churnProbability)).toBeLessThan(1e-9);
  }
  expect(new Set(scored).size).toBeGreaterThan(100);
});

test('nobody to explain gives nothing', () => {
  expect(served.explain([])).toEqual([]);
});

test('a what-if brings the chance of returning into line with the rhythm', () => {
  const values = served.withChanges(undefined, { recency_days: 30, frequency: 4, monetary: 400 });
  const read = (key: string): number => values[served.features.indexOf(key)]!;
  expect(values).toHaveLength(served.features.length);
  const history = { repeats: 3, lastRepeat: read('tenure_days') - 30, observed: read('tenure_days') };
  expect(read('return_chance')).toBe(probabilityOfReturn(model.rhythm, history, 180));
  expect(served.explain([values])[0]!.churnProbability).toBeGreaterThan(0);
});

test('who bought lately and often is likelier to return by rhythm than who did neither', () => {
  const chance = (changes: Record<string, number>): number =>
    served.withChanges(undefined, changes)[served.features.indexOf('return_chance')]!;
  expect(chance({ recency_days: 5, frequency: 6, monetary: 100 })).toBeGreaterThan(
    chance({ recency_days: 400, frequency: 1, monetary: 100 }),
  );
});

test('the chance of returning follows and cannot be set', () => {
  expect(() => served.withChanges(undefined, { return_chance: 0.5 })).toThrow(FeatureValueError);
});

test('features of events can be set where the model has them, and are refused elsewhere', async () => {
  expect(() => served.withChanges(undefined, { failed_payments: 1 })).toThrow(
    /^"failed_payments" is not a feature that can be set; these can: (?!.*failed_payments)/,
  );
  const other = servedModel(await smallModel({}, ['failed_payments']));
  const values = other.withChanges(undefined, { recency_days: 9, frequency: 1, failed_payments: 1 });
  expect(values[other.features.indexOf('failed_payments')]).toBe(1);
  expect(() => other.withChanges(undefined, { pages_viewed: 1 })).toThrow(FeatureValueError);
});

test('the customer that a what-if starts from is left as it was', () => {
  const start = served.withChanges(undefined, { recency_days: 30, frequency: 2, monetary: 300 });
  const before = start.slice();
  served.withChanges(start, { frequency: 5 });
  expect(start).toEqual(before);
});
