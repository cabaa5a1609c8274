-- One row: how recency, frequency and monetary value of all customers spread.
SELECT
  recency_most,
  frequency_most,
  monetary_most,
  monetary_share[1] AS monetary_low,
  monetary_share[2] AS monetary_high
FROM (
  SELECT
    max(recency_days)::DOUBLE AS recency_most,
    max(frequency)::DOUBLE AS frequency_most,
    max(monetary)::DOUBLE AS monetary_most,
    quantile_cont(monetary::DOUBLE, [0.01, 0.99]) AS monetary_share
  FROM {customers}
)
