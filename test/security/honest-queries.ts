type Row = Record<string, unknown>;
type Check = (rows: Row[]) => void;

const some: Check = (rows) => expect(rows.length).toBeGreaterThan(0);
const count =
  (length: number): Check =>
  (rows) =>
    expect(rows).toHaveLength(length);
const is =
  (row: Row): Check =>
  (rows) =>
    expect(rows).toEqual([row]);
const between =
  (column: string, low: number, high: number): Check =>
  (rows) => {
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(Number(row[column])).toBeGreaterThanOrEqual(low);
      expect(Number(row[column])).toBeLessThanOrEqual(high);
    }
  };

/** Queries of analysts over the sample's marts, as people and their tools write them, each with what must come of it. */
export const HONEST_QUERIES: readonly (readonly [sql: string, check: Check])[] = [
  ['SELECT count(*) AS n FROM fct_orders', between('n', 10_000, 15_000)],
  ['FROM fct_orders SELECT state, count(*) AS n GROUP BY ALL ORDER BY n DESC LIMIT 5', count(5)],
  [
    'SELECT count(*) AS n FROM fct_orders WHERE is_purchase AND $__timeFilter(purchased_at)',
    between('n', 1_000, 12_000),
  ],
  [
    'SELECT $__timeGroup(purchased_at, month) AS time, sum(payment_value) AS v FROM fct_orders WHERE $__timeFilter(purchased_at) AND is_purchase GROUP BY 1 ORDER BY 1',
    between('v', 100, 1_000_000),
  ],
  ["SELECT $__timeGroup(purchased_at, '1w') AS time, count(*) AS n FROM fct_orders GROUP BY 1", between('n', 1, 2_000)],
  ['SELECT $__timeGroup(purchased_at, $__interval) AS time, count(*) AS n FROM fct_orders GROUP BY 1', some],
  ['SELECT $__timeFrom() < $__timeTo() AS a, $__interval_ms AS ms', is({ a: true, ms: 86_400_000 })],
  ['SELECT count(*) AS n FROM fct_orders WHERE purchased_at > $__timeTo() - $__interval * 30', between('n', 1, 2_000)],
  ["SELECT date_diff('day', $__asOf(), DATE $$2018-12-31$$) > 0 AS before", is({ before: true })],
  ['SELECT count(DISTINCT "customer_key") AS "Customers" FROM "fct_orders"', between('Customers', 5_000, 12_000)],
  [
    `SELECT "source"."state" AS "state", COUNT(*) AS "count" FROM (SELECT * FROM fct_orders) AS "source" GROUP BY "source"."state" ORDER BY "source"."state" ASC LIMIT 1048575`,
    between('count', 1, 12_000),
  ],
  ['SELECT * FROM (SELECT * FROM fct_orders) AS virtual_table LIMIT 1000', count(1_000)],
  [
    'WITH m AS (SELECT date_trunc($$month$$, purchased_at) AS m, sum(payment_value) AS v FROM fct_orders GROUP BY 1) SELECT m, v, v / lag(v) OVER (ORDER BY m) - 1 AS growth FROM m ORDER BY m',
    some,
  ],
  [
    'WITH firsts AS (SELECT customer_key, min(purchase_day) AS f FROM fct_orders GROUP BY 1) SELECT date_trunc($$month$$, f) AS cohort, date_diff($$month$$, f, purchase_day) AS age, count(DISTINCT customer_key) AS n FROM fct_orders JOIN firsts USING (customer_key) GROUP BY ALL',
    between('n', 1, 5_000),
  ],
  [
    'WITH RECURSIVE days(d) AS (SELECT DATE $$2018-01-01$$ UNION ALL SELECT d + 1 FROM days WHERE d < DATE $$2018-01-31$$) SELECT count(*) AS n FROM days',
    is({ n: 31 }),
  ],
  [
    `SELECT d::DATE AS d, count(o.order_key) AS n FROM generate_series(DATE '2018-01-01', DATE '2018-01-31', INTERVAL 1 DAY) g(d) LEFT JOIN fct_orders o ON o.purchase_day = d::DATE GROUP BY 1 ORDER BY 1`,
    count(31),
  ],
  [`SELECT unnest(range(DATE '2018-01-01', DATE '2018-07-01', INTERVAL 1 MONTH)) AS m`, count(6)],
  [
    'SELECT day, avg(revenue) OVER (ORDER BY day RANGE BETWEEN INTERVAL 6 DAYS PRECEDING AND CURRENT ROW) AS week FROM dim_days WHERE is_regular',
    between('week', 0, 100_000),
  ],
  ['SELECT day, sum(revenue) OVER w AS so_far FROM dim_days WINDOW w AS (ORDER BY day) ORDER BY day', some],
  [
    'SELECT state, payment_value FROM fct_orders QUALIFY row_number() OVER (PARTITION BY state ORDER BY payment_value DESC) = 1',
    between('payment_value', 1, 100_000),
  ],
  ['SELECT DISTINCT ON (state) state, purchased_at FROM fct_orders ORDER BY state, purchased_at DESC', some],
  [
    'SELECT state, sum(payment_value) / sum(sum(payment_value)) OVER () AS share FROM fct_orders GROUP BY state',
    between('share', 0, 1),
  ],
  ['SELECT ntile(10) OVER (ORDER BY payment_value) AS tenth FROM fct_orders', between('tenth', 1, 10)],
  [
    'SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY payment_value) AS median, quantile_cont(payment_value, 0.9) AS high FROM fct_orders',
    between('median', 50, 300),
  ],
  ['SELECT corr(item_value, freight_value) AS r, stddev(item_value) AS s FROM fct_orders', between('r', -1, 1)],
  ['SELECT count(*) FILTER (WHERE on_time) / count(*) AS share FROM fct_orders', between('share', 0.3, 1)],
  ['SELECT count_if(review_score >= 4) / count(review_score) AS share FROM fct_orders', between('share', 0.3, 1)],
  ['SELECT arg_max(order_id, payment_value) AS dearest, mode(state) AS state FROM fct_orders', count(1)],
  [
    'SELECT histogram(review_score) AS h, approx_count_distinct(city) AS cities FROM fct_orders',
    between('cities', 2, 5_000),
  ],
  ["SELECT string_agg(DISTINCT state, ', ' ORDER BY state) AS states FROM dim_sellers", count(1)],
  [
    'SELECT state, grouping(state) AS total, count(*) AS n FROM fct_orders GROUP BY ROLLUP (state)',
    between('total', 0, 1),
  ],
  ['SELECT state, status, count(*) AS n FROM fct_orders GROUP BY GROUPING SETS ((state), (status), ())', some],
  ['SELECT state, status, count(*) AS n FROM fct_orders GROUP BY CUBE (state, status)', some],
  [
    "PIVOT fct_orders ON status IN ('delivered', 'canceled') USING count(*) GROUP BY state",
    between('delivered', 0, 12_000),
  ],
  ["SELECT * FROM fct_order_payments PIVOT (sum(value) FOR payment_type IN ('boleto', 'voucher')) LIMIT 10", count(10)],
  [
    'UNPIVOT (SELECT sum(item_value) AS items, sum(freight_value) AS freight FROM fct_orders) ON items, freight INTO NAME what VALUE v',
    count(2),
  ],
  [
    'SELECT * EXCLUDE (message, title) REPLACE (score * 2 AS score) FROM fct_order_reviews LIMIT 3',
    between('score', 2, 10),
  ],
  ["SELECT min(COLUMNS('.*_value')) FROM fct_orders", count(1)],
  ['SELECT * FROM fct_orders USING SAMPLE 10 ROWS', count(10)],
  ['SELECT count(*) AS n FROM fct_orders TABLESAMPLE reservoir(50 ROWS) REPEATABLE (7)', is({ n: 50 })],
  [
    'SELECT count(*) AS n FROM fct_orders o ASOF JOIN fct_order_reviews r ON o.order_key = r.order_key AND r.created_at >= o.purchased_at',
    between('n', 1_000, 15_000),
  ],
  ['SELECT count(*) AS n FROM fct_orders ANTI JOIN fct_order_reviews USING (order_key)', between('n', 0, 5_000)],
  ['SELECT count(*) AS n FROM fct_orders SEMI JOIN dim_customers USING (customer_key)', between('n', 10_000, 15_000)],
  [
    "SELECT state FROM dim_customers UNION SELECT state FROM dim_sellers EXCEPT SELECT 'SP' ORDER BY 1",
    (rows) => expect(rows.map(({ state }) => state)).not.toContain('SP'),
  ],
  ['SELECT state FROM dim_sellers INTERSECT SELECT state FROM dim_customers', some],
  [
    `SELECT '{"a":{"b":[1,2]}}'::JSON ->> '$.a.b[1]' AS second, json_array_length(json_group_array(state)) AS n FROM (SELECT DISTINCT state FROM dim_sellers)`,
    (rows) => expect(rows[0]).toMatchObject({ second: '2' }),
  ],
  [`SELECT key, value FROM json_each('{"a": 1, "b": 2}')`, count(2)],
  [
    "SELECT upper(left(city, 3)) AS c, regexp_replace(city, '[aeiou]', '', 'g') AS r, city ILIKE 'sao%' AS s, lpad(zip_prefix, 8, '0') AS z FROM dim_customers LIMIT 5",
    count(5),
  ],
  [
    "SELECT strftime(purchased_at, '%Y-%m') AS m, dayname(purchased_at) AS d, extract(hour FROM purchased_at) AS h FROM fct_orders",
    between('h', 0, 23),
  ],
  [
    "SELECT avg(date_diff('day', purchased_at, delivered_at)) AS days FROM fct_orders WHERE delivered_at IS NOT NULL",
    between('days', 1, 60),
  ],
  ["SELECT purchased_at AT TIME ZONE 'America/Sao_Paulo' AS t FROM fct_orders LIMIT 3", count(3)],
  [
    'SELECT list_transform([1, 2, 3], x -> x * 2)::VARCHAR AS l, [y FOR y IN range(9) IF y % 2 = 0]::VARCHAR AS e',
    count(1),
  ],
  ['SELECT floor(payment_value / 50) * 50 AS bin, count(*) AS n FROM fct_orders GROUP BY 1 ORDER BY 1', some],
  ['SELECT * FROM (VALUES (1, $$a$$), (2, $$b$$)) AS v(id, name)', count(2)],
  [
    'SELECT c.state, t.n FROM (SELECT DISTINCT state FROM dim_customers) c, LATERAL (SELECT count(*) AS n FROM fct_orders o WHERE o.state = c.state) t',
    between('n', 1, 12_000),
  ],
  [
    'SELECT TRY_CAST(city AS INTEGER) AS n, TRY(1 / 0) AS z, coalesce(NULL, 1) AS c FROM dim_customers LIMIT 1',
    count(1),
  ],
  [
    "SELECT seller_state, category, sum(revenue) AS v FROM fct_sales WHERE state IN ('SP', 'RJ') GROUP BY ALL HAVING v > 100 ORDER BY v DESC LIMIT 10",
    count(10),
  ],
  ["SELECT '$__timeFilter(x) -- no comment' AS text /* $__nothing( */ -- $state", count(1)],
];
