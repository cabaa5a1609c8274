import { mkdir, readdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askedIn, translateDashboard, type Language, type Bounds } from '../../contract';
import { WarehouseError } from '../../warehouse';
import { onDisk } from './on-disk';
import { openedWith } from './opening-range';
import { readJson, TEXTS, textsIn } from './texts';

/**
 * Writes the dashboards of a folder with their texts in a language, and everything that they ask set to it. Ids, panels
 * and queries stay the same, so that links and bookmarks lead to the translated ones as well.
 *
 * @param opening the time range that they open with; what is absent stays
 * @returns the names of the files, in alphabetical order
 * @throws WarehouseError when a folder cannot be read or written, or both are the same
 */
export async function writeDashboards(
  from: string,
  to: string,
  language: Language,
  opening: Bounds = {},
  texts: string = TEXTS,
): Promise<string[]> {
  const known = await textsIn(language, texts);
  const names = (await onDisk(`${from} cannot be read`, () => readdir(from))).filter((name) => name.endsWith('.json'));
  await onDisk(`The folder ${to} cannot be made`, () => mkdir(to, { recursive: true }));
  if ((await realpath(to)) === (await realpath(from))) {
    throw new WarehouseError(
      'usage',
      'The dashboards would be written over themselves.',
      'Name another folder with --out.',
    );
  }
  for (const name of names.sort()) {
    const json: unknown = await onDisk(`${join(from, name)} cannot be read`, () => readJson(join(from, name)));
    await write(join(to, name), openedWith(askedIn(language, translateDashboard(json, known)), opening));
  }
  return names;
}

/** In one go: Grafana looks at the folder all the time, and must never find half a dashboard. */
async function write(file: string, json: unknown): Promise<void> {
  const fresh = `${file}.new`;
  await onDisk(`${file} cannot be written`, async () => {
    try {
      await writeFile(fresh, `${JSON.stringify(json, null, 2)}\n`);
      await rename(fresh, file);
    } finally {
      await rm(fresh, { force: true });
    }
  });
}
