-- grain: one row per customer with at least one purchase up to the as-of day
--
-- The customers' snapshot with the scores that were computed outside the database.
CREATE TABLE {table} AS
SELECT
  snapshot.*,
  churn_probability,
  list_extract([{bands}], band::INTEGER + 1)::ENUM ({bands}) AS band,
  relative_odds,
  value_if_returns,
  expected_revenue,
  revenue_at_risk,
  matrix_row
FROM {snapshot} AS snapshot
JOIN {scores} AS scores USING (customer_key)
