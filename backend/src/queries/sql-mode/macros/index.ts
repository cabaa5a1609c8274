import { expandTokens } from './expand';
import { checkBrackets, checkCharacters, checkLength } from './limits';
import type { MacroContext } from './macro-list';
import { tokenize } from './tokens';

export { MAX_BRACKETS } from './limits';
export { MACROS, type Macro, type MacroContext } from './macro-list';
export { placeOf } from './place';

/**
 * The statement as DuckDB gets it: `$__timeFilter(column)`, `$__timeGroup(column, interval)` and the other macros of
 * `MACROS` replaced by what they stand for. Values come in as literals made of numbers and days, never as text of a
 * caller; what stands in an argument is part of the statement, and is judged with it by the guard.
 *
 * @throws QueryError for unclosed texts and comments, unknown macros, wrong numbers of arguments, dashboard variables
 *   that were not replaced, statements too long or too deep, and characters that hide what follows
 */
export function expandMacros(sql: string, context: MacroContext): string {
  checkLength(sql);
  checkCharacters(sql);
  const tokens = tokenize(sql);
  checkBrackets(sql, tokens);
  return expandTokens(sql, tokens, context);
}
