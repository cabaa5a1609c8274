import { formatDialect } from 'sql-formatter';
import { formatStatement } from './formatStatement';

jest.mock('sql-formatter', () => ({ formatDialect: jest.fn(), duckdb: {} }));

const WRONG = 'This statement was left as it is: formatting would change more than its white space.';

describe('a formatter that errs', () => {
  it.each([
    ['SELECT a', 'SELECT A'],
    ["SELECT 'a  b'", "SELECT 'a b'"],
    ['SELECT $__timeFilter(x)', 'SELECT $ __timeFilter(x)'],
    ['SELECT a -- b\nFROM c', 'SELECT a -- b FROM c'],
    ['SELECT 1', ''],
  ])('cannot turn %j into %j', (sql, formatted) => {
    jest.mocked(formatDialect).mockReturnValue(formatted);
    expect(() => formatStatement(sql)).toThrow(WRONG);
  });

  it('may change the space in comments and between words', () => {
    jest.mocked(formatDialect).mockReturnValue('SELECT\n  a /* b\n c */');
    expect(formatStatement('SELECT a /* b c */')).toBe('SELECT\n  a /* b\n c */');
  });
});
