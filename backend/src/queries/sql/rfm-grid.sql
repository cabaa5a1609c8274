-- One row per cell of the grid that has customers.
SELECT
  recency_score::DOUBLE AS recency_score,
  frequency_score::DOUBLE AS frequency_score,
  any_value(segment) AS segment,
  count(*)::DOUBLE AS customers,
  round(sum(monetary), 2) AS revenue
FROM {snapshot}
{where}
GROUP BY recency_score, frequency_score
ORDER BY recency_score, frequency_score
