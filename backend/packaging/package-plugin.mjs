// Zips plugin/dist as Grafana unpacks it: one folder, named by the plugin's id, with file modes, and a .sha256 beside.
// The same files give the same zip.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import yazl from 'yazl';

const plugin = fileURLToPath(new URL('../../plugin/', import.meta.url));
/** Zips hold no earlier time; the files' own would make each build differ. */
const EARLIEST = new Date('1980-01-01T00:00:00');

/**
 * Makes `<id>-<version>[.<platform>].zip` and `.zip.sha256`.
 * @param dist the built plugin
 * @param out where the zip goes
 * @returns the zip's path
 * @throws Error when the plugin has not been built
 */
export async function packagePlugin(dist = join(plugin, 'dist'), out = plugin) {
  const { id, version } = await manifest(dist);
  const executables = await executablesIn(join(dist, 'datasource'));
  const platform = executables.length === 1 ? `.${executables[0].replace(/^gpx_[a-z]+_/, '')}` : '';
  const path = join(out, `${id}-${version}${platform}.zip`);
  await writeZip(dist, id, path);
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  await writeFile(`${path}.sha256`, `${hash.digest('hex')}  ${basename(path)}\n`);
  return path;
}

async function manifest(dist) {
  try {
    const { id, info } = JSON.parse(await readFile(join(dist, 'plugin.json'), 'utf8'));
    return { id, version: info.version };
  } catch (error) {
    throw new Error(`There is no built plugin in ${dist} (${error.message}). Run "npm run build" first.`);
  }
}

async function executablesIn(folder) {
  const names = await readdir(folder).catch(() => []);
  const executables = names.filter((name) => name.startsWith('gpx_'));
  if (executables.length === 0) throw new Error(`The backend is missing in ${folder}. Run "npm run build" first.`);
  for (const name of executables) {
    const node = join(folder, 'backend', name.replace(/^gpx_[a-z]+_/, ''), 'node');
    await access(node).catch(() => {
      throw new Error(`${name} lacks ${node}. Run "npm run build" again.`);
    });
  }
  return executables;
}

async function writeZip(dist, id, path) {
  const zip = new yazl.ZipFile();
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  for (const file of files.sort()) {
    const { mode } = await stat(file);
    const name = relative(dist, file).split(sep).join('/');
    zip.addFile(file, `${id}/${name}`, {
      mtime: EARLIEST,
      mode: mode & 0o100 ? 0o100755 : 0o100644,
      forceDosTimestamp: true,
    });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${await packagePlugin()}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
