import { existsSync, readdirSync } from 'node:fs';
import { readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build/build';
import { warehousePaths } from './generations/paths';
import type { Engine } from './engine';
import { scratchShop, type ScratchFolders } from './testing/tiny-shop';
import { openWarehouse, type Warehouse } from './warehouse';
import { EXIT_CODES } from './errors';
import { readReport } from './stale';

let shop: ScratchFolders;
let opened: Warehouse[];
beforeEach(async () => {
  shop = await scratchShop();
  opened = [];
});
afterEach(async () => {
  for (const warehouse of opened) await warehouse.close();
  await shop.remove();
});

async function open(): Promise<Warehouse> {
  const warehouse = await openWarehouse(shop.out);
  opened.push(warehouse);
  return warehouse;
}

const countOrders = (warehouse: Warehouse) =>
  warehouse.use(async (engine) => (await engine.rows('select count(*) as n from fct_orders'))[0]?.['n']);

const newest = async () => (await readReport(shop.out)).generation.id;

describe('following the builds', () => {
  test('a running query ends on its own generation, the next one runs on the new', async () => {
    const first = (await build(shop)).generation.id;
    const warehouse = await open();
    const switched: string[] = [];
    warehouse.onSwitch((generation) => switched.push(generation.id));

    let second = '';
    await warehouse.use(async (engine, generation) => {
      second = (await build(shop)).generation.id;
      await warehouse.refresh();
      expect(warehouse.generation.id).toBe(second);
      expect(generation.id).toBe(first);
      expect(await engine.rows('select generation from warehouse_info')).toEqual([{ generation: first }]);
      expect(await warehouse.use((newer) => newer.rows('select generation from warehouse_info'))).toEqual([
        { generation: second },
      ]);
    });
    expect(switched).toEqual([second]);
  });

  test('the old generation is closed when its last query has ended', async () => {
    await build(shop);
    const warehouse = await open();
    const kept = await warehouse.use(async (engine) => {
      await build(shop);
      await warehouse.refresh();
      return engine;
    });
    await expect(kept.rows('select 1')).rejects.toThrow();
    expect(await countOrders(warehouse)).toBe(40);
  });

  test('a new generation is found without being told, within a second, also after the clock was set back', async () => {
    await build(shop);
    const warehouse = await open();
    await build(shop);
    const timer = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 1000);
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() - 3_600_000);
    await countOrders(warehouse);
    timer.mockRestore();
    clock.mockRestore();
    expect(warehouse.generation.id).toBe(await newest());
  });

  test('many queries at once move over together, without one failing', async () => {
    await build(shop);
    const warehouse = await open();
    const queries = Promise.all(Array.from({ length: 50 }, () => countOrders(warehouse)));
    await build(shop);
    await warehouse.refresh();
    expect(new Set(await queries)).toEqual(new Set([40]));
    expect(await countOrders(warehouse)).toBe(40);
  });

  test('a listener that was taken off is not called', async () => {
    await build(shop);
    const warehouse = await open();
    const listener = jest.fn();
    warehouse.onSwitch(listener)();
    await build(shop);
    await warehouse.refresh();
    expect(listener).not.toHaveBeenCalled();
  });

  test('a new generation that is damaged leaves the running one in service', async () => {
    await build(shop);
    const warehouse = await open();
    const first = warehouse.generation.id;
    const second = (await build(shop)).generation.id;
    await truncate(warehousePaths(shop.out).database(second), 5000);
    const listener = jest.fn();
    warehouse.onSwitch(listener);
    await warehouse.refresh();
    expect(await countOrders(warehouse)).toBe(40);
    expect(warehouse.generation.id).toBe(first);
    expect(warehouse.problem).toContain(second);
    expect(listener).not.toHaveBeenCalled();
  });
});

describe('a damaged warehouse', () => {
  const flip = async (path: string) => {
    const content = await readFile(path);
    content[Math.floor(content.length / 2)]! ^= 0xff;
    await writeFile(path, content);
  };
  const DAMAGE: [string, (file: string) => Promise<unknown>, RegExp][] = [
    ['cut off', async (file) => truncate(file, (await stat(file)).size - 4096), /has \d+ bytes instead of \d+/],
    ['empty', (file) => truncate(file), /has 0 bytes/],
    ['changed in one byte', flip, /its content was changed/],
    ['gone', (file) => rm(file), /it is missing/],
    ['something else', (file) => writeFile(file, 'hello'), /has 5 bytes/],
  ];

  test.each(DAMAGE)('a file that is %s is told, and the generation before serves', async (_name, damage, message) => {
    const first = (await build(shop)).generation.id;
    const second = (await build(shop)).generation.id;
    await damage(warehousePaths(shop.out).database(second));
    const warehouse = await open();
    expect(warehouse.generation.id).toBe(first);
    expect(warehouse.problem).toMatch(message);
    expect(warehouse.problem).toContain(second);
    expect(await countOrders(warehouse)).toBe(40);
  });

  test.each(DAMAGE)('a file that is %s, without one before, asks for a build', async (_name, damage, message) => {
    const { generation } = await build(shop);
    await damage(warehousePaths(shop.out).database(generation.id));
    await expect(open()).rejects.toMatchObject({
      code: 'corrupt',
      exitCode: EXIT_CODES.corrupt,
      message: expect.stringMatching(message),
      hint: expect.stringContaining('churnwatch build'),
    });
    await build(shop);
    expect(await countOrders(await open())).toBe(40);
  });

  test('damage that shows only while reading is told, and the generation before takes over', async () => {
    const first = (await build(shop)).generation.id;
    const second = (await build(shop)).generation.id;
    const warehouse = await open();
    const file = warehousePaths(shop.out).database(second);
    const content = await readFile(file);
    await writeFile(file, content.fill(0x55, 12_288));
    const everything = (engine: Engine) => engine.rows('select max(columns(*)) from fct_orders');
    await expect(warehouse.use(everything)).rejects.toMatchObject({
      code: 'corrupt',
      hint: expect.stringContaining('churnwatch build'),
    });
    expect(warehouse.generation.id).toBe(first);
    expect(warehouse.problem).toContain(second);
    expect(await warehouse.use(everything)).toHaveLength(1);
  });

  test('a damaged manifest is told, and the generation before serves', async () => {
    const first = (await build(shop)).generation.id;
    const second = (await build(shop)).generation.id;
    await writeFile(warehousePaths(shop.out).manifest(second), '{"id": ');
    const warehouse = await open();
    expect(warehouse.generation.id).toBe(first);
    expect(warehouse.problem).toContain(`${second}.json`);
  });

  test('another schema version asks for a build', async () => {
    const { generation } = await build(shop);
    const manifest = warehousePaths(shop.out).manifest(generation.id);
    await writeFile(
      manifest,
      (await readFile(manifest, 'utf8')).replace(/"schemaVersion": \d+/, '"schemaVersion": 99'),
    );
    await expect(open()).rejects.toMatchObject({
      code: 'corrupt',
      message: expect.stringMatching(/is of version 99; this Churnwatch reads version \d+/),
      hint: expect.stringContaining('churnwatch build'),
    });
  });

  test('a damaged pointer falls back to the newest generation', async () => {
    await build(shop);
    const second = (await build(shop)).generation.id;
    await writeFile(warehousePaths(shop.out).pointer, '{"id": "../../etc"}');
    expect((await open()).generation.id).toBe(second);
  });
});

test('no warehouse yet: says so, and what to do, and leaves nothing behind', async () => {
  const nowhere = join(shop.out, 'nowhere');
  for (const folder of [nowhere, shop.data]) {
    const before = existsSync(folder) && readdirSync(folder);
    await expect(openWarehouse(folder)).rejects.toMatchObject({
      code: 'missing',
      message: expect.stringContaining('There is no warehouse in'),
      hint: expect.stringContaining('churnwatch build'),
    });
    expect(existsSync(folder) && readdirSync(folder)).toEqual(before);
  }
});

test('a folder without write permission can be read', async () => {
  await build(shop);
  await rm(warehousePaths(shop.out).temporary, { recursive: true });
  await writeFile(warehousePaths(shop.out).temporary, 'a file where the spill folder would be');
  expect(await countOrders(await open())).toBe(40);
});

test('queries of several readers spill to disk at once without getting in each other’s way', async () => {
  await build(shop);
  const both = await Promise.all([1, 2].map(() => openWarehouse(shop.out, { memoryLimit: '60MB', threads: 1 })));
  opened.push(...both);
  const large =
    'select count(*) as n, max(t) as last from (select r, repeat(r::varchar, 9) as t from range(1500000) x(r) order by t)';
  const answers = await Promise.all(both.map((warehouse) => warehouse.use((engine) => engine.rows(large))));
  expect(answers.map((rows) => rows[0]?.['n'])).toEqual([1_500_000, 1_500_000]);
});
