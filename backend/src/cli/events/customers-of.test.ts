import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { generateSample } from '@churnwatch/sample';
import type { GenerationSummary } from '../../contract';
import { build, openWarehouse, type Warehouse } from '../../warehouse';
import type { Engine } from '../../warehouse/engine';
import { NotReadyError, type WarehouseKeeper } from '../../warehouse/keeper/keeper';
import { customersOf } from './customers-of';

let folder: string;
let small: Warehouse;
let large: Warehouse;
/** Customers of the large warehouse, whom the small one does not know. */
let ids: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'churnwatch-known-'));
  const made = async (name: string, customers: number): Promise<Warehouse> => {
    const data = join(folder, `${name}-data`);
    await generateSample({ out: data, customers, seed: customers });
    await build({ data, out: join(folder, name) });
    return openWarehouse(join(folder, name));
  };
  [small, large] = [await made('small', 100), await made('large', 300)];
  const all = async (warehouse: Warehouse): Promise<string[]> =>
    warehouse.use(async (engine) => {
      const rows = await engine.rows('SELECT customer_id FROM dim_customers ORDER BY customer_id');
      return rows.map((row) => String(row['customer_id']));
    });
  const inSmall = new Set(await all(small));
  ids = (await all(large)).filter((id) => !inSmall.has(id));
});
afterAll(async () => {
  await Promise.all([small.close(), large.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** Who is asked serves one of the warehouses, and notes what is asked of it. */
function serving(warehouse: () => Warehouse) {
  const asked: ('some' | 'all')[] = [];
  const noting = (engine: Engine): Engine => ({
    ...engine,
    rows: (...question) => {
      asked.push('some');
      return engine.rows(...question);
    },
    columns: (...question) => {
      asked.push('all');
      return engine.columns(...question);
    },
  });
  const use = ((work) => warehouse().use((engine, of) => work(noting(engine), of))) as WarehouseKeeper['use'];
  return { asked, find: customersOf({ use }) };
}

/** Asks until it takes no look at the tables any more. */
async function settled({ asked, find }: ReturnType<typeof serving>): Promise<void> {
  for (;;) {
    const before = asked.filter((what) => what === 'some').length;
    await find([ids[0]!]);
    if (asked.filter((what) => what === 'some').length === before) return;
    await sleep(5);
  }
}

it('tells who is known, at first by the tables and then without them', async () => {
  const shop = serving(() => large);
  const strangers = ids.map((id) => [...id].reverse().join(''));
  expect(await shop.find([...ids, ...strangers])).toEqual(new Set(ids));
  await settled(shop);
  const before = shop.asked.length;
  expect(await shop.find([...ids, ...strangers])).toEqual(new Set(ids));
  expect(await shop.find([])).toEqual(new Set());
  expect(shop.asked.length).toBe(before);
  expect(shop.asked.filter((what) => what === 'all')).toHaveLength(1);
});

it('knows the customers of a new generation at once, and those who are gone no longer', async () => {
  let warehouse = small;
  const shop = serving(() => warehouse);
  await shop.find(ids);
  await settled(shop);
  expect(await shop.find(ids)).toEqual(new Set());
  warehouse = large;
  expect(await shop.find(ids)).toEqual(new Set(ids));
  await settled(shop);
  expect(await shop.find(ids)).toEqual(new Set(ids));
  warehouse = small;
  expect(await shop.find(ids)).toEqual(new Set());
});

/** Who is asked has so many customers, of whom `a` is one, and cannot read all of them. */
function unreadable(customers: number) {
  const engine = {
    rows: () => Promise.resolve([{ customer_id: 'a' }]),
    columns: () => Promise.reject(new Error('broken')),
  } as unknown as Engine;
  const uses: unknown[] = [];
  const use = ((work) => {
    uses.push(work);
    return work(engine, { id: 'one', all: { customers } } as GenerationSummary);
  }) as WarehouseKeeper['use'];
  return { uses, find: customersOf({ use }) };
}

it('keeps no more customers in memory than fit', async () => {
  const { uses, find } = unreadable(50_000_000);
  for (let i = 0; i < 5; i++) expect(await find(['a', 'c'])).toEqual(new Set(['a']));
  expect(uses).toHaveLength(5);
});

it('goes on by the tables where the fingerprints cannot be read', async () => {
  const { find } = unreadable(2);
  for (let i = 0; i < 5; i++) expect(await find(['a', 'c'])).toEqual(new Set(['a']));
});

it('says that there is nobody to ask while there is no warehouse, and nothing else of other failures', async () => {
  const failing = (error: Error) => customersOf({ use: () => Promise.reject(error) });
  expect(await failing(new NotReadyError('Being built.'))(['a'])).toBeUndefined();
  await expect(failing(new Error('broken'))(['a'])).rejects.toThrow('broken');
});
