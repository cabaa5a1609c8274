import { build, openWarehouse, type Warehouse } from '../../warehouse';
import { scratchShop, type ScratchFolders } from '../../warehouse/testing/tiny-shop';
import { readOutcomes } from './read-outcomes';

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

const outcomes = (cut: string, horizon: number) => warehouse.use((engine) => readOutcomes(engine, cut, horizon));

// Persons 1 to 10 buy on day n and again on day n + 30; each order costs 10 n + 5, every fourth 2.25 more.
it('counts who was a customer and bought again within the horizon, and no one else', async () => {
  const found = await outcomes('2018-01-30', 3);
  expect([...found.customerKeys]).toEqual([1, 2, 3]);
  expect([...found.purchaseDays]).toEqual([1, 1, 1]);
  expect([...found.revenue]).toEqual([315, 327.25, 335]);
});

it('counts neither the day of the cut nor those after the horizon', async () => {
  expect([...(await outcomes('2018-01-31', 1)).customerKeys]).toEqual([2]);
});

it('does not count customers whose first purchase comes after the cut', async () => {
  // The first order of person 5 was canceled, that of person 6 was not available: they are customers later on only.
  expect([...(await outcomes('2018-01-30', 10)).customerKeys]).toEqual([1, 2, 3, 4, 7, 8, 9, 10]);
});

it('finds nothing where nobody returned', async () => {
  const found = await outcomes('2018-02-20', 30);
  expect(found.customerKeys.length + found.purchaseDays.length + found.revenue.length).toBe(0);
});

it('refuses what is no day or no horizon', async () => {
  await expect(outcomes('soon', 30)).rejects.toThrow('not "soon"');
  await expect(outcomes('2018-02-30', 30)).rejects.toThrow('must be a day');
  await expect(outcomes('2018-01-30', 0)).rejects.toThrow('from 1 to 3650, not 0');
  await expect(outcomes('2018-01-30', 1.5)).rejects.toThrow('not 1.5');
});
