import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeOnce } from './made-once';

const before = process.env['CHURNWATCH_TEST_FOLDER'];
let shared: string;
beforeEach(() => {
  shared = mkdtempSync(join(tmpdir(), 'churnwatch-made-'));
  process.env['CHURNWATCH_TEST_FOLDER'] = shared;
});
afterEach(() => {
  process.env['CHURNWATCH_TEST_FOLDER'] = before;
  rmSync(shared, { recursive: true, force: true });
});

const write = (text: string) => async (folder: string) => writeFileSync(join(folder, 'text'), text);

it('makes a folder once, for all who ask for it', async () => {
  const folders = await Promise.all([madeOnce('a', write('one')), madeOnce('a', write('two'))]);
  folders.push(await madeOnce('a', write('three')));
  expect(folders).toEqual([0, 1, 2].map(() => join(shared, 'a')));
  // Of the two that asked at once either may have been the first.
  expect(['one', 'two']).toContain(await readFile(join(shared, 'a', 'text'), 'utf8'));
});

it('makes another one for another name', async () => {
  const [one, other] = [await madeOnce('a', write('one')), await madeOnce('b', write('other'))];
  expect(await readFile(join(one, 'text'), 'utf8')).toBe('one');
  expect(await readFile(join(other, 'text'), 'utf8')).toBe('other');
});

it('leaves nothing of one that failed, and lets the next one make it', async () => {
  const failing = madeOnce('a', async (folder) => {
    writeFileSync(join(folder, 'half'), '');
    throw new Error('no room');
  });
  await expect(failing).rejects.toThrow('no room');
  const folder = await madeOnce('a', write('whole'));
  expect([existsSync(join(folder, 'half')), existsSync(join(folder, 'text'))]).toEqual([false, true]);
});

it('says what to do where a run has no folder', async () => {
  delete process.env['CHURNWATCH_TEST_FOLDER'];
  await expect(madeOnce('a', write('one'))).rejects.toThrow('run the tests with npm test');
});
