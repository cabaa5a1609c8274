import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSample, SampleError, type SampleOptions } from './index';

describe('generateSample', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'sample-generate-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  const out = (name = 'sample'): string => join(root, name);
  async function digest(options: Omit<SampleOptions, 'out'>, name: string): Promise<string> {
    const { files, truthFile } = await generateSample({ ...options, out: out(name) });
    const hash = createHash('sha256');
    for (const file of [...files, truthFile]) hash.update(await readFile(file));
    return hash.digest('hex');
  }

  it('writes the same bytes for the same options, and others for others', async () => {
    const options = { customers: 700, months: 14, seed: 4, repeatRate: 0.2 };
    const first = await digest(options, 'a');
    expect(await digest(options, 'b')).toBe(first);
    const others = [{ seed: 5 }, { customers: 701 }, { months: 15 }, { repeatRate: 0.21 }];
    for (const [nth, other] of others.entries())
      expect(await digest({ ...options, ...other }, `c${nth}`)).not.toBe(first);
  });

  it('writes the bytes that it has always written: a change here changes every sample', async () => {
    expect(await digest({ customers: 400, seed: 1 }, 'known')).toBe(
      '476412de15d69d72c0947bbdea867f79591c279d1d21eb99fdb3f3a1a15df0ca',
    );
  });

  it('takes the place of an earlier sample', async () => {
    await generateSample({ out: out(), customers: 100, months: 8 });
    const { orders } = await generateSample({ out: out(), customers: 200, months: 8 });
    const lines = (await readFile(join(out(), 'olist_orders_dataset.csv'), 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(orders + 1);
    expect(await readdir(root)).toEqual(['sample']);
  });

  it('reports progress that rises to 1', async () => {
    const shares: number[] = [];
    await generateSample({ out: out(), customers: 300, months: 8, onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(shares[0]).toBeLessThan(0.1);
  });

  it('leaves nothing behind when it is aborted at the start, midway or at the end', async () => {
    await expect(generateSample({ out: out(), signal: AbortSignal.abort(new Error('never mind')) })).rejects.toThrow(
      'never mind',
    );
    for (const at of [0.01, 0.5, 0.98]) {
      const controller = new AbortController();
      const stopped = generateSample({
        out: out(),
        customers: 2000,
        signal: controller.signal,
        onProgress: (share) => share > at && controller.abort(new Error(`stopped at ${at}`)),
      });
      await expect(stopped).rejects.toThrow(`stopped at ${at}`);
      expect(await readdir(root)).toEqual([]);
    }
  });

  it('leaves an earlier sample as it was when it is aborted', async () => {
    const { files } = await generateSample({ out: out(), customers: 100, months: 8 });
    const before = await readFile(files[0] ?? '', 'utf8');
    const controller = new AbortController();
    const onProgress = (): void => controller.abort();
    await expect(
      generateSample({ out: out(), customers: 2000, signal: controller.signal, onProgress }),
    ).rejects.toThrow();
    expect(await readFile(files[0] ?? '', 'utf8')).toBe(before);
    expect(await readdir(root)).toEqual(['sample']);
  });

  it('refuses wrong options before it touches the disk', async () => {
    await expect(generateSample({ out: out(), customers: 1 })).rejects.toThrow(SampleError);
    expect(await readdir(root)).toEqual([]);
  });

  it('refuses a folder with other files, and leaves them alone', async () => {
    await writeFile(out('mine.txt'), 'mine');
    await expect(generateSample({ out: root, customers: 100, months: 8 })).rejects.toThrow(/mine\.txt/);
    expect(await readdir(root)).toEqual(['mine.txt']);
  });
});
