import { KeptTables } from './kept-tables';

function keptTables(most: number) {
  const made: string[] = [];
  const dropped: number[] = [];
  const run = (sql: string): Promise<void> =>
    Promise.resolve(void dropped.push(made.findIndex((table) => sql.endsWith(` ${table}`))));
  const tables = new KeptTables<string>({ engine: { run }, prefix: 'x', most });
  const create = (table: string): Promise<string> => Promise.resolve(made[made.push(table) - 1]!);
  return { tables, create, made, dropped };
}

test('a table is made once for all who ask for the same', async () => {
  const { tables, create, made } = keptTables(2);
  const ask = () => tables.with('a', create, (table) => Promise.resolve(table));
  expect(new Set(await Promise.all([ask(), ask()]))).toEqual(new Set(made));
  expect(await ask()).toBe(made[0]);
  expect(made).toEqual([expect.stringMatching(/^memory\.main\.x_\d+$/)]);
});

test('the longest unused is dropped, and made anew under another name', async () => {
  const { tables, create, made, dropped } = keptTables(2);
  const ask = (key: string) => tables.with(key, create, (table) => Promise.resolve(table));
  for (const key of ['a', 'b', 'a', 'c']) await ask(key);
  expect(dropped).toEqual([1]);
  expect(await ask('b')).toBe(made[3]);
  expect(new Set(made).size).toBe(4);
});

test('none is dropped while it is used', async () => {
  const { tables, create, dropped } = keptTables(0);
  await tables.with('a', create, async () => {
    await tables.with('b', create, () => Promise.resolve());
    expect(dropped).toEqual([1]);
  });
  expect(dropped).toEqual([1, 0]);
});

test('a failure is told to all who wait, and the next one tries again', async () => {
  const { tables, create, made } = keptTables(2);
  const fail = () => Promise.reject(new Error('no space'));
  const ask = () => tables.with('a', fail, () => Promise.resolve());
  await Promise.all([expect(ask()).rejects.toThrow('no space'), expect(ask()).rejects.toThrow('no space')]);
  await expect(tables.with('a', create, (table) => Promise.resolve(table))).resolves.toBe(made[0]);
});

test('after clearing, tables go as soon as nobody uses them', async () => {
  const { tables, create, dropped } = keptTables(9);
  const ask = (key: string, use: () => Promise<void>) => tables.with(key, create, use);
  await ask('a', () => Promise.resolve());
  await ask('b', async () => {
    await tables.clear();
    expect(dropped).toEqual([0]);
  });
  expect(dropped).toEqual([0, 1]);
});
