import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AuditEntry } from './entry';
import { appendEntries, logFiles } from './file-log';
import { AuditKeeper } from './keeper';
import { isPlace, readPage } from './read';

const LIMITS = { fileBytes: 1_000, files: 3 };
let root: string;
let folder: string;
let faults: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'churnwatch-audit-'));
  folder = join(root, 'audit');
  faults = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const entry = (n: number): AuditEntry => ({
  time: new Date(Date.UTC(2026, 0, 1) + n).toISOString(),
  action: 'model.train',
  actor: `user ${n}`,
  role: 'Operator',
  outcome: 'done',
});
const numbers = (entries: readonly AuditEntry[]): number[] => entries.map(({ actor }) => Number(actor.slice(5)));
const keeper = (retryMs = 1) =>
  new AuditKeeper(folder, { limits: LIMITS, onFault: (message) => faults.push(message), retryMs });
/** Every entry, page by page. */
async function all(limit: number): Promise<number[]> {
  const seen: number[] = [];
  for (let before: string | undefined; ;) {
    const { entries, next } = await readPage(folder, limit, before);
    seen.push(...numbers(entries));
    if (next === null) return seen;
    expect(isPlace(next)).toBe(true);
    before = next;
  }
}

describe('an audit log', () => {
  it('is read newest first, page by page, whatever is written meanwhile', async () => {
    await appendEntries(folder, [1, 2, 3, 4, 5].map(entry), LIMITS);
    const first = await readPage(folder, 2);
    await appendEntries(folder, [entry(6)], LIMITS);
    const second = await readPage(folder, 2, first.next ?? '');
    expect([numbers(first.entries), numbers(second.entries)]).toEqual([
      [5, 4],
      [3, 2],
    ]);
    expect(await all(1)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(await all(6)).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('is empty where nothing was written', async () => {
    expect(await readPage(folder, 10)).toEqual({ entries: [], next: null });
  });

  it('goes on in another file when one is full, and keeps the newest', async () => {
    for (let n = 1; n <= 40; n++) await appendEntries(folder, [entry(n)], LIMITS);
    const files = await logFiles(folder);
    expect(files).toHaveLength(LIMITS.files);
    expect(files[0]).not.toBe('audit-000001.jsonl');
    for (const name of files) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(LIMITS.fileBytes);
    const kept = await all(7);
    expect(kept[0]).toBe(40);
    expect(kept).toEqual(Array.from(kept, (_, at) => 40 - at));
  });

  it('ends where the file that a page leads to was removed as the oldest', async () => {
    await appendEntries(folder, [entry(1)], LIMITS);
    expect(await readPage(folder, 5, 'audit-000000.jsonl-10')).toEqual({ entries: [], next: null });
  });

  it('leaves out a line that a crash has cut off, and loses none beside it', async () => {
    await appendEntries(folder, [entry(1)], LIMITS);
    const file = join(folder, 'audit-000001.jsonl');
    writeFileSync(file, `${readFileSync(file, 'utf8')}{"time":"2026-01-`);
    await appendEntries(folder, [entry(2)], LIMITS);
    expect(await all(10)).toEqual([2, 1]);
  });

  it('keeps a name with line breaks in one line', async () => {
    const forged = { ...entry(1), actor: 'user 1\n{"time":"x","action":"y","actor":"forged"}' };
    await appendEntries(folder, [forged], LIMITS);
    expect((await readPage(folder, 10)).entries).toEqual([forged]);
  });

  it('is for its owner alone', async () => {
    await appendEntries(folder, [entry(1)], LIMITS);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'audit-000001.jsonl')).mode & 0o777).toBe(0o600);
  });

  it('takes entries of several writers, each whole', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => appendEntries(folder, [entry(n)], { ...LIMITS, fileBytes: 1e6 })),
    );
    expect((await all(100)).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });
});

describe('its keeper', () => {
  it('writes what it is told, in order', async () => {
    const audit = keeper();
    for (let n = 1; n <= 12; n++) audit.record(entry(n));
    await audit.close();
    expect(await all(100)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(audit.health()).toEqual({ waiting: 0, lost: 0 });
  });

  it('shows that the disk takes nothing, says so once, and writes all when it does again', async () => {
    writeFileSync(folder, 'a file where the folder should be');
    const audit = keeper();
    audit.record(entry(1));
    audit.record(entry(2));
    await audit.page(1).catch(() => undefined);
    audit.record(entry(3));
    await audit.close();
    expect(audit.health()).toEqual({ error: expect.stringContaining('EEXIST'), waiting: 3, lost: 0 });
    expect(faults).toEqual(['the audit log cannot be written']);
    rmSync(folder);
    await audit.close();
    expect(audit.health()).toEqual({ waiting: 0, lost: 0 });
    expect(await all(10)).toEqual([3, 2, 1]);
  });

  it('counts what it has to give up, as memory is not without end', async () => {
    writeFileSync(folder, '');
    const audit = keeper(60_000);
    for (let n = 0; n < 10_005; n++) audit.record(entry(n));
    await audit.close();
    expect(audit.health()).toMatchObject({ waiting: 10_000, lost: 5 });
  });

  it('goes on by itself after a while', async () => {
    writeFileSync(folder, '');
    const audit = keeper(5);
    audit.record(entry(1));
    while (faults.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    rmSync(folder);
    while (!existsSync(join(folder, 'audit-000001.jsonl'))) await new Promise((resolve) => setTimeout(resolve, 2));
    await audit.close();
    expect(await all(10)).toEqual([1]);
  });
});

it('has no place that leads out of its folder', () => {
  for (const place of ['../../etc/passwd-1', 'audit-000001.jsonl', 'audit-000001.jsonl-', 'audit-1.jsonl-1', '']) {
    expect(isPlace(place)).toBe(false);
  }
});
