import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openEventStore, storeFile } from './store';

const INSERT = `INSERT INTO events (id, type, occurred_at, received_at, source, body)
  VALUES ($id, 'page_viewed', '2018-01-01', '2018-01-01', 'test', '{}')`;

let root: string;
/** What the disk holds of a store whose process is gone after three events. */
let file: Buffer;
let log: Buffer;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'churnwatch-torn-'));
  const out = join(root, 'whole');
  const store = await openEventStore(out);
  for (const id of ['a', 'b', 'c']) await store.transaction((statements) => statements.run(INSERT, { id }));
  [file, log] = [await readFile(storeFile(out)), await readFile(`${storeFile(out)}.wal`)];
  await store.close();
});
afterAll(() => rm(root, { recursive: true, force: true }));

const zeros = (bytes: number): Buffer => Buffer.alloc(bytes);
const endingIn = (bytes: Buffer): Buffer => Buffer.concat([log.subarray(0, -bytes.length), bytes]);

it.each([
  ['zeros behind it', () => Buffer.concat([log, zeros(4096)]), ['a', 'b', 'c']],
  ['a few zeros behind it, which are no entry', () => Buffer.concat([log, zeros(16)]), ['a', 'b', 'c']],
  ['zeros in place of its end', () => endingIn(zeros(60)), ['a', 'b']],
  ['a last entry that is not what was written', () => endingIn(Buffer.alloc(4, 0xab)), ['a', 'b']],
])('a log with %s is read up to there, told of, and kept', async (_, bytes, ids) => {
  const out = await mkdtemp(join(root, 'torn-'));
  await mkdir(dirname(storeFile(out)));
  await writeFile(storeFile(out), file);
  await writeFile(`${storeFile(out)}.wal`, bytes());
  const told: string[] = [];
  const store = await openEventStore(out, (message) => told.push(message));
  expect(await store.rows('SELECT id FROM events ORDER BY id')).toEqual(ids.map((id) => ({ id })));
  await store.transaction((statements) => statements.run(INSERT, { id: 'later' }));
  await store.close();
  const [kept = ''] = (await readdir(dirname(storeFile(out)))).filter((name) => name.includes('torn'));
  expect(await readFile(join(dirname(storeFile(out)), kept))).toEqual(bytes());
  expect(told).toEqual([
    expect.stringMatching(/^the last \d+ bytes .* cannot be read, as after a power cut.*torn-\d+/),
  ]);
  const again = await openEventStore(out, (message) => told.push(message));
  expect(await again.rows('SELECT count(*) AS events FROM events')).toEqual([{ events: ids.length + 1 }]);
  await again.close();
  expect(told).toHaveLength(1);
});

/** A byte of what the first event left, which was acknowledged before the others. */
const inTheMiddle = (): Buffer => {
  const bytes = Buffer.from(log);
  const at = bytes.indexOf('page_viewed');
  bytes[at] = 0;
  return bytes;
};

it.each([
  ['a file that is damaged itself', () => readFile(__filename), () => log],
  ['a log that is damaged before its end', () => Promise.resolve(file), inTheMiddle],
])('%s is left as it is', async (_, content, bytes) => {
  const out = await mkdtemp(join(root, 'torn-'));
  await mkdir(dirname(storeFile(out)));
  await writeFile(storeFile(out), await content());
  await writeFile(`${storeFile(out)}.wal`, bytes());
  await expect(openEventStore(out)).rejects.toMatchObject({ code: 'corrupt' });
  expect(await readFile(`${storeFile(out)}.wal`)).toEqual(bytes());
});
