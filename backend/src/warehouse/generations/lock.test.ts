import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeBuildLock } from './lock';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'churnwatch-lock-'));
  path = join(folder, 'build.lock');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const holder = async () => JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid!;
}

test('names its holder, refuses a second, and can be taken again once released', async () => {
  const lock = await takeBuildLock(path);
  expect(await holder()).toMatchObject({ pid: process.pid, host: hostname() });
  await expect(takeBuildLock(path)).rejects.toMatchObject({
    code: 'busy',
    message: expect.stringContaining(`process ${process.pid}`),
  });
  await lock.release();
  await (await takeBuildLock(path)).release();
  expect(await readdir(folder)).toEqual([]);
});

test.each<[string, () => Promise<string>]>([
  [
    'of a dead process',
    async () => JSON.stringify({ pid: await deadPid(), host: hostname(), processStart: '1', since: 'then' }),
  ],
  [
    'of an earlier process with the pid of a living one',
    async () => JSON.stringify({ pid: process.ppid, host: hostname(), processStart: '-1', since: 'then' }),
  ],
  [
    'of an earlier process with our own pid, as in a container',
    async () => JSON.stringify({ pid: process.pid, host: hostname(), processStart: '-1', since: 'then' }),
  ],
  ['that was cut off by a crash', () => Promise.resolve('{"pid": 1')],
  ['that is empty', () => Promise.resolve('')],
])('a lock %s is taken over', async (_name, content) => {
  await writeFile(path, await content());
  const lock = await takeBuildLock(path);
  expect(await holder()).toMatchObject({ pid: process.pid });
  await lock.release();
  expect(await readdir(folder)).toEqual([]);
});

test('a lock of another machine is respected, and the message says how to get rid of it', async () => {
  await writeFile(path, JSON.stringify({ pid: 1, host: 'elsewhere', processStart: '1', since: '2026-01-01' }));
  await expect(takeBuildLock(path)).rejects.toMatchObject({
    code: 'busy',
    message: expect.stringContaining('on elsewhere'),
    hint: expect.stringContaining(`delete ${path}`),
  });
});

test('whoever waits gets it when it is released', async () => {
  const first = await takeBuildLock(path);
  const second = takeBuildLock(path, 10_000);
  await first.release();
  await (await second).release();
});

test('whoever waits is told in time that it is held, also when the clock is set back', async () => {
  const lock = await takeBuildLock(path);
  const now = Date.now();
  const clock = jest
    .spyOn(Date, 'now')
    .mockReturnValueOnce(now)
    .mockReturnValue(now - 3_600_000);
  await expect(takeBuildLock(path, 50)).rejects.toMatchObject({ code: 'busy' });
  clock.mockRestore();
  await lock.release();
});

test('a dead lock is taken over where somebody died at that, and the clock was set back since', async () => {
  await writeFile(path, '');
  await writeFile(`${path}.guard`, '');
  const later = new Date(Date.now() + 3_600_000);
  await utimes(`${path}.guard`, later, later);
  await (await takeBuildLock(path)).release();
  expect(await readdir(folder)).toEqual([]);
});

test('of many that find a dead lock, one after the other gets it', async () => {
  await writeFile(path, JSON.stringify({ pid: await deadPid(), host: hostname(), processStart: '1', since: 'then' }));
  let inside = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      const lock = await takeBuildLock(path, 10_000);
      expect(++inside).toBe(1);
      await new Promise((done) => setTimeout(done, 5));
      inside--;
      await lock.release();
    }),
  );
  expect(await readdir(folder)).toEqual([]);
});

test('waiting can be given up', async () => {
  const lock = await takeBuildLock(path);
  const controller = new AbortController();
  const waiting = takeBuildLock(path, 10_000, controller.signal);
  controller.abort();
  await expect(waiting).rejects.toThrow(/abort/);
  await lock.release();
});
