export type TokenKind = 'comment' | 'text' | 'quoted' | 'dollar' | 'word' | 'number' | 'symbol';

/** A piece of a statement; the white space between pieces is none. */
export interface Token {
  kind: TokenKind;
  text: string;
  /** Offsets in the statement, in UTF-16 units; `end` is the first one behind it. */
  start: number;
  end: number;
}

/**
 * What the pieces look like in DuckDB's SQL, in the order in which they are tried. A comment, text or quoted name that is
 * not closed reaches to the end: that is what it does while somebody writes it.
 */
const PATTERNS: ReadonlyArray<readonly [TokenKind, RegExp]> = [
  ['comment', /--[^\n]*/y],
  ['comment', /\/\*[^]*?(?:\*\/|$)/y],
  ['text', /'(?:[^']|'')*(?:'|$)/y],
  ['quoted', /"(?:[^"]|"")*(?:"|$)/y],
  ['text', /\$((?:[A-Za-z_]\w*)?)\$[^]*?\$\1\$/y],
  ['dollar', /\$\{[^}\n]*\}?|\$\w*|\[\[\w+(?::\w+)?\]\]/y],
  ['word', /[\p{L}_][\p{L}\p{N}_$]*/uy],
  ['number', /\d[\w.]*/y],
  ['symbol', /[^\s]/y],
];

/** The pieces of a statement in their order. Never fails, whatever the text. */
export function tokenize(sql: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < sql.length;) {
    const token = tokenAt(sql, at);
    if (token) tokens.push(token);
    at = token?.end ?? at + 1;
  }
  return tokens;
}

/** The statement without its comments, which a single space replaces. */
export function withoutComments(sql: string): string {
  return tokenize(sql)
    .filter(({ kind }) => kind === 'comment')
    .reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, sql);
}

/** A token that is this word or symbol, without regard to case. */
export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  if (token?.kind !== 'word' && token?.kind !== 'symbol') return false;
  return words.includes(token.text.toLowerCase());
}

/** The name that a word or a quoted word stands for; undefined for anything else. */
export function nameOf(token: Token | undefined): string | undefined {
  if (token?.kind === 'word') return token.text;
  return token?.kind === 'quoted' ? token.text.replace(/^"|"$/g, '').replaceAll('""', '"') : undefined;
}

function tokenAt(sql: string, at: number): Token | undefined {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const [text] = pattern.exec(sql) ?? [];
    if (text) return { kind, text, start: at, end: at + text.length };
  }
  return undefined;
}
