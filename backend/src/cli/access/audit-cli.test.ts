import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tellAudit } from './audit-cli';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'churnwatch-audit-cli-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fail = () => Promise.reject(new Error('There is no archive.'));
const outcomes = (out: string): unknown[] =>
  readFileSync(join(out, 'audit', 'audit-000001.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { outcome: unknown }).outcome);

it('tells the log of the folder how it ended', async () => {
  await expect(tellAudit(folder, 'restore', 'a.tar.gz', fail)).rejects.toThrow('There is no archive.');
  expect(await tellAudit(folder, 'restore', 'a.tar.gz', () => Promise.resolve(7))).toBe(7);
  expect(outcomes(folder)).toEqual(['failed', 'done']);
});

it('makes no folder for what has failed', async () => {
  const out = join(folder, 'new');
  await expect(tellAudit(out, 'restore', 'a.tar.gz', fail)).rejects.toThrow('There is no archive.');
  expect(existsSync(out)).toBe(false);
});
