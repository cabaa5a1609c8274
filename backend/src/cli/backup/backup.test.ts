import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { openEventStore } from '../../events/store/store';
import { build, WarehouseError } from '../../warehouse';
import { takeBuildLock } from '../../warehouse/generations/lock';
import { queryWarehouse } from '../../warehouse/testing/warehouse';
import { writeShop } from '../../warehouse/testing/tiny-shop';
import { makeBackup } from './make';
import { restoreBackup } from './restore';

const TOTALS = 'SELECT count(*) AS orders, sum(payment_value) AS paid FROM fct_orders';

let root: string;
let original: string;
let folder: string;
let out: string;
let to: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'churnwatch-backup-'));
  original = join(root, 'original');
  const data = join(root, 'data');
  await writeShop(data);
  await build({ data, out: original, sample: false });
  mkdirSync(join(original, 'models'));
  writeFileSync(join(original, 'models', 'churn-180-1.model.json'), '{"a":"model"}');
  writeFileSync(join(original, 'models', 'champion-180.json'), '{"id":"churn-180-1"}');
  mkdirSync(join(original, 'audit'));
  writeFileSync(join(original, 'audit', 'audit-000001.jsonl'), '{}\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(root, 'test-'));
  out = join(folder, 'warehouse');
  to = join(folder, 'backup.tar.gz');
  cpSync(original, out, { recursive: true });
});

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
const restore = (archive = to, more: { force?: boolean; out?: string } = {}) =>
  restoreBackup({ archive, out: join(folder, 'restored'), force: false, ...more });
const refusal = async (work: Promise<unknown>): Promise<WarehouseError> => {
  const error = await work.then(
    () => new Error('It was taken.'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof WarehouseError) return error;
  throw error;
};

/** An archive as somebody else could make it. */
async function forged(
  entries: { name: string; text?: string; type?: 'symlink' | 'link'; linkname?: string }[],
  manifest?: unknown,
) {
  const tar = pack();
  const files = entries.map(({ name, text = '' }) => ({ path: name, bytes: text.length, sha256: sha256(text) }));
  const list = manifest ?? { format: 'churnwatch backup', version: 1, churnwatch: 'x', made_at: 'x', files };
  tar.entry({ name: 'manifest.json' }, typeof list === 'string' ? list : JSON.stringify(list));
  for (const { text, ...header } of entries) tar.entry({ ...header, size: text?.length ?? 0 }, text ?? '');
  tar.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar) if (chunk instanceof Uint8Array) chunks.push(chunk);
  writeFileSync(to, gzipSync(Buffer.concat(chunks)));
}

describe('a backup', () => {
  it('restored elsewhere answers the same, with models, events and audit log', async () => {
    const store = await openEventStore(out);
    await store.transaction((statements) => statements.run('CREATE TABLE kept AS SELECT 42 AS answer'));
    await store.close();
    mkdirSync(join(out, 'events', 'archive'));
    for (const name of ['events-to-2.parquet', 'events-to-3.parquet.new'])
      writeFileSync(join(out, 'events', 'archive', name), 'old');
    const made = await makeBackup({ out, to });
    expect(made).toMatchObject({ file: to, bytes: statSync(to).size, sha256: sha256(readFileSync(to)) });
    const { manifest, before } = await restore();
    expect(before).toBeUndefined();
    expect(manifest.files).toHaveLength(made.files);
    const restored = join(folder, 'restored');
    expect(await queryWarehouse(restored, TOTALS)).toEqual(await queryWarehouse(original, TOTALS));
    for (const path of ['models/churn-180-1.model.json', 'models/champion-180.json', 'audit/audit-000001.jsonl']) {
      expect(readFileSync(join(restored, path), 'utf8')).toBe(readFileSync(join(original, path), 'utf8'));
    }
    expect(readdirSync(join(restored, 'events', 'archive'))).toEqual(['events-to-2.parquet']);
    const events = await openEventStore(restored);
    expect(await events.rows('SELECT * FROM kept')).toEqual([{ answer: 42 }]);
    await events.close();
  });

  it('is made by the process that has the events open, while another cannot', async () => {
    const store = await openEventStore(out);
    await store.transaction((statements) => statements.run('CREATE TABLE kept AS SELECT 1 AS answer'));
    expect(await refusal(makeBackup({ out, to }))).toMatchObject({
      code: 'busy',
      hint: expect.stringContaining('--server'),
    });
    await makeBackup({ out, to, copyEvents: (file) => store.copyTo(file) });
    await store.close();
    await restore();
    const events = await openEventStore(join(folder, 'restored'));
    expect(await events.rows('SELECT * FROM kept')).toEqual([{ answer: 1 }]);
    await events.close();
  });

  it('has the warehouse no older than the events, which say what is in it', async () => {
    const store = await openEventStore(out);
    const ids: string[] = [];
    const copyEvents = async (file: string): Promise<void> => {
      if (ids.length < 2) ids.push((await build({ data: join(root, 'data'), out, sample: false })).generation.id);
      await store.copyTo(file);
    };
    await makeBackup({ out, to, copyEvents });
    await store.close();
    const restored = join(folder, 'restored');
    await restore();
    expect(JSON.parse(readFileSync(join(restored, 'current.json'), 'utf8'))).toEqual({ id: ids[1] });
    expect(await queryWarehouse(restored, TOTALS)).toEqual(await queryWarehouse(original, TOTALS));
  });

  it('is not made while builds follow each other faster than it can be copied', async () => {
    const store = await openEventStore(out);
    const copyEvents = async (file: string): Promise<void> => {
      await build({ data: join(root, 'data'), out, sample: false });
      await store.copyTo(file);
    };
    expect(await refusal(makeBackup({ out, to, copyEvents }))).toMatchObject({ code: 'busy' });
    await store.close();
    expect(existsSync(to)).toBe(false);
    expect(readdirSync(join(out, 'tmp'))).toEqual([]);
  });

  it('is not made of events without the rows that they make', async () => {
    writeFileSync(join(out, 'supplement.json'), '{"file":"ab.duckdb"}');
    expect(await refusal(makeBackup({ out, to }))).toMatchObject({
      code: 'corrupt',
      message: expect.stringContaining('ab.duckdb is missing'),
    });
    writeFileSync(join(out, 'supplement.json'), '');
    expect((await refusal(makeBackup({ out, to }))).message).toBe('supplement.json cannot be understood.');
  });

  it('leaves nothing behind, holds nothing that is in the works, and is for its owner alone', async () => {
    mkdirSync(join(out, 'tmp', 'build-1'), { recursive: true });
    mkdirSync(join(out, 'scores'));
    for (const name of ['tmp/build-1/x.duckdb', 'build.lock', 'current.json.7.new', 'scores/2018-06-30.scores'])
      writeFileSync(join(out, name), 'x');
    await makeBackup({ out, to });
    expect(readdirSync(join(out, 'tmp'))).toEqual(['build-1']);
    expect(readdirSync(folder).toSorted()).toEqual(['backup.tar.gz', 'warehouse']);
    expect(statSync(to).mode & 0o777).toBe(0o600);
    const { manifest } = await restore();
    expect(manifest.files.map(({ path }) => path).filter((path) => /tmp|lock|new|scores/.test(path))).toEqual([]);
  });

  it('lies in the warehouse folder where no other place is named, and only the newest are kept', async () => {
    for (let minute = 0; minute < 7; minute++)
      await makeBackup({ out, now: new Date(Date.UTC(2026, 0, 1, 0, minute)) });
    const kept = readdirSync(join(out, 'backups'));
    expect(kept).toHaveLength(5);
    expect(kept).toContain('churnwatch-20260101-000600.tar.gz');
    const last = join(out, 'backups', 'churnwatch-20260101-000600.tar.gz');
    expect((await restore(last)).manifest.files.some(({ path }) => path.includes('backups'))).toBe(false);
  });

  it('is never written over another file', async () => {
    writeFileSync(to, 'the only backup');
    expect(await refusal(makeBackup({ out, to }))).toMatchObject({ code: 'usage' });
    expect(readFileSync(to, 'utf8')).toBe('the only backup');
  });

  it('says that the disk is full', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    await (await openEventStore(out)).close();
    expect(await refusal(makeBackup({ out, to, copyEvents: () => Promise.reject(full) }))).toMatchObject({
      code: 'io',
      message: 'The backup could not be made: the disk is full (ENOSPC: no space left on device, write).',
    });
  });

  it('is not made of a folder without a warehouse, nor of one whose model is missing', async () => {
    expect(await refusal(makeBackup({ out: join(folder, 'nothing'), to }))).toMatchObject({ code: 'missing' });
    expect(existsSync(join(folder, 'nothing'))).toBe(false);
    rmSync(join(out, 'models', 'churn-180-1.model.json'));
    expect(await refusal(makeBackup({ out, to }))).toMatchObject({
      code: 'corrupt',
      message: expect.stringContaining('churn-180-1.model.json is missing'),
    });
    expect(existsSync(to)).toBe(false);
  });
});

describe('restoring', () => {
  it('does not replace anything unless told to, and then keeps it', async () => {
    await makeBackup({ out, to });
    writeFileSync(join(out, 'mine.txt'), 'mine');
    expect(await refusal(restore(to, { out }))).toMatchObject({ code: 'usage' });
    const { before = '' } = await restore(to, { out, force: true });
    expect(readFileSync(join(before, 'mine.txt'), 'utf8')).toBe('mine');
    expect(existsSync(join(out, 'mine.txt'))).toBe(false);
    expect(await queryWarehouse(out, TOTALS)).toEqual(await queryWarehouse(original, TOTALS));
  });

  it('waits for nobody who is at work in the folder', async () => {
    await makeBackup({ out, to });
    const lock = await takeBuildLock(join(out, 'build.lock'));
    expect(await refusal(restore(to, { out, force: true }))).toMatchObject({ code: 'busy' });
    await lock.release();
    await restore(to, { out, force: true });
  });

  it.each([
    ['is cut off', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    ['was changed', (whole: Buffer) => Buffer.from(whole).fill(7, 10_000, 10_020)],
    ['is no archive', () => Buffer.from('hello')],
    ['is empty', () => Buffer.alloc(0)],
    ['is an archive of nothing', () => gzipSync(Buffer.alloc(1024))],
  ])('leaves all as it was when the archive %s', async (_, damage) => {
    await makeBackup({ out, to });
    writeFileSync(to, damage(readFileSync(to)));
    const files = readdirSync(out);
    expect(await refusal(restore(to, { out, force: true }))).toMatchObject({ code: 'corrupt' });
    expect(readdirSync(out)).toEqual(files);
    expect(readdirSync(folder).toSorted()).toEqual(['backup.tar.gz', 'warehouse']);
  });

  it('says that nothing can be written beside a place that is no folder', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await refusal(restore(to, { out: join(folder, 'file', 'restored') }))).toMatchObject({
      code: 'io',
      message: expect.stringMatching(/^The backup could not be restored to .*file.restored: .*ENOTDIR/),
    });
  });

  it('says that there is no archive', async () => {
    expect(await refusal(restore(join(folder, 'none.tar.gz')))).toMatchObject({ code: 'missing' });
  });

  it.each([
    '../evil',
    '/tmp/evil',
    'models/../../evil',
    './evil',
    'a//b',
    'C:\\evil',
    'models\\..\\evil',
    '.hidden',
    'a/b/c/d/e',
    'nul\u0000x',
  ])('refuses an archive with a file %j', async (name) => {
    await forged([{ name, text: 'x' }]);
    expect(await refusal(restore())).toMatchObject({ code: 'corrupt' });
    expect(readdirSync(folder).toSorted()).toEqual(['backup.tar.gz', 'warehouse']);
  });

  it.each([
    ['a link to elsewhere', [{ name: 'models', type: 'symlink' as const, linkname: '/etc' }]],
    ['a second name of a file elsewhere', [{ name: 'current.json', type: 'link' as const, linkname: '/etc/passwd' }]],
    [
      'a file twice',
      [
        { name: 'a', text: 'x' },
        { name: 'a', text: 'x' },
      ],
    ],
    [
      'files that some systems take for one',
      [
        { name: 'a', text: 'x' },
        { name: 'A', text: 'y' },
      ],
    ],
  ])('refuses an archive with %s', async (_, entries) => {
    await forged(entries);
    expect(await refusal(restore())).toMatchObject({ code: 'corrupt' });
    expect(existsSync(join(folder, 'restored'))).toBe(false);
  });

  const listed = (file: object) => ({ format: 'churnwatch backup', version: 1, files: [file] });
  it.each([
    ['no list', 'hello', 'cannot be read'],
    ['a list of something else', { format: 'zip' }, 'no backup of Churnwatch'],
    ['a list of a later version', { format: 'churnwatch backup', version: 2 }, 'of version 2'],
    ['another content than listed', listed({ path: 'a', bytes: 1, sha256: sha256('y') }), 'a was changed'],
    ['another size than listed', listed({ path: 'a', bytes: 2, sha256: sha256('x') }), 'a has 1 bytes instead of 2'],
    ['a file that is not listed', listed({ path: 'b', bytes: 1, sha256: sha256('x') }), '"a" in it is not in its list'],
    ['a size below nothing', listed({ path: 'a', bytes: -1, sha256: sha256('x') }), 'makes no sense'],
    ['more than any disk holds', listed({ path: 'a', bytes: 1e15, sha256: sha256('x') }), 'are free'],
  ])('refuses an archive with %s', async (_, manifest, message) => {
    await forged([{ name: 'a', text: 'x' }], manifest);
    expect((await refusal(restore())).message).toContain(message);
  });

  it('refuses an archive that lacks a file of its list', async () => {
    await forged([], listed({ path: 'a', bytes: 1, sha256: sha256('x') }));
    expect((await refusal(restore())).message).toContain('lacks a');
  });
});
