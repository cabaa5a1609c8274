import { commonTables, tablesRead } from './tables';
import { tokenize } from './tokens';

const read = (sql: string) => tablesRead(tokenize(sql)).map(({ table, alias }) => `${table} ${alias}`);

describe('the tables that a statement reads', () => {
  it.each([
    ['SELECT * FROM fct_orders', ['fct_orders fct_orders']],
    ['FROM fct_orders o WHERE x', ['fct_orders o']],
    ['from "fct_orders" as "o", main.dim_sellers s', ['fct_orders o', 'dim_sellers s']],
    ['FROM a LEFT JOIN b ON a.x = b.x JOIN c USING (y)', ['a a', 'b b', 'c c']],
    ['SELECT (SELECT max(x) FROM b) FROM a -- FROM c', ['b b', 'a a']],
    ['FROM (SELECT * FROM inner_one) t', ['inner_one inner_one']],
    ['FROM range(3) r, a', ['a a']],
    ['PIVOT a ON state USING sum(x)', ['a a']],
    ['SELECT a, b WHERE c IN (d, e) GROUP BY f, g', []],
    ["SELECT 'FROM a'", []],
    ['SELECT * FROM', []],
  ])('%s', (sql, expected) => {
    expect(read(sql)).toEqual(expected);
  });

  it('are beside those that it defines itself', () => {
    const tokens = tokenize('WITH a AS (SELECT x AS y FROM t), b AS MATERIALIZED (FROM a) SELECT z AS (1) FROM b');
    expect(commonTables(tokens)).toEqual(['a', 'b']);
    expect(commonTables(tokenize('SELECT x AS a FROM t'))).toEqual([]);
  });
});
