import { chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from '../build/build';
import { readReport } from '../stale';
import { bundleChildren, type ChildLine, type ChildPrograms } from '../testing/child';
import { scratchShop, shopFile, tinyShop, csvText, type ScratchFolders } from '../testing/tiny-shop';
import { queryWarehouse } from '../testing/warehouse';
import { openWarehouse } from '../warehouse';
import { warehousePaths } from './paths';

jest.setTimeout(60_000);

let children: ChildPrograms;
let shop: ScratchFolders;
beforeAll(async () => {
  children = await bundleChildren();
});
afterAll(() => children.remove());
beforeEach(async () => {
  shop = await scratchShop();
});
afterEach(() => shop.remove());

const countOrders = async () => (await queryWarehouse(shop.out, 'select count(*) as n from fct_orders'))[0]?.['n'];

/** The shop with one order fewer, so that old and new generations can be told apart. */
async function dropAnOrder(): Promise<void> {
  const { orders } = tinyShop();
  orders.rows.pop();
  await writeFile(shopFile(shop.data, 'orders'), csvText(orders));
}

describe('a build that is killed', () => {
  test.each([
    'reading olist_customers_dataset.csv',
    'reading olist_order_payments_dataset.csv',
    'making fct_orders',
    'making fct_sales',
    'testing that fct_sales has one row per order, item number and payment type',
    'writing the generation',
  ])('while %s leaves the old generation, and the next build goes through', async (step) => {
    await build(shop);
    const before = await readReport(shop.out);
    await dropAnOrder();
    const child = children.build(shop.data, shop.out);
    const seen = await child.line((line) => line.progress?.step === step);
    child.process.kill('SIGKILL');
    await child.ended;
    expect(seen).toBeDefined();
    // The last step is short: there the new generation may have been finished before the kill.
    expect(step === 'writing the generation' ? [39, 40] : [40]).toContain(await countOrders());
    if ((await countOrders()) === 40) expect(await readReport(shop.out)).toEqual(before);

    await build({ ...shop, limits: { brokenKeyShare: 1 } });
    expect(await countOrders()).toBe(39);
    expect(await readdir(join(shop.out, 'tmp'))).toEqual([]);
    expect((await readdir(shop.out)).sort()).toEqual(['current.json', 'generations', 'tmp']);
  });

  test('before there is any generation leaves none, and says so', async () => {
    const child = children.build(shop.data, shop.out);
    await child.line((line) => line.progress?.step === 'making fct_orders');
    child.process.kill('SIGKILL');
    await child.ended;
    await expect(openWarehouse(shop.out)).rejects.toMatchObject({
      code: 'missing',
      hint: expect.stringContaining('build'),
    });
    await build(shop);
    expect(await countOrders()).toBe(40);
  });
});

describe('a crash while the new generation is put in place', () => {
  /** Makes two generations, then undoes the last steps of publishing the second. */
  async function publishedHalf(undo: (paths: ReturnType<typeof warehousePaths>, id: string) => Promise<void>) {
    const paths = warehousePaths(shop.out);
    await build(shop);
    const pointer = await readFile(paths.pointer, 'utf8');
    await dropAnOrder();
    const { generation } = await build({ ...shop, limits: { brokenKeyShare: 1 } });
    await writeFile(paths.pointer, pointer);
    await undo(paths, generation.id);
    return { paths, id: generation.id };
  }

  test('before the pointer was switched: the old one serves', async () => {
    await publishedHalf(async (paths) => writeFile(`${paths.pointer}.99.new`, '{"id'));
    expect(await countOrders()).toBe(40);
  });

  test('before the manifest was written: the old one serves, the orphan goes', async () => {
    const { paths, id } = await publishedHalf((found, half) => rm(found.manifest(half)));
    expect(await countOrders()).toBe(40);
    await build({ ...shop, limits: { brokenKeyShare: 1 } });
    expect(await readdir(paths.generations)).not.toContain(`${id}.duckdb`);
  });

  test('of a manifest half written: the old one serves', async () => {
    await publishedHalf(async (paths, id) => {
      await writeFile(`${paths.manifest(id)}.99.new`, '{"id": ');
      await rm(paths.manifest(id));
    });
    expect(await countOrders()).toBe(40);
  });
});

/** The lock is held from here on: before, a build looks at the files alone. */
const isAtWork = ({ progress }: ChildLine): boolean => progress?.step === 'preparing a new generation';

describe('two builds at once', () => {
  test('the second refuses, naming the first', async () => {
    const first = children.build(shop.data, shop.out);
    await first.line(isAtWork);
    first.process.kill('SIGSTOP');
    await expect(build(shop)).rejects.toMatchObject({
      code: 'busy',
      message: expect.stringContaining(`process ${first.process.pid},`),
      hint: expect.stringContaining('Wait'),
    });
    first.process.kill('SIGCONT');
    expect((await first.ended).at(-1)).toHaveProperty('built');
    expect(await countOrders()).toBe(40);
  });

  test('the second waits when it is asked to', async () => {
    const first = children.build(shop.data, shop.out);
    await first.line(isAtWork);
    const { generation } = await build({ ...shop, waitMs: 30_000 });
    const last = (await first.ended).at(-1);
    expect(last?.built).toBeDefined();
    expect((await readReport(shop.out)).generation.id).toBe(generation.id);
    expect(generation.id).not.toBe(last?.built);
  });

  test('within one process, too, the second refuses', async () => {
    const both = await Promise.allSettled([build(shop), build(shop)]);
    expect(both.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { code: 'busy' } });
  });
});

test('another process goes on reading a generation that a build has removed', async () => {
  await build(shop);
  const reader = children.open(shop.out);
  const opened = await reader.line((line) => line.opened !== undefined || line.failed !== undefined);
  for (let n = 0; n < 3; n++) await build(shop);
  expect(await readdir(warehousePaths(shop.out).generations)).not.toContain(`${opened?.opened}.duckdb`);
  reader.process.stdin?.end();
  expect((await reader.ended).at(-1)).toEqual({ orders: 40 });
});

describe('a user without permission', () => {
  const NOBODY = 65534;
  // Root may do anything, so as root the build runs as another user.
  const uid = process.getuid?.() === 0 ? NOBODY : undefined;
  const openUp = async () => {
    await chmod(dirname(shop.data), 0o755);
    await mkdir(shop.out, { recursive: true });
    if (uid !== undefined) await chown(shop.out, uid, uid);
  };

  test.each<[string, () => Promise<void>, RegExp]>([
    ['to read the data folder', () => chmod(shop.data, 0o000), /The folder .*data cannot be read/],
    ['to read a file', () => chmod(shopFile(shop.data, 'orders'), 0o000), /olist_orders_dataset\.csv cannot be read/],
    ['to write the warehouse folder', () => chmod(shop.out, 0o500), /The warehouse folder .*out cannot be written/],
  ])('%s is told so', async (_name, forbid, message) => {
    await openUp();
    await forbid();
    const last = (await children.build(shop.data, shop.out, {}, uid).ended).at(-1);
    await chmod(shop.data, 0o755);
    expect(last).toMatchObject({ failed: 'io', message: expect.stringMatching(message) });
    expect(last?.hint).toMatch(/right to (read|write)|may read/);
  });

  test('builds where it has the right to', async () => {
    await openUp();
    expect((await children.build(shop.data, shop.out, {}, uid).ended).at(-1)).toHaveProperty('built');
  });
});

test('a warehouse folder can be moved', async () => {
  await build(shop);
  await rename(shop.out, `${shop.out}-elsewhere`);
  expect(await queryWarehouse(`${shop.out}-elsewhere`, 'select count(*) as n from fct_orders')).toEqual([{ n: 40 }]);
});
