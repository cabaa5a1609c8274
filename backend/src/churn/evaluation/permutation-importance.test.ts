import { permutationImportance, seededRandom, shuffle } from '.';

const random = seededRandom(11);
const useful = new Float64Array(2000).map(() => random());
const useless = new Float64Array(2000).map(() => random());
const returned = Uint8Array.from(useful, (value) => Number(random() < value ** 3));
const columns = [useless, useful];
const predict = (given: readonly Float64Array[]) => given[1]!.slice();

test('what the model uses is important, what it ignores is not', async () => {
  const [ignored, used] = await permutationImportance({ columns, returned, predict });
  expect(ignored).toEqual({ importance: 0, deviation: 0 });
  expect(used!.importance).toBeGreaterThan(0.2);
  expect(used!.deviation!).toBeGreaterThan(0);
  expect(used!.deviation!).toBeLessThan(0.05);
});

test('repeats itself for a seed, takes promises, and leaves the columns as they were', async () => {
  const before = columns.map((column) => column.slice());
  const run = (seed: number) =>
    permutationImportance({ columns, returned, predict: async (given) => predict(given), repeats: 2, seed });
  expect(await run(5)).toEqual(await run(5));
  expect(await run(5)).not.toEqual(await run(6));
  expect(columns).toEqual(before);
});

test('one repeat has no deviation', async () => {
  const [first] = await permutationImportance({ columns, returned, predict, repeats: 1 });
  expect(first!.deviation).toBeNull();
});

test('bad input', async () => {
  await expect(permutationImportance({ columns, returned, predict, repeats: 0 })).rejects.toThrow(/0 repeats/);
  await expect(permutationImportance({ columns: [useful, new Float64Array(3)], returned, predict })).rejects.toThrow(
    /Column 1 has 3 values for 2000/,
  );
  await expect(
    permutationImportance({ columns, returned, predict: () => new Float64Array(2000).fill(NaN) }),
  ).rejects.toThrow(/not a number/);
  await expect(permutationImportance({ columns, returned: new Uint8Array(2000), predict })).rejects.toThrow(
    /None of the 2000/,
  );
});

test('a shuffle keeps all values', () => {
  const values = Int32Array.from({ length: 100 }, (_, i) => i);
  const mixed = values.slice();
  shuffle(mixed, seededRandom(1));
  expect(mixed).not.toEqual(values);
  expect(mixed.slice().sort()).toEqual(values);
});
