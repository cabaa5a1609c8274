import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateSample } from './index';
import { groupBy, readSample, type Row, type Tables } from './testing/readSample';

const cents = (text: string | undefined): number => Math.round(Number(text) * 100);
const sum = (rows: readonly Row[], column: string): number =>
  rows.reduce((total, row) => total + cents(row[column]), 0);

describe('the files of a sample of 6,000 customers', () => {
  let folder = '';
  let out = '';
  let tables: Tables;
  let result: Awaited<ReturnType<typeof generateSample>>;

  const raw = (name: string): Promise<string> => readFile(join(out, name), 'utf8');
  const status = (wanted: string): Row[] => tables.orders.filter(({ order_status }) => order_status === wanted);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sample-files-'));
    out = join(folder, 'sample');
    result = await generateSample({ out, customers: 6000, seed: 3 });
    tables = await readSample(out);
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    [
      'olist_customers_dataset.csv',
      '"customer_id","customer_unique_id","customer_zip_code_prefix","customer_city","customer_state"\n',
    ],
    [
      'olist_geolocation_dataset.csv',
      '"geolocation_zip_code_prefix","geolocation_lat","geolocation_lng","geolocation_city","geolocation_state"\n',
    ],
    [
      'olist_order_items_dataset.csv',
      '"order_id","order_item_id","product_id","seller_id","shipping_limit_date","price","freight_value"\n',
    ],
    [
      'olist_order_payments_dataset.csv',
      '"order_id","payment_sequential","payment_type","payment_installments","payment_value"\n',
    ],
    [
      'olist_order_reviews_dataset.csv',
      '"review_id","order_id","review_score","review_comment_title","review_comment_message","review_creation_date","review_answer_timestamp"\n',
    ],
    [
      'olist_orders_dataset.csv',
      '"order_id","customer_id","order_status","order_purchase_timestamp","order_approved_at","order_delivered_carrier_date","order_delivered_customer_date","order_estimated_delivery_date"\n',
    ],
    [
      'olist_products_dataset.csv',
      '"product_id","product_category_name","product_name_lenght","product_description_lenght","product_photos_qty","product_weight_g","product_length_cm","product_height_cm","product_width_cm"\n',
    ],
    ['olist_sellers_dataset.csv', '"seller_id","seller_zip_code_prefix","seller_city","seller_state"\n'],
    ['product_category_name_translation.csv', '\ufeffproduct_category_name,product_category_name_english\r\n'],
  ])("%s begins with Kaggle's header", async (name, header) => {
    const text = await raw(name);
    expect(text.slice(0, header.length)).toBe(header);
    expect(result.files).toContain(join(out, name));
  });

  it('the translation has 71 rows, CRLF, and no end of line at its end', async () => {
    expect(tables.translation).toHaveLength(71);
    const text = await raw('product_category_name_translation.csv');
    expect(text.split('\r\n')).toHaveLength(72);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('identifiers and zip prefixes are quoted when they begin with a digit, but not in reviews', async () => {
    for (const row of (await raw('olist_order_payments_dataset.csv')).split('\n').slice(1, 400)) {
      expect(row).toMatch(/^("[0-9][0-9a-f]{31}"|[a-f][0-9a-f]{31}),\d+,[a-z_]+,\d+,\d+\.\d\d$/);
    }
    for (const row of (await raw('olist_customers_dataset.csv')).split('\n').slice(1, 400))
      expect(row).toMatch(/,"\d{5}",[a-z]/);
    for (const row of (await raw('olist_order_reviews_dataset.csv')).matchAll(/^.?[0-9a-f]{32}.?,/gm)) {
      expect(row[0]).toMatch(/^[0-9a-f]{32},$/);
    }
  });

  it('counts what it returns', () => {
    expect(result.orders).toBe(tables.orders.length);
    expect(result.customers).toBe(6000);
    expect(new Set(tables.customers.map((row) => row.customer_unique_id)).size).toBe(6000);
    expect(result.truthFile).toBe(join(out, '_truth', 'customers.csv'));
  });

  it('every key leads somewhere, and every id is there once', () => {
    const ids = (rows: readonly Row[], column: string): Set<string | undefined> =>
      new Set(rows.map((row) => row[column]));
    const orders = ids(tables.orders, 'order_id');
    expect(orders.size).toBe(tables.orders.length);
    expect(ids(tables.customers, 'customer_id')).toEqual(ids(tables.orders, 'customer_id'));
    expect(tables.customers).toHaveLength(tables.orders.length);
    const products = ids(tables.products, 'product_id');
    const sellers = ids(tables.sellers, 'seller_id');
    expect(tables.items.every((row) => products.has(row.product_id) && sellers.has(row.seller_id))).toBe(true);
    for (const rows of [tables.items, tables.payments, tables.reviews]) {
      expect(rows.every((row) => orders.has(row.order_id))).toBe(true);
    }
  });

  it('orders stand in the sequence of purchase, from 2016-09-04 to 2018-10-17', () => {
    const times = tables.orders.map((row) => row.order_purchase_timestamp ?? '');
    expect(times).toEqual([...times].sort());
    expect(times[0]).toMatch(/^2016-09-04 /);
    expect(times.at(-1)).toMatch(/^2018-10-17 /);
  });

  it('each course of an order is in order, with the promise at midnight', () => {
    for (const row of tables.orders) {
      const course = [
        row.order_purchase_timestamp,
        row.order_approved_at,
        row.order_delivered_carrier_date,
        row.order_delivered_customer_date,
      ].filter((time) => time !== '');
      expect(course).toEqual([...course].sort());
      expect(row.order_estimated_delivery_date).toMatch(/ 00:00:00$/);
      expect(row.order_estimated_delivery_date! > row.order_purchase_timestamp!).toBe(true);
    }
  });

  it('has statuses in their proportions, the rare ones too', () => {
    const share = (wanted: string): number => status(wanted).length / tables.orders.length;
    expect(share('delivered')).toBeGreaterThan(0.95);
    for (const wanted of ['canceled', 'unavailable']) {
      expect(share(wanted)).toBeGreaterThan(0.003);
      expect(share(wanted)).toBeLessThan(0.012);
    }
    for (const wanted of ['shipped', 'invoiced', 'processing', 'created', 'approved'])
      expect(share(wanted)).toBeGreaterThan(0);
  });

  it('after the day that follows regular trade, nothing but canceled orders and one that is shipped', () => {
    const late = tables.orders.filter((row) => (row.order_purchase_timestamp ?? '') >= '2018-08-30');
    expect(late.length).toBeGreaterThan(5);
    expect(late.filter((row) => row.order_status !== 'canceled').map((row) => row.order_status)).toEqual(['shipped']);
  });

  it('only canceled, unavailable and created orders lack items', () => {
    const withItems = new Set(tables.items.map((row) => row.order_id));
    const without = tables.orders.filter((row) => !withItems.has(row.order_id));
    expect(new Set(without.map((row) => row.order_status))).toEqual(new Set(['canceled', 'unavailable', 'created']));
    expect(status('canceled').some((row) => withItems.has(row.order_id))).toBe(true);
  });

  it('exactly one order has no payment, and the rest add up to price plus freight', () => {
    const paid = groupBy(tables.payments, 'order_id');
    expect(tables.orders.filter((row) => !paid.has(row.order_id ?? ''))).toHaveLength(1);
    let differing = 0;
    for (const [order, items] of groupBy(tables.items, 'order_id')) {
      const payments = paid.get(order) ?? [];
      if (sum(payments, 'payment_value') !== sum(items, 'price') + sum(items, 'freight_value')) differing += 1;
    }
    expect(differing).toBeGreaterThan(0);
    expect(differing / tables.orders.length).toBeLessThan(0.01);
  });

  it('money is positive, but for freight and for payments of type not_defined', () => {
    expect(tables.items.every((row) => cents(row.price) > 0 && cents(row.freight_value) >= 0)).toBe(true);
    const nothing = tables.payments.filter((row) => cents(row.payment_value) <= 0);
    expect(new Set(nothing.map((row) => row.payment_type))).toEqual(new Set(['not_defined']));
  });

  it('has every kind of payment: instalments, none at all, vouchers, several in one order', () => {
    const types = new Set(tables.payments.map((row) => row.payment_type));
    expect(types).toEqual(new Set(['credit_card', 'boleto', 'voucher', 'debit_card', 'not_defined']));
    const instalments = new Set(tables.payments.map((row) => row.payment_installments));
    for (const wanted of ['0', '1', '8', '10']) expect(instalments).toContain(wanted);
    for (const payments of groupBy(tables.payments, 'order_id').values()) {
      expect(payments.map((row) => Number(row.payment_sequential))).toEqual(payments.map((_, nth) => nth + 1));
    }
    expect(tables.payments.some((row) => row.payment_sequential === '3')).toBe(true);
  });

  it('items of an order are numbered from 1', () => {
    for (const items of groupBy(tables.items, 'order_id').values()) {
      expect(items.map((row) => Number(row.order_item_id))).toEqual(items.map((_, nth) => nth + 1));
    }
  });

  it('has orders with two reviews, reviews of two orders, and orders without', () => {
    const perOrder = groupBy(tables.reviews, 'order_id');
    const perReview = groupBy(tables.reviews, 'review_id');
    expect([...perOrder.values()].some((rows) => rows.length === 2)).toBe(true);
    expect([...perReview.values()].some((rows) => rows.length === 2)).toBe(true);
    expect(perOrder.size).toBeLessThan(tables.orders.length);
    const person = new Map(tables.customers.map((row) => [row.customer_id, row.customer_unique_id]));
    const buyer = new Map(tables.orders.map((row) => [row.order_id, person.get(row.customer_id)]));
    for (const rows of perReview.values()) expect(new Set(rows.map((row) => buyer.get(row.order_id))).size).toBe(1);
  });

  it('has review texts with line ends of both kinds, commas, quotes and accents', () => {
    const messages = tables.reviews.map((row) => row.review_comment_message ?? '');
    for (const wanted of ['\r\n', ',', '"', 'ã', '👏'])
      expect(messages.some((text) => text.includes(wanted))).toBe(true);
    expect(messages.some((text) => /[^\r]\n/.test(text))).toBe(true);
    expect(messages.filter((text) => text === '').length).toBeGreaterThan(messages.length / 3);
  });

  it('has persons who order twice on one day, and some who moved house', () => {
    const day = new Map(tables.orders.map((row) => [row.customer_id, row.order_purchase_timestamp?.slice(0, 10)]));
    const persons = [...groupBy(tables.customers, 'customer_unique_id').values()].filter((rows) => rows.length > 1);
    expect(persons.some((rows) => new Set(rows.map((row) => day.get(row.customer_id))).size < rows.length)).toBe(true);
    expect(persons.some((rows) => new Set(rows.map((row) => row.customer_zip_code_prefix)).size > 1)).toBe(true);
  });

  it('has products without category, without measures, and of categories without translation', () => {
    const translated = new Set(tables.translation.map((row) => row.product_category_name));
    const bare = tables.products.filter((row) => row.product_category_name === '');
    expect(bare.length).toBeGreaterThan(0);
    for (const row of bare)
      expect([row.product_name_lenght, row.product_description_lenght, row.product_photos_qty]).toEqual(['', '', '']);
    expect(tables.products.filter((row) => row.product_weight_g === '')).toHaveLength(2);
    const untranslated = tables.products.filter(
      (row) => row.product_category_name !== '' && !translated.has(row.product_category_name),
    );
    expect(untranslated.length).toBeGreaterThan(0);
    const used = new Set(tables.products.map((row) => row.product_category_name));
    for (const name of translated) expect(used).toContain(name);
  });

  it('has many geolocation rows per zip prefix, doubles among them, and prefixes without any', () => {
    const perZip = groupBy(tables.geolocation, 'geolocation_zip_code_prefix');
    expect(tables.geolocation.length / perZip.size).toBeGreaterThan(5);
    const places = tables.geolocation.map((row) => `${row.geolocation_lat} ${row.geolocation_lng}`);
    expect(new Set(places).size).toBeLessThan(places.length);
    const lived = new Set(tables.customers.map((row) => row.customer_zip_code_prefix ?? ''));
    expect([...lived].filter((zip) => !perZip.has(zip)).length).toBeGreaterThan(0);
    expect([...lived].filter((zip) => !perZip.has(zip)).length).toBeLessThan(lived.size / 50);
  });

  it('late parcels earn lower scores', () => {
    const scores = new Map(tables.reviews.map((row) => [row.order_id, Number(row.review_score)]));
    const mean = (rows: readonly Row[]): number => {
      const known = rows.flatMap((row) => scores.get(row.order_id) ?? []);
      return known.reduce((total, score) => total + score, 0) / known.length;
    };
    const late = (row: Row): boolean =>
      (row.order_delivered_customer_date ?? '').slice(0, 10) > (row.order_estimated_delivery_date ?? '').slice(0, 10);
    const delivered = status('delivered');
    expect(delivered.filter(late).length / delivered.length).toBeGreaterThan(0.03);
    expect(delivered.filter(late).length / delivered.length).toBeLessThan(0.13);
    expect(mean(delivered.filter(late))).toBeLessThan(mean(delivered.filter((row) => !late(row))) - 1.2);
  });
});
