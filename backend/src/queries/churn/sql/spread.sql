-- One row: how recency, frequency and monetary value of all customers spread.
SELECT
  max(recency_days)::DOUBLE AS recency_most,
  max(frequency)::DOUBLE AS frequency_most,
  max(monetary)::DOUBLE AS monetary_most,
  quantile_cont(monetary, 0.01)::DOUBLE AS monetary_low,
  quantile_cont(monetary, 0.99)::DOUBLE AS monetary_high
FROM {customers}
