import { build, openWarehouse, type Warehouse } from '../../warehouse';
import { scratchShop, type ScratchFolders } from '../../warehouse/testing/tiny-shop';
import { readFeatures, readLabelled } from './read-features';

// The tiny shop sells order n on the n-th day of 2018; persons 1 to 10 buy again with the orders 31 to 40. Order 5 is
// canceled and 6 unavailable, so that persons 5 and 6 have their only purchases with the orders 35 and 36.
let folders: ScratchFolders;
let warehouse: Warehouse;

beforeAll(async () => {
  folders = await scratchShop();
  await build({ data: folders.data, out: folders.out, sample: false });
  warehouse = await openWarehouse(folders.out);
});
afterAll(async () => {
  await warehouse.close();
  await folders.remove();
});

/** The numbers of the customers who purchased within the horizon; keys count persons by first order. */
async function returnedAt(cut: string, horizonDays: number): Promise<number[]> {
  const matrix = await warehouse.use((engine) => readLabelled(engine, cut, horizonDays));
  expect(matrix.returned).toHaveLength(matrix.length);
  return [...matrix.customerKeys].filter((_, row) => matrix.returned[row] === 1);
}

describe('readLabelled', () => {
  it('marks whoever purchased from the day after the cut to the last day of the horizon', async () => {
    // 2018-01-30 is order 30; the order of person n (n <= 10) follows n days later.
    expect(await returnedAt('2018-01-30', 1)).toEqual([1]);
    expect(await returnedAt('2018-01-30', 4)).toEqual([1, 2, 3, 4]);
  });

  it('does not take a purchase on the cut day for a return', async () => {
    expect(await returnedAt('2018-01-31', 1)).toEqual([2]);
  });

  it('knows nobody whose first purchase lies after the cut', async () => {
    // Persons 5 and 6 become customers with their first purchase, on 2018-02-04 and 2018-02-05.
    expect(await returnedAt('2018-01-30', 30)).toEqual([1, 2, 3, 4, 7, 8, 9, 10]);
  });

  it('finds nobody returned after the last order', async () => {
    expect(await returnedAt('2018-02-09', 180)).toEqual([]);
  });

  it('does not count a canceled order as a return', async () => {
    expect(await returnedAt('2018-01-04', 2)).toEqual([]);
  });

  it('gives the features of the same customers', async () => {
    const features = await warehouse.use((engine) => readFeatures(engine, '2018-01-30'));
    const labelled = await warehouse.use((engine) => readLabelled(engine, '2018-01-30', 30));
    expect(labelled).toMatchObject({ cut: '2018-01-30', horizonDays: 30, names: features.names });
    expect(labelled.columns).toEqual(features.columns);
  });

  it.each([0, -1, 1.5, Number.NaN, 4_000])('refuses a horizon of %p days', async (horizon) => {
    const asked = warehouse.use((engine) => readLabelled(engine, '2018-01-30', horizon));
    await expect(asked).rejects.toThrow('whole number of days from 1 to 3650');
  });

  it.each(['2018-02-30', '30.01.2018', ''])('refuses the cut "%s"', async (cut) => {
    const asked = warehouse.use((engine) => readLabelled(engine, cut, 30));
    await expect(asked).rejects.toThrow('must be a day such as 2018-03-01');
  });

  it('gives no rows before the first order', async () => {
    const matrix = await warehouse.use((engine) => readLabelled(engine, '2017-12-31', 30));
    expect(matrix.length).toBe(0);
    expect(matrix.columns.every((column) => column.length === 0)).toBe(true);
  });

  it('stops when it is told to', async () => {
    const asked = warehouse.use((engine) => readFeatures(engine, '2018-01-30', { signal: AbortSignal.abort() }));
    await expect(asked).rejects.toThrow();
  });
});
