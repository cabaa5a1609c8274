-- grain: one row per state, segment, risk band and status that scored customers of a day have
--
-- All that sums and means over these customers are made from, in a few hundred rows instead of one per customer.
SELECT
  state,
  segment::VARCHAR AS segment,
  band::VARCHAR AS band,
  status::VARCHAR AS status,
  count(*)::DOUBLE AS customers,
  sum(churn_probability) AS churn,
  sum(revenue_at_risk) AS revenue_at_risk,
  sum(expected_revenue) AS expected_revenue
FROM {customers}
GROUP BY ALL
ORDER BY ALL
