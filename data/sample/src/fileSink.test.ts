import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromFileSystem, SampleError } from './errors';
import { FileSink, type Target } from './fileSink';

const failure = (code: string): Error => Object.assign(new Error(`${code}: refused`), { code });

function brokenTarget(code: string): Target {
  return { write: () => Promise.reject(failure(code)), close: () => Promise.resolve() };
}

describe('FileSink', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sample-sink-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('writes all that was added, in order, longer pieces and accents too', async () => {
    const sink = await FileSink.create(join(folder, 'a.csv'));
    const long = 'ã,"👏"\r\n'.repeat(120_000);
    sink.add('head\n');
    expect(sink.due).toBe(false);
    sink.add(long);
    expect(sink.due).toBe(true);
    await sink.flush();
    expect(sink.due).toBe(false);
    sink.add('tail');
    await sink.flush();
    await sink.close();
    expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe(`head\n${long}tail`);
  });

  it('says that the disk is full', async () => {
    const sink = new FileSink('/somewhere/a.csv', brokenTarget('ENOSPC'));
    sink.add('x');
    await expect(sink.flush()).rejects.toThrow(/^The disk is full: .*\/somewhere\/a\.csv.*fewer customers/);
    await expect(sink.flush()).resolves.toBeUndefined();
  });

  it('does not overwrite a file', async () => {
    const sink = await FileSink.create(join(folder, 'a.csv'));
    await sink.close();
    await expect(FileSink.create(join(folder, 'a.csv'))).rejects.toThrow(SampleError);
  });
});

describe('file system errors', () => {
  it.each([
    ['ENOSPC', 'disk', 'The disk is full'],
    ['EDQUOT', 'disk', 'The disk is full'],
    ['EACCES', 'folder', 'No permission to write to /x'],
    ['EROFS', 'folder', 'No permission to write to /x'],
    ['ENOTDIR', 'folder', '/x cannot be a folder'],
    ['EIO', 'folder', 'The sample could not be written to /x: EIO: refused.'],
  ])('%s is said in words', (code, kind, words) => {
    const error = fromFileSystem(failure(code), '/x');
    expect(error.code).toBe(kind);
    expect(error.message).toContain(words);
  });

  it('keeps what is already said in words, and what is no error at all', () => {
    const said = new SampleError('disk', 'full');
    expect(fromFileSystem(said, '/x')).toBe(said);
    expect(fromFileSystem('odd', '/x').message).toContain('odd');
  });
});
