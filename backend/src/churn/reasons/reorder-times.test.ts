import { build, openWarehouse, type Warehouse } from '../../warehouse';
import { scratchShop, type ScratchFolders } from '../../warehouse/testing/tiny-shop';
import { readReorderTimes } from './reorder-times';

let folders: ScratchFolders;
let warehouse: Warehouse;
beforeAll(async () => {
  folders = await scratchShop();
  await build(folders);
  warehouse = await openWarehouse(folders.out);
});
afterAll(async () => {
  await warehouse.close();
  await folders.remove();
});

const times = (asOf: string) => warehouse.use((engine) => readReorderTimes(engine, asOf));

// 30 persons, of whom the first ten buy again after 30 days; orders 5 and 6 are no purchases.
it('knows how many came back, and after how many days', async () => {
  expect(await times('2018-12-31')).toEqual([
    { number: 1, occasions: 30, cameBack: 8, lowerQuartile: 30, median: 30, upperQuartile: 30 },
    { number: 2, occasions: 8, cameBack: 0, lowerQuartile: Number.NaN, median: Number.NaN, upperQuartile: Number.NaN },
  ]);
});

it('knows nothing of what comes after the as-of date', async () => {
  expect(await times('2018-02-01')).toMatchObject([
    { number: 1, occasions: 28, cameBack: 2 },
    { number: 2, occasions: 2, cameBack: 0 },
  ]);
  expect((await times('2018-01-20')).map(({ number, cameBack }) => [number, cameBack])).toEqual([[1, 0]]);
  expect(await times('2017-01-01')).toEqual([]);
});

it('refuses what is no day', async () => {
  await expect(times('tomorrow')).rejects.toThrow('not "tomorrow"');
});
