-- Distinct customers of each sliding window, without counting each window apart: a customer's purchases fall into
-- buckets; bucket b, followed by that customer's next bucket n, is the latest one of window i when
-- b < i + steps <= n, and lies inside it when b >= i. So it adds one customer to windows max(0, b - steps + 1) to
-- min(b, n - steps). One row per first and last window, with the number of customers.
WITH seen AS (
  SELECT DISTINCT
    customer_key,
    -- A purchase at the very last moment of the range belongs into the last bucket.
    least(floor((epoch_ms(purchased_at) - $start) / $bucket), 2 * $steps - 1)::INTEGER AS bucket
  FROM fct_sales
  {where}
),
followed AS (
  SELECT bucket, lead(bucket) OVER (PARTITION BY customer_key ORDER BY bucket) AS next_bucket
  FROM seen
)
SELECT
  greatest(0, bucket - $steps + 1)::INTEGER AS first_window,
  least(bucket, $steps, coalesce(next_bucket - $steps, $steps))::INTEGER AS last_window,
  count(*)::DOUBLE AS customers
FROM followed
GROUP BY 1, 2
