import { QueryError } from '../../contract';
import { guardStatement } from './guard';
import { HONEST_TABLES } from './guard/testing/honest';
import { openParser, type Parser } from './guard/testing/parser';
import { expandMacros } from './macros';

const CONTEXT = {
  range: { from: Date.UTC(2018, 0, 1), to: Date.UTC(2018, 1, 5) },
  asOf: '2018-02-04',
  intervalMs: 86_400_000,
};
let parser: Parser;

beforeAll(async () => {
  parser = await openParser(HONEST_TABLES);
});

afterAll(() => {
  parser.close();
});

async function answer(sql: string): Promise<unknown[]> {
  const expanded = expandMacros(sql, CONTEXT);
  await guardStatement(expanded, parser.parse, { tables: ['fct_orders'], qualified: true });
  return parser.run(expanded);
}

it.each([
  ['SELECT order_id FROM fct_orders WHERE $__timeFilter(day) ORDER BY ALL', [1, 2]],
  ['SELECT order_id FROM fct_orders WHERE $__timeFilter(day::DATE) AND day < $__asOf() ORDER BY ALL', [1, 2]],
  ['SELECT count(*) FROM fct_orders WHERE day BETWEEN $__timeFrom() AND $__timeTo()', ['2']],
  [
    "SELECT strftime($__timeGroup(day, '1M'), '%m') AS time, sum(money) FROM fct_orders GROUP BY 1 ORDER BY 1",
    ['01', '02'],
  ],
  ['WITH t AS (SELECT $__timeGroup(day, $__interval) AS d FROM fct_orders) SELECT count(DISTINCT d) FROM t', ['3']],
  ['SELECT $__interval_ms', [86_400_000]],
  ["SELECT '$__timeFrom() -- ' || state FROM fct_orders WHERE order_id = 1 -- $__timeTo(", ['$__timeFrom() -- SP']],
])('answers %s', async (sql, expected) => {
  expect(await answer(sql)).toEqual(expected);
});

it.each([
  ["SELECT $__timeFilter((SELECT a FROM 'x.csv'))", /no table "x.csv"/],
  ['SELECT 1 -- \0\n FROM load_rejects', /character of code 0 at line 1, column 13/],
  ["SELECT $__timeFilter(getenv('HOME'))", /function "getenv"/],
  ["SELECT 1 WHERE $__timeFilter(1) IN (1)); COPY fct_orders TO 'x'; --)", /cannot be read|Only SELECT/],
  ['SELECT $__timeGroup(day, 1d); DROP TABLE fct_orders; --)', /Only SELECT/],
  ["SELECT $__timeFilter(day) FROM fct_orders, $__timeGroup(read_text('x'), 1d)", /time_bucket|read_text/],
  ["SELECT '\\' || getenv('HOME') --'", /function "getenv"|never closed/],
  ["SELECT E'\\' || getenv('HOME') --'", /never closed|cannot be read|function "getenv"/],
  ['SELECT $__timeFilter("a\') FROM fct_orders', /never closed/],
  ['SELECT $__constructor()', /no macro/],
  ['SELECT $__proto__', /no macro/],
])('refuses %s', async (sql, refusal) => {
  const answered = answer(sql);
  await expect(answered).rejects.toThrow(QueryError);
  await expect(answered).rejects.toThrow(refusal);
});
