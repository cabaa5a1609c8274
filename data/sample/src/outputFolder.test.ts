import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SampleError } from './errors';
import { FILE_KEYS, FILES, TRUTH_FOLDER } from './layout';
import { openStaging } from './outputFolder';

describe('the output folder', () => {
  let root = '';
  let out = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'sample-folder-'));
    out = join(root, 'sample');
  });
  afterEach(() => rm(root, { recursive: true }));

  async function fill(names: readonly string[], truth: boolean): Promise<void> {
    await mkdir(truth ? join(out, TRUTH_FOLDER) : out, { recursive: true });
    for (const name of names) await writeFile(join(out, name), 'old');
  }
  const nine = FILE_KEYS.map((key) => FILES[key].name);

  it('appears at the commit, and not before', async () => {
    const staging = await openStaging(out);
    await writeFile(join(staging.folder, 'a'), 'new');
    expect(await readdir(root)).not.toContain('sample');
    await staging.commit();
    expect(await readdir(root)).toEqual(['sample']);
    expect((await readdir(out)).sort()).toEqual([TRUTH_FOLDER, 'a']);
  });

  it('is made with the folders above it', async () => {
    const deep = join(root, 'a', 'b', 'c');
    await (await openStaging(deep)).commit();
    expect(await readdir(deep)).toEqual([TRUTH_FOLDER]);
  });

  it('may exist when it is empty', async () => {
    await mkdir(out);
    await (await openStaging(out)).commit();
    expect(await readdir(root)).toEqual(['sample']);
  });

  it('may hold an earlier sample, which is replaced', async () => {
    await fill(nine, true);
    const staging = await openStaging(out);
    await writeFile(join(staging.folder, 'only.csv'), 'new');
    expect(await readFile(join(out, nine[0] ?? ''), 'utf8')).toBe('old');
    await staging.commit();
    expect((await readdir(out)).sort()).toEqual([TRUTH_FOLDER, 'only.csv']);
    expect(await readdir(root)).toEqual(['sample']);
  });

  it("must not hold a shop's own files", async () => {
    await fill(nine, false);
    await expect(openStaging(out)).rejects.toThrow(/already holds files that are no earlier sample/);
  });

  it('must not hold anything else', async () => {
    await fill([...nine, 'notes.txt'], true);
    await expect(openStaging(out)).rejects.toThrow(/notes\.txt.*Choose an empty or a new folder/);
    expect(await readFile(join(out, 'notes.txt'), 'utf8')).toBe('old');
  });

  it.each(['sample', join('sample', 'deeper')])('must not be %p where sample is a file', async (path) => {
    await writeFile(out, 'x');
    const opened = openStaging(join(root, path));
    await expect(opened).rejects.toThrow(SampleError);
    await expect(opened).rejects.toThrow(/a file of that name is in the way/);
  });

  it('leaves nothing behind when it is discarded', async () => {
    const staging = await openStaging(out);
    await staging.discard();
    expect(await readdir(root)).toEqual([]);
  });

  it('removes what killed runs left an hour ago, and nothing younger', async () => {
    const old = join(root, '.sample.partial-1-old');
    await mkdir(old);
    await writeFile(join(old, 'a.csv'), 'x');
    await mkdir(join(root, '.sample.partial-2-young'));
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    for (const path of [join(old, 'a.csv'), old]) await utimes(path, longAgo, longAgo);
    await (await openStaging(out)).discard();
    expect(await readdir(root)).toEqual(['.sample.partial-2-young']);
  });
});
