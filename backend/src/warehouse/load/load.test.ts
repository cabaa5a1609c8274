import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { build } from '../build/build';
import { csvText, scratchShop, shopFile, tinyShop, type Shop, type ShopFormat } from '../testing/tiny-shop';
import { queryWarehouse } from '../testing/warehouse';
import type { SourceTable } from './sources';

const EVERYTHING = { rejectedShare: 1, brokenKeyShare: 1 };
const PURCHASES = { orders: 38, customers: 30, payments: 8215.25 };

async function buildShop(shop: Shop, format?: ShopFormat) {
  const folders = await scratchShop(shop, format);
  try {
    const { report } = await build({ ...folders, limits: EVERYTHING });
    return { report, files: new Map(report.files.map((file) => [file.table, file])) };
  } finally {
    await folders.remove();
  }
}

describe('the same shop in another dress gives the same numbers', () => {
  const dresses: [string, ShopFormat][] = [
    ['plain', {}],
    ['gzip', { gzip: true }],
    ['byte-order marks', { byteOrderMark: true }],
    ['Windows line ends', { lineEnd: '\r\n' }],
    ['all of it', { gzip: true, byteOrderMark: true, lineEnd: '\r\n' }],
  ];
  test.each(dresses)('%s', async (_name, format) => {
    const { report } = await buildShop(tinyShop(), format);
    expect(report.totals.purchases).toEqual(PURCHASES);
    expect(report.generation).toMatchObject({ rowsRejected: 0, rowsRead: 40 + 40 + 52 + 48 + 20 + 4 + 4 + 9 + 2 });
  });

  test('columns in another order, and columns that are not ours', async () => {
    const shop = tinyShop();
    for (const file of Object.values(shop)) {
      file.columns = ['extra, "column"', ...file.columns.toReversed(), '', 'note'];
      file.rows = file.rows.map((row) => ['x', ...row.toReversed(), '', 'a "note"']);
    }
    expect((await buildShop(shop)).report.totals.purchases).toEqual(PURCHASES);
  });

  test('all fields in quotes', async () => {
    const folders = await scratchShop();
    for (const table of Object.keys(tinyShop()) as SourceTable[]) {
      const { columns, rows } = tinyShop()[table];
      const text = [columns, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
      await writeFile(shopFile(folders.data, table), text.join('\n'));
    }
    expect((await build(folders)).report.totals.purchases).toEqual(PURCHASES);
    await folders.remove();
  });

  test('a plain file wins over a gzipped one of the same name', async () => {
    const folders = await scratchShop();
    await writeFile(`${shopFile(folders.data, 'orders')}.gz`, gzipSync('order_id\nnonsense'));
    expect((await build(folders)).report.totals.purchases).toEqual(PURCHASES);
    await folders.remove();
  });

  test('a folder whose name looks like a pattern', async () => {
    const folders = await scratchShop();
    const odd = `${folders.data} [a-z]*'s? ü`;
    await rename(folders.data, odd);
    expect((await build({ ...folders, data: odd })).report.totals.purchases).toEqual(PURCHASES);
    await rename(odd, folders.data);
    await folders.remove();
  });
});

test('quoted line breaks and quotes survive', async () => {
  const folders = await scratchShop();
  await build(folders);
  const [review] = await queryWarehouse(
    folders.out,
    "select message from fct_order_reviews where review_id = 'review2'",
  );
  expect(review).toEqual({ message: 'first line\nsecond, "quoted" line' });
  await folders.remove();
});

describe('optional files', () => {
  test.each<[SourceTable, RegExp]>([
    ['order_reviews', /scores are unknown/],
    ['geolocation', /no place on the map/],
    ['translation', /own names/],
  ])('without %s the build goes on and says what is missing', async (table, note) => {
    const folders = await scratchShop();
    await rm(shopFile(folders.data, table));
    const { report } = await build(folders);
    expect(report.totals.purchases).toEqual(PURCHASES);
    const file = report.files.find((candidate) => candidate.table === table);
    expect(file).toMatchObject({ file: null, rowsRead: 0 });
    expect(file?.notes[0]).toMatch(note);
    await folders.remove();
  });

  test('partial reviews leave the other scores unknown, and the report says so', async () => {
    const { files } = await buildShop(tinyShop());
    expect(files.get('order_reviews')?.notes).toEqual(['20 of 40 orders have no review; their score is unknown']);
  });
});

/** Changes to a tiny shop, and the rejects they must give: file, line and reason. */
const REJECTS: [string, SourceTable, (shop: Shop) => void, { line: number | null; reason: string }][] = [
  [
    'a negative price',
    'order_items',
    (shop) => set(shop, 'order_items', 3, 'price', '-1.00'),
    at(5, 'price is negative'),
  ],
  ['no price', 'order_items', (shop) => set(shop, 'order_items', 0, 'price', ''), at(2, 'price is missing')],
  [
    'a price that is no number',
    'order_items',
    (shop) => set(shop, 'order_items', 0, 'price', 'ten'),
    at(2, 'price is not a number'),
  ],
  [
    'a negative freight',
    'order_items',
    (shop) => set(shop, 'order_items', 1, 'freight_value', '-0.01'),
    at(3, 'freight_value is negative'),
  ],
  [
    'a negative payment',
    'order_payments',
    (shop) => set(shop, 'order_payments', 9, 'payment_value', '-5'),
    at(11, 'payment_value is negative'),
  ],
  [
    'a date that does not exist',
    'orders',
    (shop) => set(shop, 'orders', 10, 'order_purchase_timestamp', '2018-02-30 10:00:00'),
    at(12, 'order_purchase_timestamp is not a date and time'),
  ],
  [
    'a date in another notation',
    'orders',
    (shop) => set(shop, 'orders', 10, 'order_purchase_timestamp', '13/01/2018 10:00'),
    at(12, 'order_purchase_timestamp is not a date and time'),
  ],
  [
    'an order of the future',
    'orders',
    (shop) => set(shop, 'orders', 0, 'order_purchase_timestamp', '2999-01-01 10:00:00'),
    at(2, 'order_purchase_timestamp lies in the future'),
  ],
  [
    'an order without a date',
    'orders',
    (shop) => set(shop, 'orders', 0, 'order_purchase_timestamp', ''),
    at(2, 'order_purchase_timestamp is missing'),
  ],
  [
    'a delivery in the year 1',
    'orders',
    (shop) => set(shop, 'orders', 3, 'order_delivered_customer_date', '0001-01-01 00:00:00'),
    at(5, 'order_delivered_customer_date lies before 1990'),
  ],
  [
    'a promise for the year 9999',
    'orders',
    (shop) => set(shop, 'orders', 3, 'order_estimated_delivery_date', '9999-12-31 00:00:00'),
    at(5, 'order_estimated_delivery_date lies after 2199'),
  ],
  [
    'an approval at infinity',
    'orders',
    (shop) => set(shop, 'orders', 3, 'order_approved_at', 'infinity'),
    at(5, 'order_approved_at lies after 2199'),
  ],
  [
    'a parcel handed over in 1899',
    'orders',
    (shop) => set(shop, 'orders', 3, 'order_delivered_carrier_date', '1899-12-30 00:00:00'),
    at(5, 'order_delivered_carrier_date lies before 1990'),
  ],
  [
    'an item to be shipped in the year 1',
    'order_items',
    (shop) => set(shop, 'order_items', 3, 'shipping_limit_date', '0001-01-01 00:00:00'),
    at(5, 'shipping_limit_date lies before 1990'),
  ],
  [
    'a review answered in the year 9999',
    'order_reviews',
    (shop) => set(shop, 'order_reviews', 0, 'review_answer_timestamp', '9999-12-31 23:59:59'),
    at(2, 'review_answer_timestamp lies after 2199'),
  ],
  ['an order without id', 'orders', (shop) => set(shop, 'orders', 39, 'order_id', ''), at(41, 'order_id is missing')],
  [
    'an order twice',
    'orders',
    (shop) => shop.orders.rows.splice(20, 0, [...shop.orders.rows[2]!]),
    at(22, 'order_id occurs more than once; the first row is kept'),
  ],
  [
    'an item twice',
    'order_items',
    (shop) => shop.order_items.rows.push([...shop.order_items.rows[2]!]),
    at(54, 'this order_id and order_item_id occurs more than once; the first row is kept'),
  ],
  [
    'a customer twice',
    'customers',
    (shop) => shop.customers.rows.push([...shop.customers.rows[2]!]),
    at(42, 'customer_id occurs more than once; the first row is kept'),
  ],
  [
    'a product twice',
    'products',
    (shop) => shop.products.rows.push([...shop.products.rows[0]!]),
    at(6, 'product_id occurs more than once; the first row is kept'),
  ],
  [
    'an order without its customer',
    'orders',
    (shop) => set(shop, 'orders', 4, 'customer_id', 'nobody'),
    at(6, 'customer_id is not among the accepted customers'),
  ],
  [
    'an item without its order',
    'order_items',
    (shop) => set(shop, 'order_items', 0, 'order_id', 'nowhere'),
    at(2, 'order_id is not among the accepted orders'),
  ],
  [
    'a payment without its order',
    'order_payments',
    (shop) => set(shop, 'order_payments', 0, 'order_id', 'nowhere'),
    at(2, 'order_id is not among the accepted orders'),
  ],
  [
    'a review without its order, after a review of two lines',
    'order_reviews',
    (shop) => set(shop, 'order_reviews', 5, 'order_id', 'nowhere'),
    at(8, 'order_id is not among the accepted orders'),
  ],
  [
    'a review of six stars',
    'order_reviews',
    (shop) => set(shop, 'order_reviews', 0, 'review_score', '6'),
    at(2, 'review_score is not 1 to 5'),
  ],
  [
    'a review whose date is broken, after a review of two lines',
    'order_reviews',
    (shop) => set(shop, 'order_reviews', 1, 'review_creation_date', 'soon'),
    at(4, 'review_creation_date is not a date and time'),
  ],
  [
    'a row that is too short',
    'orders',
    (shop) => shop.orders.rows.push(['order41', 'customer1']),
    at(42, 'too few columns'),
  ],
  [
    'a row that is too long',
    'customers',
    (shop) => shop.customers.rows.push(['customer41', 'person41', '01001', 'town', 'SP', 'more']),
    at(42, 'too many columns'),
  ],
  [
    'a latitude that is no number',
    'geolocation',
    (shop) => set(shop, 'geolocation', 3, 'geolocation_lat', 'north'),
    at(5, 'geolocation_lat is not a number'),
  ],
];

function at(line: number | null, reason: string) {
  return { line, reason };
}

function set(shop: Shop, table: SourceTable, row: number, column: string, value: string): void {
  shop[table].rows[row]![shop[table].columns.indexOf(column)] = value;
}

describe('a row that is no good is refused with its line and reason', () => {
  test.each(REJECTS)('%s', async (_name, table, change, expected) => {
    const shop = tinyShop();
    change(shop);
    const { files, report } = await buildShop(shop);
    const file = files.get(table)!;
    expect(file.rejects.map(({ reason, rows, examples }) => ({ reason, rows, line: examples[0]?.line }))).toEqual([
      { reason: expected.reason, rows: 1, line: expected.line },
    ]);
    expect(file.rowsRead).toBe(shop[table].rows.length);
    expect(file.rowsLoaded).toBe(file.rowsRead - 1);
    expect(report.checks.length).toBeGreaterThan(0);
  });

  test('the lines are the same in gzipped files with Windows line ends and byte-order marks', async () => {
    const shop = tinyShop();
    set(shop, 'order_reviews', 1, 'review_creation_date', 'soon');
    set(shop, 'order_reviews', 5, 'review_score', '6');
    set(shop, 'order_items', 3, 'price', '-1.00');
    set(shop, 'order_items', 7, 'price', 'ten');
    const { files } = await buildShop(shop, { gzip: true, lineEnd: '\r\n', byteOrderMark: true });
    const lines = (table: SourceTable) => files.get(table)?.rejects.flatMap((reject) => reject.examples[0]?.line);
    expect(lines('order_reviews')?.sort()).toEqual([4, 8]);
    expect(lines('order_items')?.sort()).toEqual([5, 9]);
  });
});

test('of a row that occurs three times the first is kept, the others are refused', async () => {
  const shop = tinyShop();
  const again = [...shop.orders.rows[2]!];
  shop.orders.rows.push([...again], [...again]);
  set(shop, 'orders', 40, 'order_status', 'canceled');
  set(shop, 'orders', 41, 'order_status', 'canceled');
  const folders = await scratchShop(shop);
  const { report } = await build({ ...folders, limits: EVERYTHING });
  expect(report.files.find((file) => file.table === 'orders')?.rejects[0]).toMatchObject({
    rows: 2,
    examples: [{ line: 42, record: 'order3' }, { line: 43 }],
  });
  expect(await queryWarehouse(folders.out, "select status from fct_orders where order_id = 'order3'")).toEqual([
    { status: 'delivered' },
  ]);
  await folders.remove();
});

test('of two rows with one key, of which the first is no good, the second is kept', async () => {
  const shop = tinyShop();
  shop.order_items.rows.unshift([...shop.order_items.rows[0]!]);
  set(shop, 'order_items', 0, 'price', '-1');
  const { files } = await buildShop(shop);
  expect(files.get('order_items')).toMatchObject({
    rowsRejected: 1,
    rejects: [{ reason: 'price is negative', examples: [{ line: 2, record: 'order1, 1' }] }],
  });
});

test('rows of an order that was refused are refused with it', async () => {
  const shop = tinyShop();
  set(shop, 'orders', 11, 'order_purchase_timestamp', 'never');
  const { files, report } = await buildShop(shop);
  expect(report.totals.allOrders.orders).toBe(39);
  expect(files.get('order_items')?.rejects).toMatchObject([
    { rows: 2, reason: 'order_id is not among the accepted orders' },
  ]);
  expect(files.get('order_payments')?.rowsRejected).toBe(2);
  expect(files.get('order_reviews')?.rowsRejected).toBe(1);
});

test('refused rows can be queried in load_rejects, and are counted in load_files', async () => {
  const shop = tinyShop();
  set(shop, 'orders', 0, 'order_purchase_timestamp', 'never');
  set(shop, 'order_payments', 4, 'payment_value', '-1');
  const folders = await scratchShop(shop);
  await build({ ...folders, limits: EVERYTHING });
  expect(
    await queryWarehouse(folders.out, 'select file, line, reason from load_rejects order by file, line'),
  ).toMatchObject([
    { file: 'olist_order_items_dataset.csv', line: 2 },
    { file: 'olist_order_payments_dataset.csv', line: 2 },
    { file: 'olist_order_payments_dataset.csv', line: 6, reason: 'payment_value is negative' },
    { file: 'olist_orders_dataset.csv', line: 2 },
  ]);
  expect(
    await queryWarehouse(
      folders.out,
      "select rows_read, rows_loaded, rows_rejected from load_files where table_name = 'order_payments'",
    ),
  ).toEqual([{ rows_read: 48, rows_loaded: 46, rows_rejected: 2 }]);
  await folders.remove();
});

describe('what is kept, but told', () => {
  test('a status that is not known', async () => {
    const shop = tinyShop();
    set(shop, 'orders', 0, 'order_status', 'Lost At Sea');
    const { files, report } = await buildShop(shop);
    expect(report.totals.purchases.orders).toBe(38);
    expect(files.get('orders')?.notes).toEqual([
      '1 of 40 orders has a status that is not known (lost at sea); counted as purchases',
    ]);
  });

  test('items of products and sellers that are not listed', async () => {
    const shop = tinyShop();
    shop.products.rows.pop();
    shop.sellers.rows.shift();
    const { files, report } = await buildShop(shop);
    expect(report.totals.purchases).toEqual(PURCHASES);
    expect(files.get('products')?.notes[0]).toMatch(/^13 of 52 order items name a product that is not in this file/);
    expect(files.get('sellers')?.notes[0]).toMatch(/^\d+ of 52 order items name a seller who is not in this file/);
  });
});

test('broken quotes spoil their own row, and a report', async () => {
  const folders = await scratchShop();
  const path = shopFile(folders.data, 'order_reviews');
  const text = csvText(tinyShop().order_reviews).replace('review4,order4,5,,', 'review4,order4,5,"bro"ken,');
  await writeFile(path, text);
  await appendFile(path, 'review99,order9,5,"never closed,,2018-01-01 00:00:00,2018-01-01 00:00:00\n');
  expect(await readFile(path, 'utf8')).toContain('"bro"ken');
  const { report } = await build({ ...folders, limits: EVERYTHING });
  const file = report.files.find((candidate) => candidate.table === 'order_reviews');
  expect(file?.rejects).toMatchObject([{ reason: 'broken quotes', rows: 2, examples: [{ line: 4 }, { line: 23 }] }]);
  await folders.remove();
});

test('text that is not UTF-8 is refused by the row', async () => {
  const folders = await scratchShop();
  const row = Buffer.from('customer41,person41,01001,São Paulo,SP\n', 'latin1');
  await appendFile(shopFile(folders.data, 'customers'), row);
  const { report } = await build(folders);
  expect(report.files[0]).toMatchObject({
    rowsRejected: 1,
    rejects: [{ reason: 'not UTF-8 text', examples: [{ line: 42 }] }],
  });
  await folders.remove();
});
