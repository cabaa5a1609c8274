import { mkdir, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { EXIT_CODES, WarehouseError, type WarehouseErrorCode } from '../errors';
import { SOURCES, type SourceTable } from '../load/sources';
import type { LoadReport } from '../report';
import { readReport } from '../stale';
import {
  csvText,
  scratchShop,
  shopFile,
  tinyShop,
  writeShop,
  type ScratchFolders,
  type Shop,
} from '../testing/tiny-shop';
import { queryWarehouse } from '../testing/warehouse';
import { build } from './build';
import { toBuildError } from './failure';

let shop: ScratchFolders;
beforeEach(async () => {
  shop = await scratchShop();
});
afterEach(() => shop.remove());

async function failure(work: Promise<unknown>): Promise<WarehouseError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof WarehouseError) return error;
  throw new Error(`expected a WarehouseError, got ${String(error)}`);
}

function rename(from: string, to: string) {
  return (file: Shop[SourceTable]) => {
    file.columns = file.columns.map((column) => (column === from ? to : column));
  };
}

type Break = (folders: ScratchFolders) => Promise<unknown>;

const rewrite =
  (table: SourceTable, change: (file: Shop[SourceTable]) => void): Break =>
  (folders) => {
    const file = tinyShop()[table];
    change(file);
    return writeFile(shopFile(folders.data, table), csvText(file));
  };

const everyRow = (column: string, value: string) => (file: Shop[SourceTable]) => {
  for (const row of file.rows) row[file.columns.indexOf(column)] = value;
};

/** Ways to break a shop; the code, message and hint that each must give. */
const BROKEN: [string, Break, WarehouseErrorCode, RegExp, RegExp][] = [
  ['no folder', ({ data }) => rm(data, { recursive: true }), 'bad_input', /There is no folder .*data/, /--data/],
  [
    'a file in place of the folder',
    async ({ data }) => {
      await rm(data, { recursive: true });
      await writeFile(data, '');
    },
    'bad_input',
    /is a file, not a folder/,
    /--data/,
  ],
  [
    'an empty folder',
    async ({ data }) => {
      await rm(data, { recursive: true });
      await mkdir(data);
    },
    'bad_input',
    /lacks the required files olist_customers_dataset\.csv, .*The folder is empty/,
    /exactly these names/,
  ],
  [
    'a required file missing',
    ({ data }) => rm(shopFile(data, 'order_payments')),
    'bad_input',
    /lacks the required file olist_order_payments_dataset\.csv\./,
    /\.csv or \.csv\.gz/,
  ],
  [
    'a folder in place of a file',
    async ({ data }) => {
      await rm(shopFile(data, 'orders'));
      await mkdir(shopFile(data, 'orders'));
    },
    'io',
    /olist_orders_dataset\.csv cannot be read: it is not a file/,
    /Check/,
  ],
  [
    'a link to nowhere',
    async ({ data }) => {
      await rm(shopFile(data, 'orders'));
      await symlink('nowhere', shopFile(data, 'orders'));
    },
    'io',
    /olist_orders_dataset\.csv cannot be read/,
    /Check/,
  ],
  [
    'a renamed column',
    rewrite('orders', rename('order_purchase_timestamp', 'order_purchase_timestmp')),
    'bad_input',
    /olist_orders_dataset\.csv: column "order_purchase_timestamp" is missing; found .*order_purchase_timestmp/,
    /Rename the column "order_purchase_timestmp" to "order_purchase_timestamp"/,
  ],
  [
    'a missing column',
    rewrite('order_items', (file) => {
      file.columns.pop();
      for (const row of file.rows) row.pop();
    }),
    'bad_input',
    /olist_order_items_dataset\.csv: column "freight_value" is missing; found order_id, order_item_id/,
    /Add the column "freight_value"/,
  ],
  [
    'a column twice',
    rewrite('sellers', rename('seller_city', 'seller_id')),
    'bad_input',
    /olist_sellers_dataset\.csv: column "seller_id" occurs twice/,
    /Remove or rename/,
  ],
  [
    'no header',
    ({ data }) => writeFile(shopFile(data, 'sellers'), 'seller1,01000,town,SP\n'),
    'bad_input',
    /olist_sellers_dataset\.csv: the first line is not the expected header: found "seller1,01000,town,SP"/,
    /must name the columns seller_id, seller_zip_code_prefix/,
  ],
  [
    'semicolons',
    ({ data }) => writeFile(shopFile(data, 'orders'), csvText(tinyShop().orders).replaceAll(',', ';')),
    'bad_input',
    /olist_orders_dataset\.csv: the columns are separated by semicolons, not by commas/,
    /commas/,
  ],
  [
    'tabs',
    ({ data }) => writeFile(shopFile(data, 'orders'), csvText(tinyShop().orders).replaceAll(',', '\t')),
    'bad_input',
    /separated by tabs/,
    /commas/,
  ],
  [
    'a header with commas over rows with semicolons',
    ({ data }) => {
      const [header = '', ...rows] = csvText(tinyShop().orders).split('\n');
      return writeFile(shopFile(data, 'orders'), [header, ...rows.map((row) => row.replaceAll(',', ';'))].join('\n'));
    },
    'bad_input',
    /olist_orders_dataset\.csv: 40 of 40 rows were refused, more than the 5% allowed; most often: too few columns, first on line 2/,
    /Correct the file/,
  ],
  [
    'UTF-16',
    ({ data }) => writeFile(shopFile(data, 'orders'), Buffer.from(csvText(tinyShop().orders), 'utf16le')),
    'bad_input',
    /olist_orders_dataset\.csv is not UTF-8 text/,
    /UTF-8/,
  ],
  [
    'an empty file',
    ({ data }) => truncate(shopFile(data, 'orders')),
    'bad_input',
    /olist_orders_dataset\.csv is empty/,
    /again/,
  ],
  [
    'an empty optional file',
    ({ data }) => truncate(shopFile(data, 'geolocation')),
    'bad_input',
    /olist_geolocation_dataset\.csv is empty/,
    /remove it: it is optional/,
  ],
  [
    'a header and no rows',
    rewrite('order_payments', (file) => file.rows.splice(0)),
    'bad_input',
    /olist_order_payments_dataset\.csv holds a header and no rows/,
    /Export the file again/,
  ],
  [
    'dates that are none',
    rewrite('orders', everyRow('order_purchase_timestamp', 'soon')),
    'bad_input',
    /40 of 40 rows were refused.*order_purchase_timestamp is not a date and time, first on line 2/,
    /Correct/,
  ],
  [
    'negative prices',
    rewrite('order_items', everyRow('price', '-1')),
    'bad_input',
    /olist_order_items_dataset\.csv: 52 of 52 rows were refused.*price is negative, first on line 2/,
    /Correct/,
  ],
  [
    'one id for all orders',
    rewrite('orders', everyRow('order_id', 'same')),
    'bad_input',
    /39 of 40 rows were refused.*order_id occurs more than once; the first row is kept, first on line 3/,
    /Correct/,
  ],
  [
    'orders without their customers',
    rewrite('orders', everyRow('customer_id', 'nobody')),
    'bad_input',
    /40 of 40 rows were refused.*customer_id is not among the accepted customers, first on line 2/,
    /Correct/,
  ],
  [
    'items of products that are not listed',
    rewrite('products', everyRow('product_id', 'other')),
    'bad_input',
    /olist_products_dataset\.csv: 3 of 4 rows were refused/,
    /Correct/,
  ],
  [
    'items of sellers that are not listed',
    rewrite('sellers', (file) => file.rows.splice(1)),
    'bad_input',
    /olist_sellers_dataset\.csv: \d+ of 52 order items name a seller who is not in this file.* more than the 5% allowed/,
    /belong together/,
  ],
  [
    'canceled orders only',
    rewrite('orders', everyRow('order_status', 'canceled')),
    'bad_input',
    /holds no purchase/,
    /have a status/,
  ],
  [
    'a gzip file that is cut off',
    async ({ data }) => {
      await rm(shopFile(data, 'orders'));
      const whole = gzipSync(csvText(tinyShop().orders));
      await writeFile(`${shopFile(data, 'orders')}.gz`, whole.subarray(0, whole.length - 20));
    },
    'bad_input',
    /olist_orders_dataset\.csv\.gz is cut off/,
    /again/,
  ],
  [
    'a gzip file with a wrong checksum',
    async ({ data }) => {
      await rm(shopFile(data, 'customers'));
      const whole = gzipSync(csvText(tinyShop().customers));
      whole[whole.length - 6]! ^= 0xff;
      await writeFile(`${shopFile(data, 'customers')}.gz`, whole);
    },
    'bad_input',
    /olist_customers_dataset\.csv\.gz (is damaged|cannot be read): .*incorrect data check/,
    /again/,
  ],
  [
    'plain text named .gz',
    async ({ data }) => {
      await rm(shopFile(data, 'orders'));
      await writeFile(`${shopFile(data, 'orders')}.gz`, csvText(tinyShop().orders));
    },
    'bad_input',
    /olist_orders_dataset\.csv\.gz cannot be read/,
    /not a gzip file/,
  ],
];

describe('a shop that is no good', () => {
  // One good generation for all of them: none may harm it.
  let good: ScratchFolders;
  let before: LoadReport;
  beforeAll(async () => {
    good = await scratchShop();
    before = (await build(good)).report;
  });
  afterAll(() => good.remove());

  test.each(BROKEN)('%s', async (_name, damage, code, message, hint) => {
    const { out } = good;
    await damage(shop);
    const error = await failure(build({ ...shop, out }));
    expect(error).toMatchObject({ code, exitCode: EXIT_CODES[code] });
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(hint);
    expect(await readReport(out)).toEqual(before);
    expect(await queryWarehouse(out, 'select count(*) as n from fct_orders')).toEqual([{ n: 40 }]);
    expect(await readdir(join(out, 'tmp'))).toEqual([]);
    expect(await readdir(out)).not.toContain('build.lock');
  });
});

test('a file in place of the warehouse folder', async () => {
  await writeFile(shop.out, '');
  expect(await failure(build(shop))).toMatchObject({
    code: 'io',
    message: expect.stringMatching(/^The warehouse folder .*out cannot be written/),
    hint: expect.stringContaining('--out'),
  });
});

test('a larger share of refused rows can be allowed', async () => {
  await rewrite('order_items', (file) => {
    for (const row of file.rows.slice(0, 10)) row[file.columns.indexOf('price')] = '-1';
  })(shop);
  expect((await failure(build(shop))).message).toContain('10 of 52 rows');
  const { report } = await build({ ...shop, limits: { rejectedShare: 0.2 } });
  expect(report.generation.rowsRejected).toBe(10);
});

const FULL = 'Could not write file "/x/tmp/y.duckdb": No space left on device';
test.each([
  [
    'Node',
    Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
    /ENOSPC: no space left on device, write\.$/,
  ],
  ['DuckDB', new Error(`IO Error: ${FULL}`), /IO Error: Could not write .*: No space left on device\.$/],
  [
    'a failing checkpoint',
    new Error(
      `IO Error: Detached database 'generation', but CHECKPOINT during DETACH failed. \nOriginal error: ${FULL}`,
    ),
    /is full: Could not write .*: No space left on device\.$/,
  ],
  [
    'the spill area',
    new Error(
      'Out of Memory Error: failed to offload data block of size 256.0 KiB (0 bytes/0 bytes used).\n' +
        'This limit was set by the max_temp_directory_size setting.',
    ),
    /max_temp_directory_size setting\.$/,
  ],
])('a full disk, as %s tells it, gets a message that says so', (_who, error, message) => {
  const told = toBuildError(error, '/shop/warehouse');
  expect(told).toMatchObject({ code: 'io', hint: expect.stringContaining('Free some space') });
  expect(told.message).toMatch(/^The disk that holds \/shop\/warehouse is full: /);
  expect(told.message).toMatch(message);
});

test('too little memory gets a message that says so', async () => {
  const error = await failure(build({ ...shop, memoryLimit: '1MB' }));
  expect(error.code).toBe('io');
  expect(error.message).toMatch(/needs more memory than it may use/);
});

test('a cancelled build leaves the last generation', async () => {
  await build(shop);
  const before = await readReport(shop.out);
  const controller = new AbortController();
  const error = await failure(
    build({
      ...shop,
      signal: controller.signal,
      onProgress: ({ step }) => step.startsWith('making fct_orders') && controller.abort(),
    }),
  );
  expect(error.code).toBe('cancelled');
  expect(await readReport(shop.out)).toEqual(before);
  expect((await failure(build({ ...shop, signal: AbortSignal.abort() }))).code).toBe('cancelled');
});

test('progress rises from 0 to less than 1 and names each step', async () => {
  const seen: { step: string; share: number }[] = [];
  await build({ ...shop, onProgress: (progress) => seen.push(progress) });
  expect(seen[0]?.share).toBe(0);
  expect(seen.map((progress) => progress.share)).toEqual(
    seen.map((progress) => progress.share).toSorted((a, b) => a - b),
  );
  expect(seen.at(-1)?.share).toBeLessThan(1);
  const steps = seen.map((progress) => progress.step);
  expect(steps.slice(0, 2)).toEqual(['looking at the files', 'preparing a new generation']);
  expect(steps).toEqual(expect.arrayContaining(['reading olist_orders_dataset.csv', 'writing the generation']));
});

test('the sample flag and the shown source are kept', async () => {
  const { generation } = await build({ ...shop, sample: true, source: 'the sample' });
  expect(generation).toMatchObject({ sample: true, source: 'the sample' });
  expect((await readReport(shop.out)).generation).toEqual(generation);
});

test('the same files give the same tables, whatever the order of their rows', async () => {
  const facts = `select order_key, order_id, customer_key, payment_value, purchase_number, next_purchase_at from fct_orders
    order by order_key`;
  await build({ ...shop, threads: 1 });
  const first = await queryWarehouse(shop.out, facts);
  const reversed = tinyShop();
  for (const file of Object.values(reversed)) file.rows.reverse();
  await writeShop(shop.data, reversed);
  await build({ ...shop, threads: 4 });
  expect(await queryWarehouse(shop.out, facts)).toEqual(first);
});

test('every source names its key among its columns', () => {
  for (const source of Object.values(SOURCES))
    expect(Object.keys(source.columns)).toEqual(expect.arrayContaining([...source.key]));
});
