-- One row per group with every risk measure, in the order of one measure; from a row per scored customer, or from totals
-- of many (churn/scoring/totals.sql): both have the columns customers, churn, revenue_at_risk and expected_revenue to sum.
SELECT
  {dimension} AS group_name,
  sum(customers)::DOUBLE AS customers,
  sum(churn) / sum(customers) AS mean_churn_probability,
  sum(customers - churn) AS expected_returners,
  coalesce(sum(customers) FILTER (WHERE band = 'high'), 0)::DOUBLE AS high_risk_customers,
  coalesce(sum(customers) FILTER (WHERE band = 'high'), 0) / sum(customers) AS high_risk_share,
  sum(revenue_at_risk) AS revenue_at_risk,
  coalesce(sum(revenue_at_risk) FILTER (WHERE band = 'high'), 0) AS high_risk_revenue,
  sum(expected_revenue) AS expected_revenue
FROM {customers}
{where}
GROUP BY 1
ORDER BY {order}, group_name
{limit}
