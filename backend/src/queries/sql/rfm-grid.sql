-- One row per cell of the grid that has customers.
SELECT
  recency_score,
  frequency_score,
  any_value(segment) AS segment,
  count(*)::DOUBLE AS customers,
  sum(monetary)::DOUBLE AS revenue,
  (count(*) FILTER (WHERE status = 'churned'))::DOUBLE AS churned,
  sum(recency_days)::DOUBLE AS recency_days,
  sum(frequency)::DOUBLE AS frequency
FROM {customers}
{where}
GROUP BY recency_score, frequency_score
ORDER BY recency_score, frequency_score
