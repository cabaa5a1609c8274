-- One row per class of value and risk band that has customers. Who is worth nothing is of low value.
SELECT
  CASE
    WHEN {value} > 0 AND {value} >= $high_from::DOUBLE THEN 'high_value'
    WHEN {value} > 0 AND {value} >= $medium_from::DOUBLE THEN 'medium_value'
    ELSE 'low_value'
  END AS value_class,
  band::VARCHAR AS band,
  count(*)::DOUBLE AS customers,
  sum(monetary) AS revenue,
  sum(revenue_at_risk) AS revenue_at_risk,
  sum(expected_revenue) AS expected_revenue,
  avg(churn_probability) AS mean_churn_probability
FROM {customers}
{where}
GROUP BY 1, 2
