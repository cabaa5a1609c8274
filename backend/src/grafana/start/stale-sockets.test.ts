import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeStaleSockets } from './stale-sockets';

let parent: string;
beforeEach(() => (parent = mkdtempSync(join(tmpdir(), 'churnwatch-stale-'))));
afterEach(() => rmSync(parent, { recursive: true, force: true }));

function folder(name: string, secondsOld = 0): string {
  const path = join(parent, name);
  mkdirSync(path);
  const then = Date.now() / 1000 - secondsOld;
  utimesSync(path, then, then);
  return path;
}

const sweep = () => removeStaleSockets(join(parent, 'churnwatch-plugin-own', 'socket'));

it('keeps the folder of a plugin that listens', async () => {
  const live = folder('churnwatch-plugin-live', 600);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(join(live, 'socket'), resolve));
  await sweep();
  expect(existsSync(join(live, 'socket'))).toBe(true);
  await new Promise((resolve) => server.close(resolve));
});

it('removes an old folder without a socket, and keeps a new one, which may be starting', async () => {
  const old = folder('churnwatch-plugin-old', 600);
  const young = folder('churnwatch-plugin-young');
  await sweep();
  expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
});

it('touches neither its own folder nor those of others', async () => {
  const own = folder('churnwatch-plugin-own', 600);
  const other = folder('churnwatch-1000', 600);
  await sweep();
  expect([existsSync(own), existsSync(other)]).toEqual([true, true]);
});
