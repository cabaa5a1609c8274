import { build } from '../build/build';
import { warehousePaths } from '../generations/paths';
import { scratchShop, type ScratchFolders } from '../testing/tiny-shop';
import { openReader, type Reader } from './reader';

let shop: ScratchFolders;
let reader: Reader;
beforeAll(async () => {
  shop = await scratchShop();
  const { generation } = await build(shop);
  const paths = warehousePaths(shop.out);
  reader = await openReader(paths.database(generation.id), {
    tempDirectory: paths.temporary,
    memoryLimit: '256MB',
    connections: 2,
  });
});
afterAll(async () => {
  reader.close();
  await shop.remove();
});

describe('a table filled from typed arrays', () => {
  test('holds every value, over several chunks, for every connection', async () => {
    const length = 5_000;
    await reader.fill('numbers', {
      key: Int32Array.from({ length }, (_, i) => i - 7),
      value: Float64Array.from({ length }, (_, i) => i / 3),
      code: Uint8Array.from({ length }, (_, i) => i % 256),
    });
    const read = () =>
      reader.rows(
        'select count(*) as n, sum(key) as keys, max(value) as most, count(distinct code) as codes from memory.main.numbers',
      );
    const expected = { n: length, keys: (length * (length - 1)) / 2 - 7 * length, most: 4_999 / 3, codes: 256 };
    expect(await Promise.all([read(), read()])).toEqual([[expected], [expected]]);
    expect(await reader.rows('select key, value, code from memory.main.numbers where key = 4000')).toEqual([
      { key: 4_000, value: 4_007 / 3, code: 4_007 % 256 },
    ]);
  });

  test('takes values from shared memory and from the middle of a buffer', async () => {
    const shared = new Float64Array(new SharedArrayBuffer(32)).fill(0.5);
    const middle = new Int32Array(new ArrayBuffer(64), 16, 4).fill(9);
    await reader.fill('views', { shared, middle });
    expect(await reader.rows('select distinct shared, middle from memory.main.views')).toEqual([
      { shared: 0.5, middle: 9 },
    ]);
  });

  test('may be empty', async () => {
    await reader.fill('nothing', { key: new Int32Array(0) });
    expect(await reader.rows('select count(*) as n from memory.main.nothing')).toEqual([{ n: 0 }]);
  });

  test('is refused when the columns differ in length, or the name is taken', async () => {
    await expect(reader.fill('uneven', { a: new Int32Array(2), b: new Int32Array(3) })).rejects.toThrow(RangeError);
    await reader.fill('twice', { a: new Int32Array(1) });
    await expect(reader.fill('twice', { a: new Int32Array(1) })).rejects.toThrow(/already exists/);
  });
});
