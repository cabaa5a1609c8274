import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A folder that the first test file of a run to need it makes, and all others find: to be read, never changed.
 * Returns its path once `make` has filled it; one that fails leaves it to the next who asks.
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const shared = process.env['CHURNWATCH_TEST_FOLDER'];
  if (shared === undefined) throw new Error('CHURNWATCH_TEST_FOLDER is not set: run the tests with npm test.');
  const folder = join(shared, name);
  const made = `${folder}.made`;
  // Another test file may be at it.
  while (!existsSync(made)) {
    if (await claimed(folder)) await makeHere(folder, made, make);
    else await sleep(200);
  }
  return folder;
}

/** Whether the folder was not there, and now is. */
async function claimed(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function makeHere(folder: string, made: string, make: (folder: string) => Promise<void>): Promise<void> {
  try {
    await make(folder);
    await writeFile(made, '');
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
