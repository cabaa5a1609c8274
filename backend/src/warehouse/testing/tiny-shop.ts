import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SOURCES, SOURCE_TABLES, type SourceTable } from '../load/sources';

/** Rows of one file: the header's names first, then texts in that order. */
export interface ShopFile {
  columns: string[];
  rows: string[][];
}

export type Shop = Record<SourceTable, ShopFile>;

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2018, 0, 1, 10);
const STATES = ['SP', 'RJ', 'MG'];
const TYPES = ['credit_card', 'boleto', 'debit_card'];

/** How many orders the tiny shop has, one a day from 2018-01-01. */
export const TINY_ORDERS = 40;

/**
 * A small whole shop: 40 orders on 40 days by 30 persons (the first ten buy twice). Order 5 is canceled, 6 unavailable,
 * 7 has no items, 8 no payments, every third has two items, every fourth is paid in part by voucher.
 */
export function tinyShop(): Shop {
  const shop = Object.fromEntries(
    SOURCE_TABLES.map((table) => [table, { columns: Object.keys(SOURCES[table].columns), rows: [] as string[][] }]),
  ) as Shop;
  for (let n = 1; n <= TINY_ORDERS; n++) addOrder(shop, n);
  for (let n = 1; n <= 4; n++) {
    shop.products.rows.push([
      `product${n}`,
      n === 4 ? '' : `categoria_${n}`,
      '40',
      '200',
      '1',
      '500',
      '20',
      '10',
      '15',
    ]);
    shop.sellers.rows.push([`seller${n}`, `0${n}000`, `seller town ${n}`, STATES[n % 3]!]);
  }
  shop.translation.rows.push(['categoria_1', 'category_1'], ['categoria_2', 'category_2']);
  for (let n = 1; n <= 9; n++) {
    shop.geolocation.rows.push([
      `0100${n % 3}`,
      (-23.5 - n / 50).toFixed(4),
      (-46.6 - n / 50).toFixed(4),
      'sao paulo',
      'SP',
    ]);
  }
  return shop;
}

function addOrder(shop: Shop, n: number): void {
  const id = `order${n}`;
  const placed = FIRST_DAY + (n - 1) * DAY_MS;
  const person = n <= 30 ? n : n - 30;
  const status = { 5: 'canceled', 6: 'unavailable' }[n] ?? 'delivered';
  const delivered = status === 'delivered';
  const city = `town ${person % 5}`;
  shop.customers.rows.push([`customer${n}`, `person${person}`, `0100${person % 3}`, city, STATES[person % 3]!]);
  shop.orders.rows.push([
    id,
    `customer${n}`,
    status,
    time(placed),
    time(placed + 3_600_000),
    delivered ? time(placed + 2 * DAY_MS) : '',
    // Every tenth comes a day late; the others on the very day that was promised.
    delivered ? time(placed + (n % 10 === 0 ? 9 : 8) * DAY_MS) : '',
    time(placed + 8 * DAY_MS).replace(/ .*/, ' 00:00:00'),
  ]);
  if (n !== 7) addItems(shop, n, placed);
  if (n !== 8) addPayments(shop, n);
  if (n % 2 === 0) {
    const message = n === 2 ? 'first line\nsecond, "quoted" line' : '';
    const score = String((n % 5) + 1);
    shop.order_reviews.rows.push([`review${n}`, id, score, '', message, time(placed), time(placed + 9 * DAY_MS)]);
  }
}

function addItems(shop: Shop, n: number, placed: number): void {
  for (let item = 1; item <= (n % 3 === 0 ? 2 : 1); item++) {
    const which = String(((n + item) % 4) + 1);
    const price = (10 * n + item).toFixed(2);
    const limit = time(placed + 3 * DAY_MS);
    shop.order_items.rows.push([`order${n}`, String(item), `product${which}`, `seller${which}`, limit, price, '5.50']);
  }
}

function addPayments(shop: Shop, n: number): void {
  const add = (number: string, type: string, instalments: string, value: number) =>
    shop.order_payments.rows.push([`order${n}`, number, type, instalments, value.toFixed(2)]);
  add('1', TYPES[n % 3]!, String((n % 4) + 1), 10 * n + 5);
  if (n % 4 === 0) add('2', 'voucher', '1', 2.25);
}

function time(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

export interface ShopFormat {
  gzip?: boolean;
  lineEnd?: '\n' | '\r\n';
  byteOrderMark?: boolean;
}

/** The text of a file, fields quoted where they must be. */
export function csvText(file: ShopFile, format: ShopFormat = {}): string {
  const lines = [file.columns, ...file.rows].map((row) => row.map(quote).join(','));
  return `${format.byteOrderMark ? '\uFEFF' : ''}${lines.join(format.lineEnd ?? '\n')}${format.lineEnd ?? '\n'}`;
}

function quote(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** Writes a shop's nine files into a folder. */
export async function writeShop(folder: string, shop: Shop = tinyShop(), format: ShopFormat = {}): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const table of SOURCE_TABLES) {
    const text = csvText(shop[table], format);
    const name = `${SOURCES[table].file}.csv${format.gzip ? '.gz' : ''}`;
    await writeFile(join(folder, name), format.gzip ? gzipSync(text) : text);
  }
}

export interface ScratchFolders {
  /** Holds the tiny shop's files. */
  data: string;
  /** For the warehouse; does not exist yet. */
  out: string;
  remove(): Promise<void>;
}

/** A folder of its own for a test, with the given shop in it. */
export async function scratchShop(shop: Shop = tinyShop(), format: ShopFormat = {}): Promise<ScratchFolders> {
  const folder = await mkdtemp(join(tmpdir(), 'churnwatch-test-'));
  const data = join(folder, 'data');
  await writeShop(data, shop, format);
  return { data, out: join(folder, 'out'), remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The path of a table's plain file in a data folder. */
export function shopFile(data: string, table: SourceTable): string {
  return join(data, `${SOURCES[table].file}.csv`);
}
