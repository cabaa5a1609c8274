import type { DuckDBConnection } from '@duckdb/node-api';
import { toRows } from '../duckdb/rows';
import { WarehouseError } from '../errors';
import type { InputFile, Inputs } from './inputs';
import type { SourceTable } from './sources';

/** Something worth knowing about a file that is no reason to refuse rows. */
interface Note {
  table: SourceTable;
  /** SELECT of the numbers `found` and `of`, and perhaps a text `names`. */
  sql: string;
  say: (found: string, of: string, names: string) => string;
  /** Set for keys that point at nothing: too many of them stop the build. */
  brokenKey?: boolean;
}

const KNOWN_STATUSES = [
  'approved',
  'canceled',
  'created',
  'delivered',
  'invoiced',
  'processing',
  'shipped',
  'unavailable',
];

const has = (found: string): string => (found === '1' ? 'has' : 'have');
const names = (found: string): string => (found === '1' ? 'names' : 'name');

const NOTES: readonly Note[] = [
  {
    table: 'orders',
    sql: `select count(*) as found, (select count(*) from fct_orders) as of,
        array_to_string(list_sort(list(distinct status)), ', ') as names
      from fct_orders where status not in (${KNOWN_STATUSES.map((status) => `'${status}'`).join(', ')})`,
    say: (found, of, statuses) =>
      `${found} of ${of} orders ${has(found)} a status that is not known (${statuses}); counted as purchases`,
  },
  {
    table: 'order_items',
    sql: `select count(*) as found, (select count(*) from fct_orders) as of from fct_orders where items = 0`,
    say: (found, of) => `${found} of ${of} orders ${has(found)} no items`,
  },
  {
    table: 'order_payments',
    sql: `select count(*) as found, (select count(*) from fct_orders) as of from fct_orders where payment_types = 0`,
    say: (found, of) => `${found} of ${of} orders ${has(found)} no payments`,
  },
  {
    table: 'order_reviews',
    sql: `select count(*) as found, (select count(*) from fct_orders) as of
      from fct_orders where review_score is null`,
    say: (found, of) =>
      `${found} of ${of} orders ${has(found)} no review; ${found === '1' ? 'its' : 'their'} score is unknown`,
  },
  {
    table: 'products',
    sql: `select count(*) as found, (select count(*) from fct_order_items) as of
      from fct_order_items i where not exists (select 1 from dim_products p where p.product_id = i.product_id)`,
    say: (found, of) =>
      `${found} of ${of} order items ${names(found)} a product that is not in this file; kept without a category`,
    brokenKey: true,
  },
  {
    table: 'sellers',
    sql: `select count(*) as found, (select count(*) from fct_order_items) as of
      from fct_order_items i where not exists (select 1 from dim_sellers s where s.seller_id = i.seller_id)`,
    say: (found, of) =>
      `${found} of ${of} order items ${names(found)} a seller who is not in this file; kept without a state`,
    brokenKey: true,
  },
];

const count = new Intl.NumberFormat('en');

/**
 * Notes on the files that were loaded, from the finished tables.
 *
 * @param brokenKeyShare the share of rows that may point at nothing
 * @throws WarehouseError `bad_input` when more do
 */
export async function collectNotes(
  lane: DuckDBConnection,
  inputs: Inputs,
  brokenKeyShare: number,
): Promise<Map<SourceTable, string[]>> {
  const notes = new Map<SourceTable, string[]>();
  for (const note of NOTES) {
    const file = inputs[note.table];
    const text = file && (await takeNote(lane, file, note, brokenKeyShare));
    if (text !== undefined) notes.set(note.table, [...(notes.get(note.table) ?? []), text]);
  }
  return notes;
}

async function takeNote(
  lane: DuckDBConnection,
  file: InputFile,
  note: Note,
  brokenKeyShare: number,
): Promise<string | undefined> {
  const [row = {}] = await toRows(await lane.run(note.sql));
  const [found, of] = [Number(row['found']), Number(row['of'])];
  if (found === 0) return undefined;
  const text = note.say(count.format(found), count.format(of), String(row['names'] ?? ''));
  if (note.brokenKey && found / of > brokenKeyShare) throw brokenKeys(file, text, brokenKeyShare);
  return text;
}

function brokenKeys(file: InputFile, text: string, limit: number): WarehouseError {
  return new WarehouseError(
    'bad_input',
    `${file.name}: ${text}. That is more than the ${limit * 100}% allowed.`,
    'Check that the files belong together and are whole, or allow a larger share.',
  );
}
