#!/usr/bin/env node
// Runs the churnwatch command from the bundle in dist/, which is made first when it is missing or older than a source.
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const backend = fileURLToPath(new URL('..', import.meta.url));
const sources = ['src', '../data/sample/src', 'build.mjs', 'package.json', '../package-lock.json'];

const newest = (path) => {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
};

const bundled = newest(`${backend}dist/cli.mjs`);
if (bundled === 0 || sources.some((source) => newest(`${backend}${source}`) > bundled)) {
  const { bundle } = await import('../build.mjs');
  await bundle();
}
await import('../dist/cli.mjs');
