import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { snapshot } from './snapshot';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'churnwatch-snapshot-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('misses nothing while folders of work in progress come and go', async () => {
  const [out, target] = [join(folder, 'warehouse'), join(folder, 'copy')];
  for (const name of ['generations', 'events/archive', 'tmp']) mkdirSync(join(out, name), { recursive: true });
  const old = 'events/archive/events-to-2.parquet';
  for (const name of ['generations/g.duckdb', 'generations/g.json', old]) writeFileSync(join(out, name), '');
  writeFileSync(join(out, 'current.json'), '{"id":"g"}');
  let isBusy = true;
  const work = (async () => {
    for (let turn = 0; isBusy; turn = (turn + 1) % 3) {
      const own = join(out, 'tmp', `build-${turn}`);
      await mkdir(own, { recursive: true });
      await rm(own, { recursive: true, force: true });
    }
  })();
  try {
    for (let time = 0; time < 60; time++) {
      const { paths } = await snapshot(out, join(target, String(time)), (file) => writeFile(file, ''));
      expect(paths).toEqual([
        'current.json',
        'generations/g.duckdb',
        'generations/g.json',
        'events/events.duckdb',
        old,
      ]);
    }
  } finally {
    isBusy = false;
    await work;
  }
});
