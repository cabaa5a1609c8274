import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { QueryError } from '../../contract';
import { openSandbox, type RunOptions, type Sandbox, type SandboxResult } from '.';

let folder: string;
let sandbox: Sandbox;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const file = join(folder, 'shop.duckdb');
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run("CREATE TABLE sales AS SELECT range AS n, 'city ' || range AS city FROM range(10000)");
  await connection.run("CREATE TABLE dim_customers AS SELECT 7 AS customer_key, '0123456789abcdef' AS customer_id");
  connection.closeSync();
  instance.closeSync();
  sandbox = await openIt();
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

const openIt = (): Promise<Sandbox> =>
  openSandbox({
    file: join(folder, 'shop.duckdb'),
    tempDirectory: join(folder, 'spill'),
    memoryMb: 64,
    maxTempDirectorySize: '1MB',
    threads: 2,
    connections: 1,
    maxWaiting: 1,
  });

const LIMITS: RunOptions = {
  timeLimitMs: 30_000,
  maxRows: 5_000,
  maxCells: 50_000,
  maxBytes: 1_000_000,
  user: 'ann',
  masked: false,
};
const ASKER = { user: 'ann' };
const run = (sql: string, options: Partial<RunOptions> = {}): Promise<SandboxResult> =>
  sandbox.run(sql, { ...LIMITS, ...options });

/** Runs for minutes unless it is interrupted. */
const ENDLESS = 'SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE (a.range * b.range) % 7 = 3';

describe('ids of customers', () => {
  const ids = async (sql: string, masked: boolean) => (await run(sql, { masked })).columns.map(({ cells }) => cells[0]);

  it.each([
    ['as they stand', 'FROM dim_customers', [7, '01234567…']],
    ['through an alias', 'SELECT c.customer_id AS id FROM dim_customers c', ['01234567…']],
    ['in a condition', "SELECT count(*) FROM dim_customers WHERE customer_id LIKE '%f'", [0]],
    ['in a table of the same name', 'WITH c AS (FROM dim_customers) SELECT length(customer_id) FROM c', [9]],
  ])('are short where they are masked: %s', async (_, sql, expected) => {
    await expect(ids(sql, true)).resolves.toEqual(expected);
  });

  it('are whole for others, also after somebody has read them short', async () => {
    await ids('FROM dim_customers', true);
    await expect(ids('FROM dim_customers', false)).resolves.toEqual([7, '0123456789abcdef']);
  });
});

describe('what cannot be done', () => {
  test.each([
    ['reading a file', "SELECT * FROM read_text('/etc/hostname')", /disabled by configuration/],
    ['listing files', "SELECT * FROM glob('/etc/*')", /disabled by configuration/],
    ['writing a file', "COPY sales TO 'out.csv'", /disabled by configuration/],
    ['a setting', 'SET threads = 8', /must be a SELECT/],
    ['a table', 'CREATE TABLE mine AS SELECT 1', /must be a SELECT/],
    ['a temporary table', 'CREATE TEMP TABLE mine AS SELECT 1', /must be a SELECT/],
    ['deleting', 'DELETE FROM sales', /must be a SELECT|read-only/],
    ['another database', "ATTACH ':memory:' AS other", /must be a SELECT/],
    ['an extension', 'INSTALL httpfs', /must be a SELECT/],
    ['two statements', 'SELECT 1; SELECT 2', /must be one statement/],
    ['a PIVOT over unknown values', 'PIVOT sales ON city USING sum(n)', /names its values/],
    ['a parameter', 'SELECT ?', /parameters/],
    ['nothing', '  ', /is empty/],
    ['a comment', '-- only this', /is empty/],
  ])('%s', async (_, sql, message) => {
    const failed = run(sql);
    await expect(failed).rejects.toThrow(QueryError);
    await expect(failed).rejects.toThrow(message);
  });

  test('SQL without end', async () => {
    const long = `SELECT ${'1+'.repeat(60_000)}1`;
    await expect(run(long)).rejects.toThrow('120008 characters');
    await expect(sandbox.parse(long, ASKER)).rejects.toThrow('100000');
  });
});

describe('messages', () => {
  test('say where and what, without DuckDB’s jargon', async () => {
    await expect(run('SELECT n,\n  nope FROM sales')).rejects.toThrow(
      'The SQL cannot be run: Referenced column "nope" not found in FROM clause (line 2, column 3). Candidate bindings: ',
    );
    await expect(run('SELEC 1')).rejects.toThrow('syntax error at or near "SELEC" (line 1, column 1).');
  });

  test('name no file', async () => {
    const failed = run("SELECT * FROM read_csv('/etc/some where/passwd')");
    await expect(failed).rejects.toThrow('Cannot access file a file');
    await expect(failed).rejects.not.toThrow('passwd');
  });

  test('tell of too little memory', async () => {
    await expect(run('SELECT list(md5(range::VARCHAR)) FROM range(20000000)')).rejects.toThrow(/more memory|on disk/);
    expect((await run('SELECT 1 AS one')).length).toBe(1);
  });
});

describe('parsing', () => {
  test('gives the syntax tree, of wrong SQL the error', async () => {
    expect(JSON.parse(await sandbox.parse("SELECT 'it''s'", ASKER))).toMatchObject({ error: false, statements: [{}] });
    expect(JSON.parse(await sandbox.parse('SELEC 1', ASKER))).toMatchObject({ error: true });
    expect(JSON.parse(await sandbox.parse('DELETE FROM sales', ASKER))).toMatchObject({ error: true });
  });
});

describe('limits', () => {
  test('of rows, cells and bytes cut the result and say so', async () => {
    const sql = 'SELECT n, city FROM sales ORDER BY n';
    const byRows = await run(sql, { maxRows: 3 });
    expect(byRows).toMatchObject({ length: 3, cut: { by: 'rows', limit: 3 } });
    expect(byRows.columns[1]?.cells).toEqual(['city 0', 'city 1', 'city 2']);
    expect(await run(sql, { maxCells: 5 })).toMatchObject({ length: 2, cut: { by: 'cells', limit: 5 } });
    expect(await run(sql, { maxBytes: 30 })).toMatchObject({ length: 2, cut: { by: 'bytes', limit: 30 } });
    expect((await run('SELECT 1 AS one')).length).toBe(1);
  });

  test('that are just met cut nothing', async () => {
    const result = await run('SELECT n FROM sales LIMIT 2048', { maxRows: 2_048, maxCells: 2_048 });
    expect(result.length).toBe(2_048);
    expect(result.cut).toBeUndefined();
  });

  test('keep a giant text from being read', async () => {
    const result = await run("SELECT repeat('x', 20000000) AS giant");
    expect(result).toMatchObject({ length: 0, cut: { by: 'bytes' } });
  });

  test('stop a statement that takes too long, and the connection serves on', async () => {
    await expect(run(ENDLESS, { timeLimitMs: 100 })).rejects.toThrow('took longer than 0.1 seconds');
    expect((await run('SELECT count(*) AS n FROM sales')).columns[0]?.cells).toEqual([10_000]);
  });

  test('stop one that was aborted, with the caller’s reason', async () => {
    const abort = new AbortController();
    const stopped = run(ENDLESS, { signal: abort.signal });
    setTimeout(() => abort.abort(new Error('the panel was closed')), 50);
    await expect(stopped).rejects.toThrow('the panel was closed');
    expect((await run('SELECT 1 AS one')).columns[0]?.cells).toEqual([1]);
    await expect(run('SELECT 1', { signal: abort.signal })).rejects.toThrow('the panel was closed');
  });

  test('of the queue are told', async () => {
    const abort = new AbortController();
    const first = run(ENDLESS, { signal: abort.signal });
    const second = run('SELECT 1 AS one');
    await expect(run('SELECT 1 AS one')).rejects.toThrow('Too many SQL queries are waiting');
    abort.abort(new Error('enough'));
    await expect(first).rejects.toThrow('enough');
    expect((await second).length).toBe(1);
  });
});

test('closing stops what runs and what waits', async () => {
  const other = await openIt();
  const running = other.run(ENDLESS, LIMITS);
  const waiting = other.run('SELECT 1', LIMITS);
  const both = Promise.allSettled([running, waiting]);
  await other.close();
  for (const end of await both)
    expect(end).toMatchObject({ status: 'rejected', reason: expect.any(QueryError) as Error });
  await expect(other.run('SELECT 1', LIMITS)).rejects.toThrow('was replaced');
  await expect(other.parse('SELECT 1', ASKER)).rejects.toThrow('was replaced');
});

test('a file that is missing is an error of opening', async () => {
  const options = { tempDirectory: folder, memoryMb: 64, threads: 1, connections: 1 };
  await expect(openSandbox({ ...options, file: join(folder, 'none.duckdb') })).rejects.toThrow('none.duckdb');
});
