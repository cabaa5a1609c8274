import { ORDER_STATUSES } from '../../contract';
import { literal } from '../duckdb/sql';
import { SOURCES, type Source, type SourceTable } from '../load/sources';

/**
 * Which rows a supplement may have beside those of the shop's files. `changes`: a row whose key a file has goes over it,
 * column by column where it is not null; `adds`: a file's row stays as it is. Both add rows whose keys no file has.
 */
export const SUPPLEMENTED = {
  customers: 'adds',
  orders: 'changes',
  order_items: 'changes',
  order_payments: 'changes',
  order_reviews: 'changes',
  products: 'adds',
  sellers: 'adds',
} as const satisfies Partial<Record<SourceTable, 'adds' | 'changes'>>;

export type SupplementedTable = keyof typeof SUPPLEMENTED;

/** What customers did besides ordering: no file of the shop has it. */
export const CUSTOMER_EVENTS = 'customer_events';

export const CUSTOMER_EVENT_COLUMNS = {
  customer_unique_id: 'VARCHAR',
  event_type: 'VARCHAR',
  occurred_at: 'TIMESTAMP',
} as const;

/** All tables of a supplement, with their columns and types. */
export const SUPPLEMENT_COLUMNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...Object.fromEntries(Object.keys(SUPPLEMENTED).map((table) => [table, SOURCES[table as SupplementedTable].columns])),
  [CUSTOMER_EVENTS]: CUSTOMER_EVENT_COLUMNS,
};

export const isSupplemented = (table: string): table is SupplementedTable => Object.hasOwn(SUPPLEMENTED, table);

const STATUSES = `[${ORDER_STATUSES.map(literal).join(', ')}]`;

/** The columns that do not follow the rule, of a row `b` of a file and the supplement's `s`. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  // An order that is in the files belongs to the customer whom they name.
  customer_id: 'coalesce(b.customer_id, s.customer_id)',
  // Neither of the two is known to be the later one: the status that is further along holds.
  order_status: `case
    when coalesce(list_position(${STATUSES}, lower(b.order_status)), 0)
      >= coalesce(list_position(${STATUSES}, s.order_status), 0) then coalesce(b.order_status, s.order_status)
    else s.order_status end`,
};

/** A SELECT of a file's rows with the supplement's changes, from a SELECT of them as they are. */
export function changedRowsSql(source: Source, base: string): string {
  return joinedSql(source, base, 'LEFT');
}

/** The same, and the rows whose keys only the supplement has; in it the file's row is called `b`, the supplement's `s`. */
export function mergedRowsSql(source: Source, base: string): string {
  return joinedSql(source, base, 'FULL');
}

function joinedSql(source: Source, base: string, join: 'LEFT' | 'FULL'): string {
  const columns = Object.keys(source.columns).map((name) => {
    const [first, second] = source.key.includes(name) ? ['b', 's'] : ['s', 'b'];
    return `${EXCEPTIONS[name] ?? `coalesce(${first}.${name}, ${second}.${name})`} as ${name}`;
  });
  const same = source.key.map((name) => `s.${name} = b.${name}`).join(' and ');
  return `SELECT ${columns.join(', ')} FROM (${base}) b ${join} JOIN supplement.main.${source.table} s ON ${same}`;
}
