import { isWord, nameOf, tokenize, withoutComments } from './tokens';

const pieces = (sql: string) => tokenize(sql).map(({ kind, text }) => `${kind} ${text}`);

describe('the pieces of a statement', () => {
  it.each([
    ["a = 'it''s'", ['word a', 'symbol =', "text 'it''s'"]],
    ['"a ""b""" . c', ['quoted "a ""b"""', 'symbol .', 'word c']],
    ['-- one\n/* two\n-- */ 3.5', ['comment -- one', 'comment /* two\n-- */', 'number 3.5']],
    ['$$it is -- text$$ $q$ $$ $q$', ['text $$it is -- text$$', 'text $q$ $$ $q$']],
    ['$__timeFilter(x)', ['dollar $__timeFilter', 'symbol (', 'word x', 'symbol )']],
    ['${state:sqlstring} [[city:csv]] $1', ['dollar ${state:sqlstring}', 'dollar [[city:csv]]', 'dollar $1']],
    ['list[1]', ['word list', 'symbol [', 'number 1', 'symbol ]']],
    ['região', ['word região']],
    ['', []],
  ])('%j', (sql, expected) => {
    expect(pieces(sql)).toEqual(expected);
  });

  it.each(["'open", '"open', '/* open', '-- open', '${open', '$$open', '\u0000 \ud800'])(
    'copes with what is not finished: %j',
    (sql) => {
      expect(tokenize(sql).at(-1)?.end).toBe(sql.length);
    },
  );

  it('know where they stand', () => {
    const sql = ' a\n -- b\n"c"';
    for (const { text, start, end } of tokenize(sql)) expect(sql.slice(start, end)).toBe(text);
  });
});

describe('the words of a statement', () => {
  it('are compared without regard to case, those in quotes not at all', () => {
    const [plain, quoted] = tokenize('From "from"');
    expect([isWord(plain, 'from'), isWord(quoted, 'from'), isWord(undefined, 'from')]).toEqual([true, false, false]);
  });

  it('stand for names', () => {
    expect(tokenize('a "b ""c""" \'d\'').map(nameOf)).toEqual(['a', 'b "c"', undefined]);
  });
});

it('a statement without comments keeps its texts', () => {
  expect(withoutComments("-- why\nSELECT '-- no' /* x */ FROM t")).toBe(" \nSELECT '-- no'   FROM t");
});
