import { join } from 'node:path';
import { QueryError } from '../../../contract';
import type { RunOptions, Sandbox } from '../sandbox';
import { openProcessSandbox } from './process-sandbox';

const PROGRAM = join(__dirname, 'testing/program.mjs');
const OPTIONS = { file: 'shop', tempDirectory: join(__dirname, 'none/spill'), threads: 1, memoryMb: 64 };
const LIMITS: RunOptions = {
  timeLimitMs: 30_000,
  maxRows: 10,
  maxCells: 10,
  maxBytes: 10,
  user: 'ann',
  masked: true,
};
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await openProcessSandbox({ ...OPTIONS, connections: 1 }, PROGRAM);
});
afterEach(() => sandbox.close());

const run = (sql: string, options: Partial<RunOptions> = {}) => sandbox.run(sql, { ...LIMITS, ...options });
const pid = async (): Promise<number> => (await run('PID')).length;

const isAlive = (process_: number): boolean => {
  try {
    return process.kill(process_, 0);
  } catch {
    return false;
  }
};

it('keeps a process for statement after statement', async () => {
  expect(await pid()).toBe(await pid());
  await expect(run('WRONG')).rejects.toThrow(new QueryError('no such column'));
  const known = await pid();
  await expect(run('STOPS', { timeLimitMs: 100 })).rejects.toThrow('took longer than 0.1 seconds');
  expect(await pid()).toBe(known);
});

it('kills a process that does not stop in time, and goes on with another', async () => {
  const known = await pid();
  await expect(run('HANG', { timeLimitMs: 100 })).rejects.toThrow('took longer than 0.1 seconds');
  expect(await pid()).not.toBe(known);
  expect(isAlive(known)).toBe(false);
});

it('kills a process whose asker went away', async () => {
  const known = await pid();
  const abort = new AbortController();
  const asked = run('HANG', { signal: abort.signal });
  setTimeout(() => abort.abort(new Error('the panel was closed')), 50);
  await expect(asked).rejects.toThrow('the panel was closed');
  expect(await pid()).not.toBe(known);
});

it.each([
  ['DIE', /had to be stopped/],
  ['MEMORY', /needs more memory than it may use/],
])('tells of a statement that took its process down: %s', async (sql, message) => {
  const failed = run(sql);
  await expect(failed).rejects.toThrow(QueryError);
  await expect(failed).rejects.toThrow(message);
  expect(await pid()).toBeGreaterThan(0);
});

it('takes a fresh process after one that holds much memory', async () => {
  const tired = (await run('TIRED')).length;
  expect(await pid()).not.toBe(tired);
});

it('lets statements read nothing of the environment', async () => {
  process.env.SECRET_OF_GRAFANA = 'x';
  expect((await run('ENVIRONMENT')).length).toBe(0);
  delete process.env.SECRET_OF_GRAFANA;
});

it('gives up SQL that takes too long to be read, and reads on', async () => {
  const hanging = sandbox.parse('HANG', { user: 'ann' });
  const other = sandbox.parse('SELECT 1', { user: 'ben' });
  await expect(hanging).rejects.toThrow('takes too long to be read');
  expect(await other).toBe('tree of SELECT 1');
});

it('closing ends what runs and what waits', async () => {
  const both = Promise.allSettled([run('HANG'), run('SELECT 1')]);
  await sandbox.close();
  for (const end of await both)
    expect(end).toMatchObject({ status: 'rejected', reason: expect.any(QueryError) as Error });
  await expect(run('PID')).rejects.toThrow('was replaced');
});

it('that cannot be opened says so', async () => {
  const opened = openProcessSandbox({ ...OPTIONS, file: 'none', connections: 1 }, PROGRAM);
  await expect(opened).rejects.toThrow('no such file');
});
