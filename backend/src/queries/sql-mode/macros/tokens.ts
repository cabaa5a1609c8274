import { QueryError } from '../../../contract';
import { placeOf } from './place';

export type TokenKind =
  | 'space'
  | 'comment'
  | 'string'
  /** An identifier in double quotes. */
  | 'quoted'
  | 'name'
  | 'number'
  /** `$name`: a macro, or a dashboard variable that nobody replaced. */
  | 'dollar'
  /** `${name}` or `[[name]]`: can only be a dashboard variable. */
  | 'variable'
  | 'symbol';

export interface Token {
  kind: TokenKind;
  text: string;
  /** Where it begins in the statement, in UTF-16 code units. */
  start: number;
}

/** Letters as DuckDB's lexer has them: everything beyond ASCII counts, but for spaces, of whatever width. */
const LETTER = String.raw`A-Za-z_\u0080-\u009f\u00a1-\u167f\u1681-\u1fff\u200e-\u2027\u202a-\u202e\u2030-\u205e\u2061-\u2fff\u3001-\ufefe\uff00-\uffff`;

/** Tried in this order at every place; the first that fits is the token. */
const RULES: readonly (readonly [TokenKind, RegExp])[] = [
  ['space', /[\s\u200b-\u200d\u2060]+/y],
  // With its line end, so that what follows an argument never lands in the argument's last comment.
  ['comment', /--[^\n\r]*(?:\n|\r)?/y],
  ['string', /[eE]'(?:[^'\\]|\\[^]|'')*'/y],
  ['string', /'(?:[^']|'')*'/y],
  ['quoted', /"(?:[^"]|"")*"/y],
  ['variable', /\$\{[^{}]*\}|\[\[[A-Za-z_]\w*(?::\w+)?\]\]/y],
  ['dollar', /\$[A-Za-z_]\w*/y],
  ['number', /0[xX][\da-fA-F_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?/y],
  ['name', new RegExp(`[${LETTER}][${LETTER}\\d$]*`, 'y')],
  ['symbol', /[^]/y],
];
const DOLLAR_QUOTE = new RegExp(`\\$(?:[${LETTER}][${LETTER}\\d]*)?\\$`, 'y');

/**
 * The tokens of a DuckDB statement; put together again they give the statement, character for character.
 *
 * @throws QueryError where a string, a quoted name or a comment is never closed
 */
export function tokenize(sql: string): Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < sql.length;) {
    const token = blockComment(sql, start) ?? dollarString(sql, start) ?? byRule(sql, start);
    tokens.push(token);
    start += token.text.length;
  }
  return tokens;
}

function byRule(sql: string, start: number): Token {
  for (const [kind, rule] of RULES) {
    const text = matchAt(rule, sql, start);
    if (text === undefined) continue;
    if (kind === 'symbol') refuseOpenQuote(sql, text, start);
    return { kind, text, start };
  }
  throw new Error('No rule fits, though the last one fits every character.');
}

/** Block comments nest, as in PostgreSQL: no regular expression can tell where one ends. */
function blockComment(sql: string, start: number): Token | undefined {
  if (!sql.startsWith('/*', start)) return undefined;
  let depth = 0;
  const edges = /\/\*|\*\//g;
  edges.lastIndex = start;
  for (let edge = edges.exec(sql); edge !== null; edge = edges.exec(sql)) {
    depth += edge[0] === '/*' ? 1 : -1;
    if (depth === 0) return { kind: 'comment', text: sql.slice(start, edges.lastIndex), start };
  }
  throw new QueryError(`The comment that begins at ${placeOf(sql, start)} is never closed: end it with */.`);
}

function dollarString(sql: string, start: number): Token | undefined {
  const tag = matchAt(DOLLAR_QUOTE, sql, start);
  if (tag === undefined) return undefined;
  const end = sql.indexOf(tag, start + tag.length);
  if (end < 0)
    throw new QueryError(
      `The text that begins with ${tag} at ${placeOf(sql, start)} is never closed: end it with ${tag}.`,
    );
  return { kind: 'string', text: sql.slice(start, end + tag.length), start };
}

/** A quote that is a symbol of its own is one that no rule found closed. */
function refuseOpenQuote(sql: string, text: string, start: number): void {
  if (text !== "'" && text !== '"') return;
  const what = text === '"' ? 'name in double quotes' : 'text';
  throw new QueryError(`The ${what} that begins at ${placeOf(sql, start)} is never closed: end it with ${text}.`);
}

function matchAt(rule: RegExp, sql: string, start: number): string | undefined {
  rule.lastIndex = start;
  return rule.exec(sql)?.[0];
}
