import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What Node and DuckDB need beyond the C library. */
const NAMES = ['libstdc++.so.6', 'libgcc_s.so.1'];

const NOTICE = `libstdc++ and libgcc are part of GCC, (c) Free Software Foundation, Inc., under the GNU General Public License,
version 3, with the GCC Runtime Library Exception, version 3.1, which permits shipping them with programs of any licence.
https://www.gnu.org/licenses/gcc-exception-3.1.html
Copied unchanged from the system on which this package was built; used on Alpine only. Source: https://gcc.gnu.org/
`;

/** The C library that Grafana's Alpine image brings along (its Dockerfile's GLIBC_VERSION). */
const ALPINE_GLIBC = 40;

/**
 * Copies this machine's C++ runtime beside the packaged Node, for Grafana's Alpine image, which has none.
 * @returns what was copied; nothing when this machine has no such libraries, or has them too new
 */
export async function copyRuntimeLibraries(node, folder) {
  const libraries = NAMES.map((name) => ({ name, notice: NOTICE }));
  const loaded = await loadedBy(node);
  const sources = NAMES.map((name) => loaded.find((path) => basename(path).startsWith(name)));
  if (sources.includes(undefined)) return [];
  const needed = await Promise.all(sources.map(neededGlibc));
  if (Math.max(...needed) > ALPINE_GLIBC) return [];
  await mkdir(folder, { recursive: true });
  await Promise.all(sources.map((source, i) => copyFile(source, join(folder, NAMES[i]))));
  return libraries;
}

/** The shared libraries that a running Node has loaded: the loader has found them already. */
async function loadedBy(node) {
  if (!existsSync('/proc/self/maps')) return [];
  const { stdout } = await run(node, ['-p', 'fs.readFileSync("/proc/self/maps", "utf8")'], { env: {} });
  return stdout.split('\n').map((line) => line.slice(line.indexOf('/')));
}

/** The newest GNU C library 2.x that a library asks for, as x. */
async function neededGlibc(library) {
  const text = (await readFile(library)).toString('latin1');
  return Math.max(...[...text.matchAll(/GLIBC_2\.(\d+)/g)].map(([, minor]) => Number(minor)));
}
