import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(process.cwd(), '..');
const GO_ARCH: Record<string, string> = { x64: 'amd64' };
export const platform = `${process.platform}_${GO_ARCH[process.arch] ?? process.arch}`;

const PACKAGED = join(root, 'plugin/dist/datasource');
const SOURCES = ['src', 'packaging', 'build.mjs', 'package.json'].map((path) => join(root, 'backend', path));
/** In node_modules, so that the bundle finds DuckDB. */
const MADE = join(root, 'node_modules/.cache/churnwatch-host');

/** What Grafana would start: the packaged executable when there is a fresh one, else one made of the same sources. */
export function pluginExecutable(): string {
  const packaged = join(PACKAGED, `gpx_churnwatch_${platform}`);
  const built = newest(join(PACKAGED, 'backend/plugin.mjs'));
  return built > Math.max(...SOURCES.map(newest)) ? packaged : makeExecutable();
}

function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** A bundle of this moment, started with the Node.js that runs the tests. */
function makeExecutable(): string {
  const script = `const { bundle } = await import(process.argv[1]); await bundle(process.argv[2]);`;
  const args = ['--input-type=module', '-e', script, join(root, 'backend/build.mjs'), join(MADE, 'backend')];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the backend could not be bundled: ${stderr}`);
  mkdirSync(MADE, { recursive: true });
  const path = join(MADE, 'gpx_churnwatch');
  writeFileSync(path, `#!/bin/sh\nexec "${process.execPath}" "${join(MADE, 'backend/plugin.mjs')}"\n`);
  chmodSync(path, 0o755);
  return path;
}
