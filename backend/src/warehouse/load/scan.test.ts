import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { scanRecords } from './scan';
import { SOURCES } from './sources';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'churnwatch-scan-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function file(text: string, gzip = false) {
  const path = join(folder, `${Math.random()}.csv`);
  await writeFile(path, gzip ? gzipSync(text) : text);
  return { source: SOURCES.sellers, name: 'x', path, gzip, bytes: 0, mtimeMs: 0 };
}

const find = async (text: string, columns: string[], keys: string[], positions: number[] = [], gzip = false) =>
  scanRecords(await file(text, gzip), { columns, keys: new Set(keys), positions });

test('finds rows by key, each on the line where it begins', async () => {
  const text = 'id,note,n\na,"one\ntwo",1\nb,x,2\n\na,y,3\n';
  const { keyLines } = await find(text, ['id'], ['a', 'b', 'c']);
  expect(keyLines).toEqual(
    new Map([
      ['a', [2, 6]],
      ['b', [4]],
    ]),
  );
});

test('reads keys of several columns, in quotes or not, in any order', async () => {
  const text = '\uFEFFn,"x",id\r\n1,,"a"\r\n"2",,"say ""hi"", you"\r\n';
  const { keyLines } = await find(text, ['id', 'n'], ['a\u001F1', 'say "hi", you\u001F2']);
  expect([...keyLines.values()]).toEqual([[2], [3]]);
});

test('an empty key and a row that is too short are found as empty', async () => {
  expect((await find('x,id\n1,\n2\n', ['id'], [''])).keyLines.get('')).toEqual([2, 3]);
});

test('finds the lines of positions; one on a line break belongs to the next text', async () => {
  const text = 'h\r\nfirst\r\n\r\nsecond\r\n';
  const lines = await find(text, [], [], [3, 9, 12]);
  expect(lines.positionLines).toEqual([2, 4, 4]);
});

test('a file of many pieces, gzipped too, gives the same lines as counting', async () => {
  const rows = Array.from(
    { length: 60_000 },
    (_, n) => `id${n},"text ${'x'.repeat(n % 90)}${n % 7 === 0 ? '\n' : ''}"`,
  );
  const text = `id,text\n${rows.join('\n')}\n`;
  const wanted = [0, 7, 29_999, 59_999];
  const starts = wanted.map((n) => text.indexOf(`id${n},`));
  const lines = starts.map((start) => text.slice(0, start).split('\n').length);
  for (const gzip of [false, true]) {
    const found = await find(
      text,
      ['id'],
      wanted.map((n) => `id${n}`),
      starts,
      gzip,
    );
    expect(found.positionLines).toEqual(lines);
    expect([...found.keyLines.values()].flat()).toEqual(lines);
  }
});

test('a last row without a line break is a row', async () => {
  expect((await find('id\na\nb', ['id'], ['b'])).keyLines.get('b')).toEqual([3]);
});
