import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { MAX_SQL_LENGTH, QueryError } from '../../../contract';
import { expandMacros, MAX_BRACKETS, type MacroContext } from './index';
import { quotedText, sqlText } from './testing/arbitraries';

const CONTEXT: MacroContext = {
  range: { from: Date.UTC(2018, 0, 1), to: Date.UTC(2018, 1, 1, 12, 30, 15, 250) },
  asOf: '2018-01-31',
  intervalMs: 21_600_000,
};
const FROM = "TIMESTAMP '2018-01-01 00:00:00.000'";
const TO = "TIMESTAMP '2018-02-01 12:30:15.250'";
const expand = (sql: string, context: Partial<MacroContext> = {}): string =>
  expandMacros(sql, { ...CONTEXT, ...context });

describe('macros', () => {
  it.each([
    ['$__timeFilter(day)', `((day) BETWEEN ${FROM} AND ${TO})`],
    ['$__timeFilter( coalesce(a, b) )', `((coalesce(a, b)) BETWEEN ${FROM} AND ${TO})`],
    ['day >= $__timeFrom() AND day < $__timeTo( )', `day >= ${FROM} AND day < ${TO}`],
    ["$__timeGroup(day, '1h')", "time_bucket(INTERVAL '1 hour', CAST((day) AS TIMESTAMP))"],
    ['$__timeGroup(day, 5m)', "time_bucket(INTERVAL '5 minutes', CAST((day) AS TIMESTAMP))"],
    ['$__timeGroup(day, 5M)', "time_bucket(INTERVAL '5 months', CAST((day) AS TIMESTAMP))"],
    ['$__timeGroup(day, week)', "time_bucket(INTERVAL '1 week', CAST((day) AS TIMESTAMP))"],
    ["$__timeGroup(day, INTERVAL '2 DAYS')", "time_bucket(INTERVAL '2 days', CAST((day) AS TIMESTAMP))"],
    ["$__timeGroup(day, INTERVAL '3' MONTH)", "time_bucket(INTERVAL '3 months', CAST((day) AS TIMESTAMP))"],
    ['$__timeGroup(day, $__interval)', "time_bucket(INTERVAL '6 hours', CAST((day) AS TIMESTAMP))"],
    [
      '$__timeGroup(greatest(day, $__timeFrom()), $__interval)',
      `time_bucket(INTERVAL '6 hours', CAST((greatest(day, ${FROM})) AS TIMESTAMP))`,
    ],
    ['$__timeFilter(a[1, (2)] /* ), */)', `((a[1, (2)] /* ), */) BETWEEN ${FROM} AND ${TO})`],
    ['$__timeFilter(a -- )\n)', `((a -- )\n) BETWEEN ${FROM} AND ${TO})`],
    ['$__interval_ms / 1000', '21600000 / 1000'],
    ['$__interval', "INTERVAL '6 hours'"],
    ['$__asOf()', "DATE '2018-01-31'"],
  ])('%s', (sql, expected) => {
    expect(expand(sql)).toBe(expected);
  });

  it.each([
    [1, "INTERVAL '1 millisecond'"],
    [0.2, "INTERVAL '1 millisecond'"],
    [1_500, "INTERVAL '1500 milliseconds'"],
    [90_000, "INTERVAL '90 seconds'"],
    [604_800_000, "INTERVAL '7 days'"],
  ])('a point of %d ms is %s', (intervalMs, expected) => {
    expect(expand('$__interval', { intervalMs })).toBe(expected);
  });

  it.each([
    ['$__timeFilter()', 'takes 1 (the column with the time); here it has 0'],
    ['$__timeFilter', 'takes 1 (the column with the time); here it has no brackets'],
    ['$__timeFilter(a, b)', 'here it has 2'],
    [
      '$__timeGroup(a)',
      'takes 2 (the column with the time; the interval, e.g. $__interval, 1d or month); here it has 1',
    ],
    ['$__timeGroup(a, )', 'here it has an empty one'],
    ['$__timeFrom', '$__timeFrom() at line 1, column 8 takes no arguments, but brackets; here it has no brackets'],
    ['$__timeFrom(a)', 'here it has 1'],
    ['$__interval()', '$__interval at line 1, column 8 is written without brackets'],
    ['$__timeFilter(a', 'The bracket of $__timeFilter at line 1, column 8 is never closed'],
    [
      '$__unixEpochFilter(a)',
      'There is no macro $__unixEpochFilter (line 1, column 8). These can be used: $__timeFilter',
    ],
    ['$__TIMEFROM()', 'There is no macro $__TIMEFROM'],
    ["$__timeGroup(a, '1 fortnight')", 'has the interval "\'1 fortnight\'"; it takes'],
    ["$__timeGroup(a, '0d')", 'it takes $__interval'],
    ["$__timeGroup(a, '1d'' || getenv(1)')", 'it takes $__interval'],
    ['$__timeGroup(a, 999999999d)', 'it takes $__interval'],
    ['$__timeGroup(a, constructor)', 'it takes $__interval'],
    ["'$__interval'", '$__interval at line 1, column 8 stands in quotes'],
    ['$state', 'The variable $state at line 1, column 8 was not replaced'],
    ['${state:csv}', 'The variable ${state:csv} at line 1'],
    ['[[state]]', 'The variable [[state]] at line 1'],
    ["'$state'", 'The variable $state at line 1'],
    ["'${state}'", 'The variable ${state} at line 1'],
    ["'[[state]]'", 'in the browser only'],
    ['$__timeFilter($column)', 'The variable $column at line 1, column 22'],
  ])('%s is refused', (sql, message) => {
    expect(() => expand(`SELECT ${sql}`)).toThrow(QueryError);
    expect(() => expand(`SELECT ${sql}`)).toThrow(message);
  });

  it.each([
    "SELECT '$.a', '^a$', 'US$ 5', '$state and more', '[[1]]' -- $state [[x]] $__nothing(",
    'SELECT "$state", $$ $state $__timeFrom() $$, a$b, [[1, 2]], [ [x] ] /* ${state} */',
    'SELECT {a: 1}, x::INT[], 1_000, $1, ?',
  ])('leaves %s as it is', (sql) => {
    expect(expand(sql)).toBe(sql);
  });

  it('refuses statements that are too long or too deep', () => {
    expect(() => expand('x'.repeat(MAX_SQL_LENGTH + 1))).toThrow(/20001 characters; at most 20000/);
    expect(() => expand('('.repeat(MAX_BRACKETS + 1))).toThrow(/More than 60 brackets .* line 1, column 61/);
    expect(expand('('.repeat(MAX_BRACKETS))).toHaveLength(MAX_BRACKETS);
  });

  it.each([
    ['$__timeFrom()', { range: { from: Number.NaN, to: 0 } }, /years 1 to 9999/],
    ['$__timeTo()', { range: { from: 0, to: 8.64e15 } }, /years 1 to 9999/],
    ['$__timeFrom()', { range: { from: -8.64e15, to: 0 } }, /years 1 to 9999/],
    ['$__interval', { intervalMs: 0 }, /positive number/],
    ['$__interval_ms', { intervalMs: Number.POSITIVE_INFINITY }, /positive number/],
    ['$__asOf()', { asOf: "2018-01-01' OR 1=1" }, /YYYY-MM-DD/],
    ['$__asOf()', { asOf: '2018-02-30' }, /YYYY-MM-DD/],
  ])('%s refuses a context of %j', (sql, context, message) => {
    expect(() => expand(sql, context)).toThrow(QueryError);
    expect(() => expand(sql, context)).toThrow(message);
  });
});

describe('whatever the text', () => {
  it('texts and comments stay as they are, with macros between them', () => {
    fc.assert(
      fc.property(fc.array(quotedText(), { minLength: 1 }), (texts) => {
        expect(expand(texts.map((text) => `${text} $__asOf() `).join(''))).toBe(
          texts.map((text) => `${text} DATE '2018-01-31' `).join(''),
        );
      }),
    );
  });

  it('a text in an argument stays as it is', () => {
    fc.assert(
      fc.property(quotedText(), (text) => {
        expect(expand(`$__timeFilter(f(${text}, x))`)).toBe(`((f(${text}, x)) BETWEEN ${FROM} AND ${TO})`);
      }),
    );
  });

  it('either it expands or a QueryError says why not', () => {
    const pieces = fc.constantFrom(
      '$__timeFilter(',
      '$__timeGroup(',
      '$__interval',
      '$__asOf()',
      '[[',
      '${',
      ')',
      ',',
      '$x',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, sqlText(), fc.string({ unit: 'binary' }))), (parts) => {
        expect(outcome(parts.join(''))).toBe('fine');
      }),
      { numRuns: 500 },
    );
  });

  it('no range, day or interval brings in anything but a literal', () => {
    const moments = fc.integer({ min: Date.UTC(1, 0, 1) + 1e14, max: Date.UTC(9999, 0, 1) });
    fc.assert(
      fc.property(moments, moments, fc.double({ min: 0.001, max: 1e15, noNaN: true }), (from, to, intervalMs) => {
        const sql = expand('$__timeFrom()|$__timeTo()|$__interval|$__interval_ms', { range: { from, to }, intervalMs });
        const time = String.raw`TIMESTAMP '\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}'`;
        expect(sql).toMatch(new RegExp(`^${time}\\|${time}\\|INTERVAL '\\d+ [a-z]+'\\|\\d+$`));
      }),
    );
  });
});

describe('in DuckDB', () => {
  it.each([
    ["SELECT $__timeFilter(TIMESTAMP '2018-02-01 12:30:15.25') AND NOT $__timeFilter(DATE '2018-02-02')", true],
    ["SELECT $__timeGroup(DATE '2018-01-04', week) = TIMESTAMP '2018-01-01'", true],
    ["SELECT $__timeGroup(TIMESTAMP '2018-01-31 23:00:00', 1M) = TIMESTAMP '2018-01-01'", true],
    ["SELECT $__timeGroup(TIMESTAMP '2018-01-01 13:10:00', $__interval) = TIMESTAMP '2018-01-01 12:00:00'", true],
    ["SELECT $__timeFrom() + $__interval = TIMESTAMP '2018-01-01 06:00:00' AND $__asOf() = '2018-01-31'", true],
  ])('%s is %s', async (sql, expected) => {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await instance.connect();
    const rows = (await connection.runAndReadAll(expand(sql))).getRows();
    connection.closeSync();
    instance.closeSync();
    expect(rows).toEqual([[expected]]);
  });
});

function outcome(sql: string): string {
  try {
    expand(sql);
    return 'fine';
  } catch (error) {
    return error instanceof QueryError && error.message.length > 10 ? 'fine' : String(error);
  }
}
