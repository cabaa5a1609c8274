import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { openSandbox, type Sandbox, type SandboxColumn } from '.';

let folder: string;
let sandbox: Sandbox;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-values-'));
  const file = join(folder, 'empty.duckdb');
  (await DuckDBInstance.create(file)).closeSync();
  sandbox = await openSandbox({ file, tempDirectory: folder, memoryMb: 64, threads: 1, connections: 1 });
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

/** The only column of `SELECT unnest([...])`, with a null behind the values. */
async function column(...values: string[]): Promise<SandboxColumn | undefined> {
  const rows = [...values, 'NULL'].map((value) => `SELECT ${value} AS x`).join(' UNION ALL ');
  const limits = { timeLimitMs: 10_000, maxRows: 100, maxCells: 100, maxBytes: 100_000, masked: false, user: 'ann' };
  return (await sandbox.run(rows, limits)).columns[0];
}

test.each([
  ['TINYINT', ['1::TINYINT', '-1::TINYINT'], [1, -1]],
  ['BIGINT', ['9007199254740991'], [9007199254740991]],
  ['HUGEINT', ['5::HUGEINT'], [5]],
  ['DOUBLE', ['0.1::DOUBLE', "'nan'::DOUBLE"], [0.1, NaN]],
  ['DECIMAL(5,2)', ['1.25::DECIMAL(5,2)', '-0.10::DECIMAL(5,2)'], [1.25, -0.1]],
])('%s is a number', async (sqlType, values, cells) => {
  expect(await column(...values)).toEqual({ name: 'x', sqlType, kind: 'number', cells: [...cells, null] });
});

test.each([
  ['BIGINT', ['9007199254740993', '1'], ['9007199254740993', '1']],
  ['UBIGINT', ['18446744073709551615::UBIGINT'], ['18446744073709551615']],
  ['HUGEINT', ['-170141183460469231731687303715884105727::HUGEINT'], ['-170141183460469231731687303715884105727']],
  ['DECIMAL(38,2)', ['12345678901234567890.12::DECIMAL(38,2)', '1.5'], ['12345678901234567890.12', '1.50']],
])('%s with too many digits is text as a whole column', async (sqlType, values, cells) => {
  const expected = { name: 'x', sqlType, kind: 'text', cells: [...cells, null], numeric: true };
  expect(await column(...values)).toEqual(expected);
});

test.each([
  ['DATE', "'2018-03-01'::DATE", '2018-03-01T00:00:00Z'],
  ['DATE', "'1969-12-31'::DATE", '1969-12-31T00:00:00Z'],
  ['TIMESTAMP', "'2018-03-01 10:00:00.25'::TIMESTAMP", '2018-03-01T10:00:00.25Z'],
  ['TIMESTAMP WITH TIME ZONE', "'2018-03-01 10:00:00-03:00'::TIMESTAMPTZ", '2018-03-01T13:00:00Z'],
  ['TIMESTAMP_S', "'2018-03-01 10:00:00'::TIMESTAMP_S", '2018-03-01T10:00:00Z'],
  ['TIMESTAMP_MS', "'2018-03-01 10:00:00.5'::TIMESTAMP_MS", '2018-03-01T10:00:00.5Z'],
  ['TIMESTAMP_NS', "'2018-03-01 10:00:00'::TIMESTAMP_NS", '2018-03-01T10:00:00Z'],
])('%s is a moment', async (sqlType, value, moment) => {
  expect(await column(value)).toEqual({ name: 'x', sqlType, kind: 'time', cells: [Date.parse(moment), null] });
});

test('microseconds are fractions of a millisecond', async () => {
  expect((await column("'1970-01-01 00:00:00.000123'::TIMESTAMP"))?.cells).toEqual([0.123, null]);
});

test.each([
  ["'infinity'::TIMESTAMP", 'infinity'],
  ["'-infinity'::DATE", '-infinity'],
  ["'3000-01-01'::DATE", '3000-01-01'],
])('%s, which Grafana has no time for, makes its column text', async (value, text) => {
  expect(await column(value)).toMatchObject({ kind: 'text', cells: [text, null] });
});

test.each([
  ['VARCHAR', "'São Paulo'", 'São Paulo'],
  ['TIME', "'10:20:30'::TIME", '10:20:30'],
  ['INTERVAL', "INTERVAL '1 month 2 days'", '1 month 2 days'],
  ['BLOB', "'\\x00\\xFFa'::BLOB", '00ff61'],
  ['UUID', "'00000000-0000-0000-0000-000000000001'::UUID", '00000000-0000-0000-0000-000000000001'],
  ['ENUM', "'b'::ENUM('a', 'b')", 'b'],
  ['BIT', "'0101'::BIT", '0101'],
  ['JSON', `'{"a": [1, 2]}'::JSON`, '{"a": [1, 2]}'],
  ['INTEGER[]', '[1, NULL, 3]', '[1,null,3]'],
  ['INTEGER[2]', '[1, 2]::INTEGER[2]', '[1,2]'],
  ['STRUCT("a" INTEGER, "b" DATE)', "{a: 1, b: DATE '2018-03-01'}", '{"a":1,"b":"2018-03-01"}'],
  ['MAP(VARCHAR, DECIMAL(2,1))', "MAP {'k': 1.5}", '{"k":1.5}'],
  ['UNION("num" INTEGER)', 'union_value(num := 1)', '{"num":1}'],
  ['UBIGINT[]', '[18446744073709551615::UBIGINT]', '["18446744073709551615"]'],
  ['DOUBLE[]', "['inf'::DOUBLE]", '["Infinity"]'],
  ['MAP(VARCHAR, INTEGER)', "MAP {'__proto__': 1}", '{"__proto__":1}'],
])('%s is text', async (sqlType, value, text) => {
  expect(await column(value)).toEqual({ name: 'x', sqlType, kind: 'text', cells: [text, null] });
});

test('BOOLEAN stays one', async () => {
  expect(await column('true', 'false')).toEqual({
    name: 'x',
    sqlType: 'BOOLEAN',
    kind: 'bool',
    cells: [true, false, null],
  });
});
