import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from './build/build';
import { isStale, readReport } from './stale';
import { scratchShop, shopFile, type ScratchFolders } from './testing/tiny-shop';

let shop: ScratchFolders;
beforeEach(async () => {
  shop = await scratchShop();
});
afterEach(() => shop.remove());

type Change = (folders: ScratchFolders) => Promise<unknown>;

test('a warehouse is due when there is none, and done after a build', async () => {
  expect(await isStale(shop.data, shop.out)).toBe(true);
  await build(shop);
  expect(await isStale(shop.data, shop.out)).toBe(false);
});

test.each<[string, Change]>([
  ['a file grew', ({ data }) => appendFile(shopFile(data, 'sellers'), 'seller9,01000,town,SP\n')],
  ['an optional file went', ({ data }) => rm(shopFile(data, 'geolocation'))],
  [
    'a file was gzipped',
    async ({ data }) => {
      const path = shopFile(data, 'orders');
      await writeFile(`${path}.gz`, gzipSync(await readFile(path)));
      await rm(path);
    },
  ],
  ['the pointer is damaged', ({ out }) => writeFile(join(out, 'current.json'), '{"id":')],
  ['the pointer is gone', ({ out }) => rm(join(out, 'current.json'))],
  [
    'the schema is another',
    async ({ out }) => {
      const { generation } = await readReport(out);
      const manifest = join(out, 'generations', `${generation.id}.json`);
      const text = await readFile(manifest, 'utf8');
      await writeFile(manifest, text.replace(/"schemaVersion": \d+/, '"schemaVersion": 0'));
    },
  ],
])('a build is due when %s', async (_name, change) => {
  await build(shop);
  await change(shop);
  expect(await isStale(shop.data, shop.out)).toBe(true);
});

test('a missing data folder is told', async () => {
  await build(shop);
  await expect(isStale(join(tmpdir(), 'no-such-folder'), shop.out)).rejects.toMatchObject({ code: 'bad_input' });
});
