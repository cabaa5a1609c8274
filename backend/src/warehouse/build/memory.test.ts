import { databaseMemory } from './memory';

test.each([
  ['1GiB', 2 ** 30 - 600e6],
  ['2 gb', 1.4e9],
  ['1.5GB', 0.9e9],
  ['1000MB', 400e6],
  ['500MB', 200e6],
  ['1MB', 400_000],
])('of %s DuckDB may use %d bytes', (budget, bytes) => {
  expect(databaseMemory(budget)).toBe(bytes);
});

test.each(['', 'much', '5', '-1GB', '1XB', '1GB;'])('"%s" is no amount of memory', (budget) => {
  expect(() => databaseMemory(budget)).toThrow(
    expect.objectContaining({ code: 'usage', hint: expect.stringContaining('800MB') }),
  );
});
