import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const template = readFileSync(join(process.cwd(), '../backend/packaging/launcher.sh'), 'utf8');
let folder: string;
let launcher: string;

/** A data source's folder in which "node" is a script that says what it was given. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'churnwatch launcher-'));
  const native = join(folder, 'data source/backend/test_arch');
  mkdirSync(native, { recursive: true });
  writeFileSync(join(native, 'node'), '#!/bin/sh\necho "$0|$1|$$|${LD_LIBRARY_PATH-none}|$UV_THREADPOOL_SIZE"\n');
  chmodSync(join(native, 'node'), 0o755);
  launcher = join(folder, 'data source/gpx_churnwatch_test_arch');
  writeFileSync(launcher, template.replaceAll('@PLATFORM@', 'test_arch').replaceAll('@LOADER@', '/none'));
  chmodSync(launcher, 0o755);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(path: string, cwd = '/', env: Record<string, string> = {}) {
  const { status, stdout, stderr, pid } = spawnSync(path, { env, cwd, encoding: 'utf8' });
  return { status, parts: stdout.trim().split('|'), stderr, pid };
}

it('starts the Node that lies beside it, whatever the working directory, with spaces in the path', () => {
  const { status, parts, pid } = run(launcher);
  const backend = join(folder, 'data source/backend');
  const own = [`${backend}/test_arch/node`, `${backend}/plugin.mjs`, String(pid), 'none'];
  expect([status, parts.slice(0, 4)]).toEqual([0, own]);
});

it('gives Node threads enough for queries and events at once, or as many as somebody has set', () => {
  expect(run(launcher).parts[4]).toBe('16');
  expect(run(launcher, '/', { UV_THREADPOOL_SIZE: '8' }).parts[4]).toBe('8');
});

it('is found by a relative path', () => {
  const { parts } = run('./data source/gpx_churnwatch_test_arch', folder);
  expect(parts.slice(0, 2)).toEqual(['./data source/backend/test_arch/node', './data source/backend/plugin.mjs']);
});

it.each(['absolute', 'relative'])('is found through an %s link, and a link to that', (kind) => {
  symlinkSync(kind === 'absolute' ? launcher : 'data source/gpx_churnwatch_test_arch', join(folder, 'link'));
  symlinkSync('link', join(folder, 'link to link'));
  const { parts } = run(join(folder, 'link to link'));
  expect(parts[0]).toBe(join(folder, 'data source/backend/test_arch/node'));
});

it.each([
  ['missing', (node: string) => rmSync(node)],
  ['not executable', (node: string) => chmodSync(node, 0o644)],
])('says what to do when Node is %s', (_, breakIt) => {
  breakIt(join(folder, 'data source/backend/test_arch/node'));
  const { status, stderr } = run(launcher);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^\[ERROR\] .*test_arch\/node is missing or not executable\. Unpack the plugin again/);
});
