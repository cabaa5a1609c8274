import { namesTable } from './tables';
import { isWord, nameOf, tokenize, type Token } from './tokens';

/** Where a cursor is in a statement, as far as it decides what may be written there. */
export type Place = {
  /** The text from `start` to `end` is what has been written of it already. */
  start: number;
  end: number;
  /** The pieces of the statement, without the one that is being written. */
  tokens: readonly Token[];
  /** True when a bracket follows: what stands here is being called. */
  called: boolean;
} & (
  | { kind: 'nothing' | 'text' | 'dollar' | 'table' | 'expression' }
  | { kind: 'member'; /** The name before the point. */ qualifier: string }
);

/** The place at an offset of a statement. */
export function placeAt(sql: string, offset: number): Place {
  const [written = ''] = /(?:\$\{?)?[\p{L}\p{N}_]*$/u.exec(sql.slice(0, offset)) ?? [];
  const start = offset - written.length;
  const end = written.startsWith('${') && sql[offset] === '}' ? offset + 1 : offset;
  const all = tokenize(sql);
  const inside = all.find((token) => token.start < offset && offset <= token.end && reaches(token, offset));
  const tokens = all.filter((token) => token.end <= start || token.start >= end);
  const base = { start, end, tokens, called: sql[offset] === '(' };
  if (inside) return { ...base, kind: inside.kind === 'text' && written.startsWith('$') ? 'text' : 'nothing' };
  if (written.startsWith('$')) return { ...base, kind: 'dollar' };
  return { ...base, ...codePlace(tokens, start) };
}

/** True where an offset lies within a text, a quoted name or a comment, and not behind its end. */
function reaches({ kind, text, end }: Token, offset: number): boolean {
  if (kind === 'comment') return offset < end || !text.endsWith('*/') || text.startsWith('--');
  if (kind !== 'text' && kind !== 'quoted') return false;
  const closed = text.length > 1 && text.endsWith(text[0] ?? '');
  return offset < end || !closed;
}

function codePlace(tokens: readonly Token[], start: number) {
  const code = tokens.filter(({ kind }) => kind !== 'comment');
  const next = code.findIndex((token) => token.start >= start);
  const index = next < 0 ? code.length : next;
  const before = code[index - 1];
  if (isWord(before, '.')) {
    const qualifier = nameOf(code[index - 2]);
    return qualifier === undefined ? ({ kind: 'nothing' } as const) : ({ kind: 'member', qualifier } as const);
  }
  // A new name follows AS, which nobody else can know; in CAST (x AS type) it is a keyword.
  if (isWord(before, 'as')) return { kind: 'nothing' } as const;
  return { kind: namesTable(code, index) ? 'table' : 'expression' } as const;
}
