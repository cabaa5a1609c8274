// Puts the backend into plugin/dist/datasource: the bundle, and for each platform a launcher with the Node.js and the
// DuckDB that it needs. Usage: node package-backend.mjs [--platform host|all|linux_amd64,linux_arm64,...] [--out FOLDER]
import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle } from '../build.mjs';
import { fetchPackage } from './fetch-package.mjs';
import { bundledPackages, writeNotices } from './notices.mjs';
import { hostPlatform, platformsOf } from './platforms.mjs';
import { copyRuntimeLibraries } from './runtime-libraries.mjs';

const require = createRequire(import.meta.url);
const DATASOURCE = fileURLToPath(new URL('../../plugin/dist/datasource/', import.meta.url));
/** As in the data source's plugin.json, under "executable". */
const EXECUTABLE = 'gpx_churnwatch';
const LOADERS = { linux_amd64: '/lib64/ld-linux-x86-64.so.2', linux_arm64: '/lib/ld-linux-aarch64.so.1' };

/**
 * Makes the executables of the data source.
 * @param platforms as `platformsOf` gives them
 * @param out the data source's folder
 * @throws Error that says what is missing and what to do
 */
export async function packageBackend(platforms = platformsOf(), out = DATASOURCE) {
  const folder = join(out, 'backend');
  const { metafile } = await bundle(folder);
  const notices = await bundledPackages(metafile);
  for (const platform of platforms) notices.push(...(await addPlatform(platform, out)));
  await writeNotices(folder, notices);
  if (platforms.some(({ name }) => name === hostPlatform)) await tryOut(join(out, `${EXECUTABLE}_${hostPlatform}`));
}

async function addPlatform({ name, node, duckdb }, out) {
  const folder = join(out, 'backend', name);
  await mkdir(folder, { recursive: true });
  const runtime = await nodeFor(name, node);
  await copyFile(runtime.binary, join(folder, 'node'));
  await chmod(join(folder, 'node'), 0o755);
  const duckdbPackage = await duckdbFolder(duckdb);
  for (const file of ['duckdb.node', duckdbLibrary(name)])
    await copyFile(join(duckdbPackage, file), join(folder, file));
  const libraries = name === hostPlatform ? await copyRuntimeLibraries(join(folder, 'node'), join(folder, 'lib')) : [];
  if (name === 'linux_amd64' && libraries.length === 0) warnAboutAlpine();
  await writeLauncher(name, out);
  return [runtime.notice, await describe(duckdb, duckdbPackage), ...libraries];
}

/** The pinned Node; for this machine, the Node that runs this must do when npm's registry is out of reach. */
async function nodeFor(platform, pinned) {
  try {
    const folder = await fetchPackage(pinned.package, pinned.integrity);
    return { binary: join(folder, 'bin/node'), notice: await describe('node', folder) };
  } catch (error) {
    if (platform !== hostPlatform) throw error;
    process.stderr.write(`Note: ${error.message}\nThe package gets this machine's Node ${process.version} instead.\n`);
    const notice = { name: 'node', version: process.version.slice(1), license: 'MIT', notice: NODE_NOTICE };
    return { binary: process.execPath, notice };
  }
}

const NODE_NOTICE = 'Its licence, and those of what it contains: https://github.com/nodejs/node/blob/main/LICENSE';

const duckdbLibrary = (platform) => (platform.startsWith('darwin') ? 'libduckdb.dylib' : 'libduckdb.so');

/** DuckDB's binding for this machine is installed; others are fetched, in the same version. */
async function duckdbFolder(name) {
  try {
    return dirname(require.resolve(`${name}/package.json`));
  } catch {
    const { dependencies } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
    return fetchPackage(`${name}@${dependencies['@duckdb/node-bindings']}`);
  }
}

async function writeLauncher(platform, out) {
  const template = await readFile(new URL('launcher.sh', import.meta.url), 'utf8');
  const text = template.replaceAll('@PLATFORM@', platform).replaceAll('@LOADER@', LOADERS[platform] ?? '/none');
  const path = join(out, `${EXECUTABLE}_${platform}`);
  await rm(path, { force: true });
  await writeFile(path, text);
  await chmod(path, 0o755);
}

async function describe(name, folder) {
  const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return { name, version, license, notice: await readFile(join(folder, 'LICENSE'), 'utf8') };
}

function warnAboutAlpine() {
  process.stderr.write(
    "Note: this machine has no C++ runtime that could be packed, so this package will not run in Grafana's Alpine image " +
      '(it does in the Ubuntu image). Build on Linux amd64 with glibc 2.40 or older for both.\n',
  );
}

/** Without Grafana's magic word the executable says what it is, and so shows that Node starts with an empty environment. */
function tryOut(executable) {
  return new Promise((resolve, reject) => {
    execFile(executable, { env: {}, cwd: '/' }, (error, _stdout, stderr) => {
      if (error?.code === 1 && stderr.includes('Grafana starts it by itself')) resolve();
      else reject(new Error(`The packaged backend does not start here: ${stderr || error?.message}`));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const { values } = parseArgs({ options: { platform: { type: 'string' }, out: { type: 'string' } } });
    await packageBackend(platformsOf(values.platform ?? process.env.CHURNWATCH_PLATFORMS), values.out);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
