import { QueryError } from '../../../contract';
import { textIn, type JsonObject } from './json';
import { folded, type AllowedSchema } from './schema';

/** Names of the CTEs that can be seen from a place, folded. */
export type Scope = ReadonlySet<string>;

/**
 * Checks a name in FROM: a mart, or a CTE that can be seen from there.
 *
 * @throws QueryError naming the table and those that may stand there
 */
export function checkTable(table: JsonObject, scope: Scope, schema: AllowedSchema): void {
  const name = textIn(table, 'table_name');
  const qualifiers = [textIn(table, 'catalog_name'), textIn(table, 'schema_name')].filter((part) => part !== '');
  if (table['at_clause'] !== null && table['at_clause'] !== undefined)
    throw new QueryError('AT (…) after a table cannot be used: the tables hold one state of the data.');
  const plain = qualifiers.length === 0;
  if (plain && scope.has(folded(name))) return;
  const known = schema.tables.some((mart) => folded(mart) === folded(name));
  if (known && (plain || (schema.qualified && qualifiers.length === 1 && folded(qualifiers[0]!) === 'main'))) return;
  const written = [...qualifiers, name].join('.');
  const tables = schema.tables.join(', ');
  throw new QueryError(`There is no table ${JSON.stringify(written)} to read here. These can be read: ${tables}.`);
}
