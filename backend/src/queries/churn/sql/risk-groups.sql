-- One row per group of scored customers with every risk measure, in the order of one measure.
SELECT
  {dimension} AS group_name,
  count(*)::DOUBLE AS customers,
  avg(churn_probability) AS mean_churn_probability,
  sum(1 - churn_probability) AS expected_returners,
  (count(*) FILTER (WHERE band = 'high'))::DOUBLE AS high_risk_customers,
  avg((band = 'high')::INTEGER) AS high_risk_share,
  sum(revenue_at_risk) AS revenue_at_risk,
  coalesce(sum(revenue_at_risk) FILTER (WHERE band = 'high'), 0) AS high_risk_revenue,
  sum(expected_revenue) AS expected_revenue
FROM {customers}
{where}
GROUP BY 1
ORDER BY {order}, group_name
{limit}
