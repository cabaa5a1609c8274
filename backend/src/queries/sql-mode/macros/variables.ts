import { QueryError } from '../../../contract';
import { placeOf } from './place';
import type { Token } from './tokens';

/** A text that is nothing but a variable: `'$state'`, `'${state:csv}'`, `'[[state]]'`. */
const ONLY_VARIABLE = /^'(\$[A-Za-z_]\w*|\$\{[A-Za-z_][\w.:]*\}|\[\[[A-Za-z_]\w*(?::\w+)?\]\])'$/;

/**
 * Refuses a dashboard variable that reached the backend as it was written. A text that is nothing but a variable
 * counts too: read as it stands it would find no row, and nobody would know why.
 *
 * @throws QueryError naming the variable
 */
export function refuseVariable(sql: string, { kind, text, start }: Token): void {
  const inText = kind === 'string' ? ONLY_VARIABLE.exec(text)?.[1] : undefined;
  const variable = kind === 'dollar' || kind === 'variable' ? text : inText;
  if (variable === undefined) return;
  const place = placeOf(sql, start);
  if (inText?.startsWith('$__') === true)
    throw new QueryError(
      `${inText} at ${place} stands in quotes, where macros stay as they are: take the quotes away.`,
    );
  const list = variable.startsWith('[[') ? ' For a list in a list write a space between the brackets: [ [x] ].' : '';
  throw new QueryError(
    `The variable ${variable} at ${place} was not replaced. Dashboard variables are replaced in the browser only: ` +
      `not in alert rules, and not where the dashboard has no variable of that name. Write the value instead.${list}`,
  );
}
