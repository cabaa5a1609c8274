import { rowsSql } from '../../events/rows/rows';
import { jsonRows } from '../../events/store/json-rows';
import { SOURCES } from '../../warehouse/load/sources';
import { MODELS, type Model } from '../../warehouse/models';
import { mergedRowsSql, SUPPLEMENTED, type SupplementedTable } from '../../warehouse/supplement/tables';
import baseCustomerEvents from './sql/base/customer_events.sql';
import baseCustomers from './sql/base/customers.sql';
import baseItems from './sql/base/order_items.sql';
import basePayments from './sql/base/order_payments.sql';
import baseReviews from './sql/base/order_reviews.sql';
import baseOrders from './sql/base/orders.sql';
import baseProducts from './sql/base/products.sql';
import baseSellers from './sql/base/sellers.sql';
import touched from './sql/base/touched.sql';

/** A table or view of the lane by its name, with the schema, and the SELECT of its rows. */
export interface Relation {
  name: string;
  sql: string;
  view: boolean;
  /** The tables that it is made from, directly or by way of views. */
  needs: readonly string[];
}

/**
 * The marts that features are made from, with their columns that the statements about some customers and about the shop
 * read. A statement's time goes by its operators, not by its rows: making the others would take as long for ten customers as
 * for a thousand.
 */
export const COLUMNS_READ = {
  dim_customers: ['customer_key', 'customer_id'],
  dim_products: ['product_id', 'category', 'weight_g'],
  dim_sellers: ['seller_id', 'state'],
  fct_orders: [
    'order_key',
    'order_id',
    'customer_key',
    'state',
    'city',
    'purchased_at',
    'purchase_day',
    'is_purchase',
    'payment_value',
    'item_value',
    'freight_value',
    'items',
    'instalments',
    'voucher_value',
    'approved_at',
    'carrier_at',
    'delivered_at',
    'estimated_day',
  ],
  fct_order_items: ['order_key', 'product_id', 'seller_id', 'category', 'price', 'freight'],
  fct_order_payments: ['order_key', 'payment_type', 'instalments', 'value'],
  fct_order_reviews: ['order_key', 'score', 'answered_at'],
  fct_customer_events: ['*'],
} as const;

/** What only other columns of these marts are made from. */
const UNREAD = ['stg_item_variety', 'stg_purchase_sequence', 'stg_review_scores'];

export const MARTS: readonly string[] = Object.keys(COLUMNS_READ);

/** Read by one statement alone, and by that only where the model has features of events. */
const READ_ONCE = 'fct_customer_events';

const EVENTS = jsonRows(
  {
    seq: 'BIGINT',
    id: 'VARCHAR',
    type: 'VARCHAR',
    customer_id: 'VARCHAR',
    order_id: 'VARCHAR',
    occurred_at: 'VARCHAR',
    body: 'VARCHAR',
  },
  'events',
);

/** Files in an order in which they can be merged: which products and sellers matter, the items say. */
const BASE: Readonly<Record<SupplementedTable, string>> = {
  orders: baseOrders,
  customers: baseCustomers,
  order_items: baseItems,
  order_payments: basePayments,
  order_reviews: baseReviews,
  products: baseProducts,
  sellers: baseSellers,
};

const plain = (sql: string): string => sql.replaceAll(/^--.*\n/gm, '').trim();

/** In the order in which they are made. Events' rows lie where a build finds the rows that it takes in. */
const SELECTS: readonly (readonly [name: string, sql: string])[] = [
  ['part.events', `SELECT * REPLACE (occurred_at::TIMESTAMP AS occurred_at) FROM ${EVENTS}`],
  ['part.touched', plain(touched)],
  ...Object.entries(BASE).flatMap(([name, base]) => {
    const table = name as SupplementedTable;
    return [
      [`part.base_${table}`, plain(base)],
      [`supplement.main.${table}`, rowsSql(table, 'memory.part.events')],
      [`part.raw_${table}`, mergedSql(table)],
    ] as const;
  }),
  ['part.base_customer_events', plain(baseCustomerEvents)],
  [
    'part.raw_customer_events',
    `FROM base_customer_events UNION ALL BY NAME ${rowsSql('customer_events', 'memory.part.events')}`,
  ],
  ...modelsFor(MARTS).map(({ name, sql }) => [`part.${name}`, asRead(name, ofAllOrders(sql))] as const),
];

/** What the marts of some customers are made from, and they themselves, in this order. */
export const RELATIONS: readonly Relation[] = relationsIn(SELECTS);

/** A file's rows with those of events, by the rules of a build; an order that nobody has placed yet waits. */
function mergedSql(table: SupplementedTable): string {
  const source = SOURCES[table];
  const base = `SELECT * FROM base_${table}`;
  if (SUPPLEMENTED[table] === 'changes') {
    const placed = table === 'orders' ? 'WHERE b.order_id IS NOT NULL OR s.order_purchase_timestamp IS NOT NULL' : '';
    return `${mergedRowsSql(source, base)} ${placed}`;
  }
  const names = Object.keys(source.columns).join(', ');
  const same = source.key.map((key) => `b.${key} = s.${key}`).join(' AND ');
  return `SELECT ${names} FROM (${base}) UNION ALL BY NAME
    SELECT ${names} FROM supplement.main.${table} AS s WHERE NOT EXISTS (SELECT 1 FROM (${base}) AS b WHERE ${same})`;
}

/**
 * What only one other reads is a view: for a few customers, making a table takes longer than reading it. What binds
 * parameters cannot be one.
 */
function isView(name: string, sql: string): boolean {
  const [schema, table] = name.split('.');
  if (table === READ_ONCE) return true;
  if (schema !== 'part' || MARTS.includes(table!) || sql.includes('$')) return false;
  const word = new RegExp(`\\b${table}\\b`, 'g');
  const readings = SELECTS.map(([other, text]) => (other === name ? 0 : (text.match(word)?.length ?? 0)));
  return readings.reduce((sum, count) => sum + count, 0) === 1;
}

function relationsIn(selects: typeof SELECTS): Relation[] {
  const made: Relation[] = [];
  for (const [name, sql] of selects) {
    const read = made.filter((other) => reads(sql, other.name));
    const needs = new Set(read.flatMap((other) => (other.view ? other.needs : [other.name])));
    made.push({ name, sql, view: isView(name, sql), needs: [...needs] });
  }
  return made;
}

/** Whether a statement reads the relation: it names those in `part` with or without their schema, the generation's with it. */
function reads(sql: string, relation: string): boolean {
  const [schema, table] = relation.split('.');
  const name = schema === 'part' ? `(?:(?:memory\\.)?part\\.)?${table}` : relation;
  return new RegExp(`(?<![\\w.])${name}\\b`).test(sql);
}

/** The models that these marts are made by, in an order in which they can be made. */
function modelsFor(marts: readonly string[]): Model[] {
  const byName = new Map(MODELS.map((model) => [model.name, model]));
  const wanted = new Set<string>();
  const want = (name: string): void => {
    const model = byName.get(name);
    if (!model || wanted.has(name)) return;
    wanted.add(name);
    model.needs.forEach(want);
  };
  marts.forEach(want);
  const made: Model[] = [];
  const isMade = (name: string): boolean => !wanted.has(name) || made.some((model) => model.name === name);
  while (made.length < wanted.size) {
    const next = MODELS.find(({ name, needs }) => wanted.has(name) && !isMade(name) && needs.every(isMade));
    if (!next) throw new Error('The models need each other in a circle.');
    made.push(next);
  }
  return made;
}

/** The rows of a model, of a mart the columns that are read alone: DuckDB leaves out what only the others need. */
function asRead(name: string, sql: string): string {
  const columns = Object.entries(COLUMNS_READ).find(([mart]) => mart === name)?.[1];
  if (UNREAD.includes(name)) return `SELECT * FROM (${sql}) WHERE false`;
  return columns ? `SELECT ${columns.join(', ')} FROM (${plain(sql)})` : sql;
}

/** Large warehouses make some models for a part of the orders after the other. */
function ofAllOrders(sql: string): string {
  return sql.replaceAll('$first_order', '0').replaceAll('$last_order', String(2 ** 31 - 1));
}
