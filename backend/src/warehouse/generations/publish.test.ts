import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { warehousePaths, type WarehousePaths } from './paths';
import { listGenerations, prepareFolders, removeLeftovers } from './publish';

let paths: WarehousePaths;
beforeEach(async () => {
  paths = warehousePaths(await mkdtemp(join(tmpdir(), 'churnwatch-publish-')));
  await prepareFolders(paths);
});
afterEach(() => rm(paths.out, { recursive: true, force: true }));

const DEAD_PID = 2 ** 30;

async function spillFolder(pid: number, ageHours: number): Promise<void> {
  const folder = join(paths.temporary, `read-${pid}-1`);
  await mkdir(folder);
  const then = new Date(Date.now() - ageHours * 3_600_000);
  await utimes(folder, then, then);
}

test("a killed build's folder goes, and old spill files of readers that are dead", async () => {
  await mkdir(join(paths.temporary, 'build-x'));
  await writeFile(join(paths.temporary, 'build-x', 'half.duckdb'), '');
  await writeFile(`${paths.pointer}.77.new`, '{');
  await spillFolder(DEAD_PID, 25);
  await spillFolder(DEAD_PID + 1, 1);
  await spillFolder(process.pid, 25);
  await removeLeftovers(paths);
  expect((await readdir(paths.temporary)).sort()).toEqual([`read-${process.pid}-1`, `read-${DEAD_PID + 1}-1`].sort());
  expect((await readdir(paths.out)).sort()).toEqual(['generations', 'tmp']);
});

test('the current generation and the one before stay, orphans and older ones go', async () => {
  for (const id of ['a', 'b', 'c', 'd']) {
    await writeFile(paths.database(id), '');
    if (id !== 'd') await writeFile(paths.manifest(id), '{}');
  }
  await writeFile(`${paths.manifest('d')}.77.new`, '{');
  await writeFile(paths.pointer, JSON.stringify({ id: 'c' }));
  await removeLeftovers(paths);
  expect((await readdir(paths.generations)).sort()).toEqual(['b.duckdb', 'b.json', 'c.duckdb', 'c.json']);
  expect(await listGenerations(paths)).toEqual(['c', 'b']);
});

test('a current generation that is older than others is kept', async () => {
  for (const id of ['a', 'b', 'c']) await writeFile(paths.manifest(id), '{}');
  await writeFile(paths.pointer, JSON.stringify({ id: 'a' }));
  await removeLeftovers(paths);
  expect(await listGenerations(paths)).toEqual(['c', 'a']);
});
