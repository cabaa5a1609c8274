import { type DuckDBConnection, DuckDBInstance, LIST, listValue, VARCHAR, type DuckDBResult } from '@duckdb/node-api';
import fc from 'fast-check';
import { readColumn, type CellValue, type ColumnSet } from '../../contract';
import { toColumnSet } from './columns';

let instance: DuckDBInstance;
let connection: DuckDBConnection;

beforeAll(async () => {
  instance = await DuckDBInstance.create(':memory:');
  connection = await instance.connect();
});

afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

const materialised = (sql: string): Promise<DuckDBResult> => connection.run(sql);
const streaming = (sql: string): Promise<DuckDBResult> => connection.stream(sql);

/** The first column by our reader and, through `expected`, by DuckDB's own text for the same value. */
async function columnOf(sql: string, read = materialised): Promise<CellValue[]> {
  const { columns } = await toColumnSet(await read(sql));
  return readColumn(columns[0]!);
}

/** DuckDB's own reader, each value put in the form that our column is to have. */
async function expectedOf(sql: string, form: (value: unknown) => CellValue): Promise<CellValue[]> {
  const [values] = await (await connection.run(sql)).getColumns();
  return (values ?? []).map((value) => (value === null ? null : form(value)));
}

const same = (value: unknown): CellValue => value as CellValue;
const asText = (value: unknown): CellValue => String(value);
const asNumber = (value: unknown): CellValue => Number(String(value));

function ticks(value: unknown, field: 'days' | 'seconds' | 'millis' | 'micros' | 'nanos', factor: bigint): bigint {
  return BigInt((value as Record<string, number | bigint>)[field]!) * factor;
}

/** For each SQL type: an expression over the row number `i`, and how DuckDB's own value compares. */
const TYPES: Record<string, [expression: string, form: (value: unknown) => CellValue]> = {
  BOOLEAN: ['h % 3 = 0', same],
  TINYINT: ['(h % 256)::INT - 128', same],
  SMALLINT: ['(h % 65536)::INT - 32768', same],
  INTEGER: ['(h % 4294967296)::BIGINT - 2147483648', same],
  BIGINT: ['h::BIGINT - 4611686018427387904', same],
  UTINYINT: ['h % 256', same],
  USMALLINT: ['h % 65536', same],
  UINTEGER: ['h % 4294967296', same],
  UBIGINT: ['h * 2', same],
  FLOAT: ['h / 1e9', same],
  DOUBLE: ['h / 1e9 - 1e9', same],
  HUGEINT: ['(h % 1000)::HUGEINT - 500', asNumber],
  UHUGEINT: ['h % 1000', asNumber],
  'DECIMAL(4,2)': ['(h % 19999)::INT / 100 - 99.99', asNumber],
  'DECIMAL(9,3)': ['(h % 1000000)::INT / 1000 - 500', asNumber],
  'DECIMAL(15,2)': ['(h % 100000000000)::BIGINT / 100 - 5e8', asNumber],
  'DECIMAL(38,5)': ['(h % 1000000000)::BIGINT / 100 - 5e6', asNumber],
  DATE: ["DATE '1970-01-01' + (h % 200000)::INT - 100000", (value) => ticks(value, 'days', 86_400_000_000_000n)],
  TIMESTAMP: ['make_timestamp((h % 9000000000000000)::BIGINT)', (value) => ticks(value, 'micros', 1_000n)],
  TIMESTAMP_S: ['to_timestamp((h % 9000000000)::BIGINT)', (value) => ticks(value, 'seconds', 1_000_000_000n)],
  TIMESTAMP_MS: ['make_timestamp((h % 9000000000000000)::BIGINT)', (value) => ticks(value, 'millis', 1_000_000n)],
  TIMESTAMP_NS: ['make_timestamp_ns(h::BIGINT)', (value) => ticks(value, 'nanos', 1n)],
  TIMESTAMPTZ: ['make_timestamp((h % 9000000000000000)::BIGINT - 4500000000000000)', (v) => ticks(v, 'micros', 1_000n)],
  VARCHAR: ["substr(repeat(md5(h::VARCHAR), 3), 1, (h % 40)::INT) || ['', 'ã', '日本', '😀'][1 + (h % 4)::INT]", same],
  "ENUM('new', 'At risk', 'perdido é', '')": ["['new', 'At risk', 'perdido é', ''][1 + (h % 4)::INT]", same],
  UUID: ['md5(h::VARCHAR)::UUID', asText],
  TIME: ["TIME '00:00:00' + to_seconds((h % 86400)::INT)", asText],
  INTERVAL: ['to_days((h % 100)::INT)', asText],
  'INTEGER[]': ['[h % 3, h % 5]', asText],
  'STRUCT(a INTEGER, b VARCHAR)': ["{'a': h % 3, 'b': 'x'}", asText],
  BLOB: ["encode('b' || h)", asText],
};

/** A table of `rows` rows; a null in every `nulls`th on average (0: none), and rows left out so that chunks vary. */
function tableOf(type: string, { rows, nulls, kept, seed }: Shape): string {
  const [expression] = TYPES[type]!;
  const value = nulls === 0 ? 'v' : `CASE WHEN hash(i, ${seed + 1}) % ${nulls} = 0 THEN NULL ELSE v END`;
  return `SELECT (${value})::${type} AS x FROM (
      SELECT i, ${expression} AS v FROM (SELECT i, hash(i, ${seed}) % 9223372036854775807 AS h FROM range(${rows}) t(i))
    ) WHERE hash(i, ${seed + 2}) % 8 < ${kept} ORDER BY i`;
}

interface Shape {
  rows: number;
  nulls: number;
  kept: number;
  seed: number;
}

const shapes = fc.record<Shape>({
  rows: fc.oneof(fc.nat(20), fc.nat(6000)),
  nulls: fc.constantFrom(0, 1, 2, 7, 1000),
  kept: fc.constantFrom(1, 5, 8),
  seed: fc.nat(1_000_000),
});

describe('every type agrees with the row reader of DuckDB', () => {
  it.each(Object.keys(TYPES))('%s', async (type) => {
    const form = TYPES[type]![1];
    await fc.assert(
      fc.asyncProperty(shapes, fc.boolean(), async (shape, stream) => {
        const sql = tableOf(type, shape);
        expect(await columnOf(sql, stream ? streaming : materialised)).toEqual(await expectedOf(sql, form));
      }),
      { numRuns: 12 },
    );
  });
});

describe('text', () => {
  it('copies any strings, long and short and null, in any order', async () => {
    const texts = fc.array(fc.option(fc.string({ unit: 'grapheme', maxLength: 40 })), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(texts, async (values) => {
        const parameter = [listValue(values)];
        const result = await connection.run('SELECT unnest($1) AS x', parameter, [LIST(VARCHAR)]);
        const { columns } = await toColumnSet(result);
        expect(readColumn(columns[0]!)).toEqual(values);
      }),
    );
  });

  it('follows strings that point all over the heap', async () => {
    const sql = `SELECT s FROM (SELECT i, repeat(md5(i::VARCHAR), 1 + i % 3) AS s FROM range(9000) t(i)) ORDER BY hash(i)`;
    expect(await columnOf(sql)).toEqual(await expectedOf(sql, same));
  });

  it('reads the strings of a stored, compressed table', async () => {
    await connection.run(
      `CREATE TEMP TABLE words AS SELECT 'category number ' || i % 70 AS s, md5(i::VARCHAR) AS id FROM range(30000) t(i)`,
    );
    for (const column of ['s', 'id']) {
      const sql = `SELECT ${column} FROM words`;
      expect(await columnOf(sql, streaming)).toEqual(await expectedOf(sql, same));
    }
  });

  it('keeps a byte-order mark and a NUL that are part of the text', async () => {
    expect(await columnOf(`SELECT chr(65279) || 'a' || chr(0) || 'b'`)).toEqual(['\ufeffa\u0000b']);
  });

  it.each([255, 256, 257, 65_535, 65_536])('reads an enum of %d members', async (members) => {
    const list = Array.from({ length: members }, (_, i) => `'m${i}'`).join(',');
    await connection.run(`CREATE OR REPLACE TEMP TABLE numbers AS SELECT 'm' || i AS m FROM range(${members}) t(i)`);
    await connection.run(`DROP TYPE IF EXISTS member`);
    await connection.run(`CREATE TYPE member AS ENUM (${list})`);
    const read = await columnOf('SELECT m::member FROM numbers');
    expect(read).toEqual(Array.from({ length: members }, (_, i) => `m${i}`));
  });
});

describe('numbers', () => {
  it('keeps the sign and value of 128-bit integers', async () => {
    const values = [-1n, 0n, 1n, -(2n ** 53n), 2n ** 53n, -(2n ** 64n), 2n ** 64n, 2n ** 127n - 1n, -(2n ** 127n)];
    const sql = `SELECT unnest([${values.map((v) => `'${v}'`).join(',')}])::HUGEINT`;
    expect(await columnOf(sql)).toEqual(values.map(Number));
  });

  it('sums money to the cent', async () => {
    expect(await columnOf(`SELECT sum(x) FROM (VALUES (16008872.11::DECIMAL(12,2)), (0.01)) t(x)`)).toEqual([
      16008872.12,
    ]);
  });

  it('keeps infinities and not-a-number', async () => {
    expect(await columnOf(`SELECT unnest(['inf', '-inf', 'nan']::DOUBLE[])`)).toEqual([Infinity, -Infinity, NaN]);
  });
});

describe('times', () => {
  const last = 2n ** 63n - 1n;
  const first = -(2n ** 63n);

  it.each(['DATE', 'TIMESTAMP', 'TIMESTAMP_S', 'TIMESTAMP_MS', 'TIMESTAMPTZ'])(
    'holds a %s out of the reach of nanoseconds at its end',
    async (type) => {
      const beyond = ['9999-12-31', '2262-04-13', '0001-01-01', '1677-09-20'];
      const sql = `SELECT unnest([${beyond.map((day) => `'${day}'`).join(',')}])::${type}`;
      expect(await columnOf(sql)).toEqual([last, last, first, first]);
    },
  );

  it.each(['DATE', 'TIMESTAMP'])('reads the days next to the ends of a %s', async (type) => {
    const sql = `SELECT unnest(['2262-04-11', '1677-09-22', '1969-12-31', '1970-01-01'])::${type}`;
    const days = ['2262-04-11', '1677-09-22', '1969-12-31', '1970-01-01'];
    expect(await columnOf(sql)).toEqual(days.map((day) => BigInt(Date.parse(day)) * 1_000_000n));
  });

  it('takes the infinities as the ends', async () => {
    expect(await columnOf(`SELECT unnest(['infinity', '-infinity'])::TIMESTAMP`)).toEqual([last, first]);
  });
});

describe('results', () => {
  const shapeOf = ({ columns }: ColumnSet) =>
    columns.map(({ name, type, length, nullCount }) => [name, type, length, nullCount]);

  it('gives every type an empty column when there are no rows', async () => {
    for (const type of Object.keys(TYPES)) {
      const result = await toColumnSet(await streaming(`SELECT NULL::${type} AS x WHERE false`));
      expect(result.length).toBe(0);
      expect(readColumn(result.columns[0]!)).toEqual([]);
      expect(result.columns[0]!.nullCount).toBe(0);
    }
  });

  it('counts nulls, and carries a mask only when there are some', async () => {
    const { columns } = await toColumnSet(
      await materialised(`SELECT i AS a, CASE WHEN i % 5 = 0 THEN NULL ELSE i END AS b, NULL AS c FROM range(12) t(i)`),
    );
    expect(columns.map(({ nullCount }) => nullCount)).toEqual([0, 3, 12]);
    expect(columns[0]!.validity).toBeUndefined();
  });

  it('tells columns of the same name apart', async () => {
    expect(shapeOf(await toColumnSet(await materialised(`SELECT 1 AS a, 'x' AS a`)))).toEqual([
      ['a', 'int32', 1, 0],
      ['a:1', 'text', 1, 0],
    ]);
  });

  it('stops when the signal is aborted', async () => {
    const stop = new AbortController();
    stop.abort(new Error('the panel was closed'));
    const result = await streaming('SELECT i FROM range(100000) t(i)');
    await expect(toColumnSet(result, stop.signal)).rejects.toThrow('the panel was closed');
  });

  it('passes on the error of a query that fails half-way', async () => {
    const run = async () =>
      toColumnSet(await streaming(`SELECT CASE WHEN i > 50000 THEN error('row ' || i) END FROM range(90000) t(i)`));
    await expect(run()).rejects.toThrow('row 50001');
  });
});
