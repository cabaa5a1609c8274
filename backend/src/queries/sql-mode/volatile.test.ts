import { DuckDBInstance } from '@duckdb/node-api';
import { FUNCTIONS } from './guard/functions';
import { isVolatile } from './volatile';

it.each([
  'SELECT now()',
  'SELECT "random"()',
  'SELECT LOCALTIMESTAMP',
  'SELECT localtime',
  'SELECT current_localtimestamp()',
  'SELECT Current_Date',
  'SELECT uuid(), 1',
  "SELECT age(DATE '2018-01-01')",
  "SELECT 'now'::TIMESTAMP",
  'FROM fct_orders USING/**/SAMPLE 10',
  'FROM fct_orders TABLESAMPLE 10%',
])('may answer differently the next time: %s', (sql) => {
  expect(isVolatile(sql)).toBe(true);
});

it.each(['SELECT count(*) FROM fct_orders', 'SELECT average, known FROM t', "SELECT list_sum([1]), 'knows'"])(
  'answers the same each time: %s',
  (sql) => {
    expect(isVolatile(sql)).toBe(false);
  },
);

it('knows all functions that DuckDB calls volatile, as far as statements may call them', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const found = await connection.runAndReadAll(
    "SELECT DISTINCT lower(function_name) FROM duckdb_functions() WHERE stability <> 'CONSISTENT'",
  );
  connection.closeSync();
  instance.closeSync();
  // It always fails, and failures are not kept.
  const named = found.getRows().map(([name]) => String(name));
  const callable = named.filter((name) => FUNCTIONS.has(name) && name !== 'error');
  expect(callable.length).toBeGreaterThan(5);
  expect(callable.filter((name) => !isVolatile(`SELECT ${name}()`))).toEqual([]);
});
