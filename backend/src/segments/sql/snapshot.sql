-- grain: one row per customer with at least one purchase up to the as-of day
--
-- Recency, frequency and monetary value as known at the end of $as_of, each scored 1 to 5 (Hughes, "Strategic Database
-- Marketing", 1994), with ties handled so that equal customers always score equally: a score is
-- 1 + floor(5 * share of customers who do strictly worse). Customers who are equal and more than a fifth of all have room
-- in several fifths (low to high): their days since the last purchase choose among them for recency, the middle for
-- monetary value. (Up to a fifth of all reach into two fifths at most, and score the lower one.) Fewer than five customers
-- have no fifths: days alone score their recency, 5 to 2 by quarters of $churn_days, and 1 from there on. Else whoever is
-- alone, or has bought when all others did, would be called lost.
-- Frequency counts purchase occasions (days with a purchase): whoever bought on one day only scores 1, and repeat customers
-- share the scores 2 to 5 by quarters among themselves, so that a shop where nearly everyone buys once does not call single
-- buyers frequent.
WITH totals AS (
  SELECT
    customer_key,
    count(*)::INTEGER AS orders,
    (count(*) FILTER (WHERE next_purchase_day IS NULL OR next_purchase_day > purchase_day))::INTEGER AS frequency,
    sum(payment_value)::DOUBLE AS monetary,
    min(purchased_at) AS first_order
  FROM fct_orders
  WHERE is_purchase AND purchase_day <= $as_of::DATE
  GROUP BY customer_key
),
latest AS (
  SELECT customer_key, state, city, purchased_at AS last_order, ($as_of::DATE - purchase_day)::INTEGER AS recency_days
  FROM fct_orders
  WHERE is_purchase
    AND purchase_day <= $as_of::DATE
    AND (next_purchase_day IS NULL OR next_purchase_day > $as_of::DATE)
),
base AS (
  SELECT latest.*, totals.orders, totals.frequency, totals.monetary, totals.first_order
  FROM latest JOIN totals USING (customer_key)
),
recency_scores AS (
  SELECT
    recency_days,
    (CASE
      WHEN everyone < 5 THEN by_days
      WHEN 5 * n > everyone THEN greatest(low, least(high, by_days))
      ELSE low
    END)::TINYINT AS recency_score
  FROM (
    SELECT
      *,
      1 + 5 * worse // everyone AS low,
      (5 * (worse + n) + everyone - 1) // everyone AS high,
      5 - least(4, 4 * recency_days // $churn_days::INTEGER) AS by_days
    FROM (
      SELECT
        recency_days,
        n,
        coalesce(sum(n) OVER (ORDER BY recency_days DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS worse,
        sum(n) OVER () AS everyone
      FROM (SELECT recency_days, count(*) AS n FROM base GROUP BY recency_days)
    )
  )
),
frequency_scores AS (
  SELECT frequency, CASE WHEN frequency = 1 THEN 1 ELSE 2 + least(3, floor(4 * worse / repeaters)) END::TINYINT AS frequency_score
  FROM (
    SELECT
      frequency,
      coalesce(
        sum(n) FILTER (WHERE frequency > 1)
          OVER (ORDER BY frequency ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS worse,
      sum(n) FILTER (WHERE frequency > 1) OVER () AS repeaters
    FROM (SELECT frequency, count(*) AS n FROM base GROUP BY frequency)
  )
),
monetary_scores AS (
  SELECT monetary, ((1 + 5 * worse // everyone + (5 * (worse + n) + everyone - 1) // everyone) // 2)::TINYINT AS monetary_score
  FROM (
    SELECT
      monetary,
      n,
      coalesce(sum(n) OVER (ORDER BY monetary ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS worse,
      sum(n) OVER () AS everyone
    FROM (SELECT monetary, count(*) AS n FROM base GROUP BY monetary)
  )
)
SELECT
  base.customer_key,
  dim_customers.customer_id,
  base.state,
  base.city,
  base.recency_days,
  base.frequency,
  base.orders,
  base.monetary,
  recency_score,
  frequency_score,
  monetary_score,
  list_extract($grid, ((recency_score - 1) * 5 + frequency_score)::INTEGER)::ENUM ({segments}) AS segment,
  (CASE WHEN base.recency_days >= $churn_days THEN 'churned' ELSE 'active' END)::ENUM ('active', 'churned') AS status,
  base.first_order,
  base.last_order
FROM base
JOIN dim_customers USING (customer_key)
JOIN recency_scores USING (recency_days)
JOIN frequency_scores USING (frequency)
JOIN monetary_scores USING (monetary)
