import { checkLength } from '../macros/limits';
import { onlySelect } from './parsed';
import type { AllowedSchema } from './schema';
import { checkTree } from './walk';

export type { AllowedSchema } from './schema';

/**
 * Lets a statement through if it is one SELECT that reads nothing but the tables of `schema` and its own CTEs, and
 * calls nothing but functions that compute. It is judged on DuckDB's own syntax tree, the very one that would run, by
 * lists of what is allowed: what is on no list is refused.
 *
 * @param parse what DuckDB's `json_serialize_sql` answers for a statement
 * @throws QueryError naming what is refused and what to do
 */
export async function guardStatement(
  sql: string,
  parse: (sql: string) => Promise<string>,
  schema: AllowedSchema,
): Promise<void> {
  checkLength(sql);
  checkTree(onlySelect(sql, await parse(sql)), schema);
}
