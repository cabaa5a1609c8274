import { MAX_SQL_LENGTH, QueryError } from '../../../contract';
import { placeOf } from './place';
import type { Token } from './tokens';

/** Brackets in brackets. DuckDB's parser and ours descend into each, and the stack is finite. */
export const MAX_BRACKETS = 60;

/** @throws QueryError for a statement that is longer than any that is worked on */
export function checkLength(sql: string): void {
  if (sql.length <= MAX_SQL_LENGTH) return;
  throw new QueryError(
    `The SQL has ${sql.length} characters; at most ${MAX_SQL_LENGTH} are taken. Shorten it, e.g. a long IN list.`,
  );
}

/**
 * DuckDB reads up to the first character of code 0, and whoever looks at the rest looks at something that never runs.
 *
 * @throws QueryError where there is one
 */
export function checkCharacters(sql: string): void {
  const at = sql.indexOf('\0');
  if (at >= 0) throw new QueryError(`There is a character of code 0 at ${placeOf(sql, at)}. Take it out.`);
}

/** @throws QueryError where brackets lie deeper in each other than is worked on */
export function checkBrackets(sql: string, tokens: readonly Token[]): void {
  let depth = 0;
  for (const { kind, text, start } of tokens) {
    if (kind !== 'symbol') continue;
    if ('([{'.includes(text)) depth += 1;
    else if (')]}'.includes(text)) depth -= 1;
    if (depth > MAX_BRACKETS)
      throw new QueryError(
        `More than ${MAX_BRACKETS} brackets lie in each other at ${placeOf(sql, start)}. Split the SQL with WITH.`,
      );
  }
}
