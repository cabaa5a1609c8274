import { isWord, nameOf, type Token } from './tokens';

/** A table that a statement reads, under the name by which its columns can be qualified. */
export interface ReadTable {
  table: string;
  alias: string;
}

const ENDS_FROM = [
  'where',
  'group',
  'order',
  'having',
  'qualify',
  'window',
  'limit',
  'union',
  'except',
  'intersect',
  'select',
  'on',
  'using',
];
const NO_ALIAS = [
  ...ENDS_FROM,
  'join',
  'left',
  'right',
  'inner',
  'full',
  'cross',
  'asof',
  'anti',
  'semi',
  'natural',
  'positional',
  'lateral',
  'pivot',
  'unpivot',
  'tablesample',
  'for',
  'from',
  'as',
];

/** Every name in FROM and JOIN, those of subqueries too, in the order of the statement. */
export function tablesRead(tokens: readonly Token[]): ReadTable[] {
  const code = tokens.filter(({ kind }) => kind !== 'comment');
  return code.flatMap((_, index) => {
    const read = namesTable(code, index) ? readTable(code, index) : undefined;
    return read ? [read] : [];
  });
}

/** The names of the statement's common table expressions. */
export function commonTables(tokens: readonly Token[]): string[] {
  const code = tokens.filter(({ kind }) => kind !== 'comment');
  if (!code.some((token) => isWord(token, 'with'))) return [];
  return code.flatMap((token, index) => {
    const begins = isWord(code[index - 1], 'with', 'recursive', ',');
    const name = nameOf(token);
    return begins &&
      name !== undefined &&
      isWord(code[index + 1], 'as') &&
      isWord(code[index + 2], '(', 'materialized', 'not')
      ? [name]
      : [];
  });
}

/** True where the token at this index, or one that is still to be written there, is the name of a table. */
export function namesTable(code: readonly Token[], index: number): boolean {
  const before = code[index - 1];
  if (isWord(before, 'from', 'join', 'pivot', 'unpivot')) return true;
  return isWord(before, ',') && inFromList(code, index - 1);
}

/** True where a comma stands in a list of tables: the nearest clause on its level is FROM. */
function inFromList(code: readonly Token[], comma: number): boolean {
  let depth = 0;
  for (let index = comma - 1; index >= 0; index -= 1) {
    const token = code[index];
    if (isWord(token, ')', ']', '}')) depth += 1;
    else if (isWord(token, '(', '[', '{')) depth -= 1;
    else if (depth === 0 && isWord(token, 'from')) return true;
    else if (depth === 0 && isWord(token, 'by', 'with', ...ENDS_FROM)) return false;
    if (depth < 0) return false;
  }
  return false;
}

function readTable(code: readonly Token[], index: number): ReadTable | undefined {
  const qualified = isWord(code[index + 1], '.');
  const last = qualified ? index + 2 : index;
  const table = nameOf(code[last]);
  if (table === undefined || isWord(code[last + 1], '(')) return undefined;
  const named = isWord(code[last + 1], 'as') ? last + 2 : last + 1;
  const token = code[named];
  const alias = isWord(token, ...NO_ALIAS) ? undefined : nameOf(token);
  return { table, alias: alias ?? table };
}
