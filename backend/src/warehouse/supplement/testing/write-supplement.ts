import { DuckDBInstance } from '@duckdb/node-api';
import { publishSupplement, supplementDraft, type Supplement } from '../supplement';
import { SUPPLEMENT_COLUMNS } from '../tables';

/** Rows by table; columns that a row leaves out are null. */
export type SupplementRows = Readonly<Record<string, readonly Readonly<Record<string, string | number>>[]>>;

/** Publishes a supplement of these rows in a warehouse folder. */
export async function writeSupplement(out: string, tables: SupplementRows): Promise<Supplement> {
  const draft = await supplementDraft(out);
  const instance = await DuckDBInstance.create(draft);
  const connection = await instance.connect();
  for (const [table, columns] of Object.entries(SUPPLEMENT_COLUMNS)) {
    const definition = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
    await connection.run(`CREATE TABLE ${table} (${definition.join(', ')})`);
    for (const [names, rows] of byColumns(tables[table] ?? [])) {
      await connection.run(`INSERT INTO ${table} (${names}) VALUES ${rows.join(', ')}`);
    }
  }
  connection.closeSync();
  instance.closeSync();
  const rows = Object.fromEntries(Object.keys(SUPPLEMENT_COLUMNS).map((table) => [table, tables[table]?.length ?? 0]));
  return publishSupplement(out, draft, { name: 'events', rows });
}

/** The rows as SQL by the columns that they name: one statement for many takes a fraction of the time. */
function byColumns(rows: SupplementRows[string]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const row of rows) {
    const names = Object.keys(row).join(', ');
    const values = Object.values(row).map((value) => `'${value}'`);
    const known = found.get(names) ?? [];
    known.push(`(${values.join(', ')})`);
    found.set(names, known);
  }
  return found;
}
