import fc from 'fast-check';
import { QueryError } from '../../../contract';
import { sqlText } from './testing/arbitraries';
import { tokenize } from './tokens';

const kinds = (sql: string): [string, string][] => tokenize(sql).map(({ kind, text }) => [kind, text]);

describe('tokens', () => {
  it.each([
    ["'it''s -- no comment'", 'string'],
    [String.raw`E'it\'s'`, 'string'],
    ['$$it\'s "one" $__timeFrom() text$$', 'string'],
    ['$tag$ $$ $other$ $tag$', 'string'],
    ['"a ""quoted"" name"', 'quoted'],
    ['-- to the line end', 'comment'],
    ['/* a /* nested */ comment */', 'comment'],
    ['/**/', 'comment'],
    ['größe_1', 'name'],
    ['a$__timeFrom', 'name'],
    ['日本語', 'name'],
    ['1_000.5e-3', 'number'],
    ['.5', 'number'],
    ['0xFF', 'number'],
    ['$__timeFrom', 'dollar'],
    ['${state:csv}', 'variable'],
    ['[[state]]', 'variable'],
    [' \t\n\u00a0', 'space'],
    ['\\', 'symbol'],
  ])('%s is one %s', (sql, kind) => {
    expect(kinds(sql)).toEqual([[kind, sql]]);
  });

  it('end a line comment at its line', () => {
    expect(kinds("--a\r\n'b'")).toEqual([
      ['comment', '--a\r'],
      ['space', '\n'],
      ['string', "'b'"],
    ]);
  });

  it('take lists in lists for lists', () => {
    expect(kinds('[[1]]').map(([, text]) => text)).toEqual(['[', '[', '1', ']', ']']);
  });

  it.each([
    ["SELECT\n 'a", /text that begins at line 2, column 2 is never closed/],
    ['SELECT "a', /name in double quotes that begins at line 1, column 8 is never closed/],
    ['SELECT 1 /* /* */', /comment that begins at line 1, column 10 is never closed/],
    ['SELECT $a$ text $$', /text that begins with \$a\$ at line 1, column 8 is never closed/],
  ])('say where %j was left open', (sql, message) => {
    expect(() => tokenize(sql)).toThrow(QueryError);
    expect(() => tokenize(sql)).toThrow(message);
  });

  it('give the statement again when put together, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), sqlText()), (sql) => {
        const tokens = tokensOrRefusal(sql);
        fc.pre(tokens !== undefined);
        expect(tokens.map(({ text }) => text).join('')).toBe(sql);
        expect(tokens.map(({ start }) => start)).toEqual(startsOf(tokens));
      }),
      { numRuns: 500 },
    );
  });
});

/** The tokens; nothing where the text was refused, which must be with a QueryError. */
function tokensOrRefusal(sql: string): ReturnType<typeof tokenize> | undefined {
  try {
    return tokenize(sql);
  } catch (error) {
    expect(error).toBeInstanceOf(QueryError);
    return undefined;
  }
}

function startsOf(tokens: ReturnType<typeof tokenize>): number[] {
  let at = 0;
  return tokens.map(({ text }) => {
    const start = at;
    at += text.length;
    return start;
  });
}
