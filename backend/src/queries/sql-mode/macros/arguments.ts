import { QueryError } from '../../../contract';
import { placeOf } from './place';
import type { Token } from './tokens';

export interface Call {
  /** The tokens of each argument, without the space around it; none at all for `()`. */
  args: Token[][];
  /** The index of the token after the closing bracket. */
  next: number;
}

/**
 * The arguments of a macro whose name is the token at `index`; nothing where no bracket follows. Commas and brackets
 * in inner brackets belong to the argument.
 *
 * @throws QueryError where the bracket is never closed
 */
export function readCall(sql: string, tokens: readonly Token[], index: number): Call | undefined {
  const open = skipSpace(tokens, index + 1);
  if (!isSymbol(tokens[open], '(')) return undefined;
  const args: Token[][] = [[]];
  let depth = 0;
  for (let at = open + 1; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (depth === 0 && isSymbol(token, ')')) return { args: tidy(args), next: at + 1 };
    depth += step(token);
    if (depth === 0 && isSymbol(token, ',')) args.push([]);
    else args.at(-1)!.push(token);
  }
  const { text, start } = tokens[index]!;
  throw new QueryError(`The bracket of ${text} at ${placeOf(sql, start)} is never closed.`);
}

function step(token: Token): number {
  if (token.kind !== 'symbol') return 0;
  if ('([{'.includes(token.text)) return 1;
  return ')]}'.includes(token.text) ? -1 : 0;
}

function skipSpace(tokens: readonly Token[], index: number): number {
  let at = index;
  while (tokens[at]?.kind === 'space') at += 1;
  return at;
}

function isSymbol(token: Token | undefined, text: string): boolean {
  return token?.kind === 'symbol' && token.text === text;
}

function tidy(args: readonly Token[][]): Token[][] {
  const tidied = args.map((arg) => {
    const first = arg.findIndex(({ kind }) => kind !== 'space');
    const last = arg.findLastIndex(({ kind }) => kind !== 'space');
    return first < 0 ? [] : arg.slice(first, last + 1);
  });
  return tidied.length === 1 && tidied[0]!.length === 0 ? [] : tidied;
}
