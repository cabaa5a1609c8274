-- One row: the shares of all customers, and of those of the same segment, who do worse than one customer.
SELECT
  avg((everyone.recency_days > own.recency_days)::INTEGER) AS recency_percentile,
  avg((everyone.frequency < own.frequency)::INTEGER) AS frequency_percentile,
  avg((everyone.monetary < own.monetary)::INTEGER) AS monetary_percentile,
  avg((everyone.recency_days > own.recency_days)::INTEGER)
    FILTER (WHERE everyone.segment = own.segment) AS recency_segment_percentile,
  avg((everyone.frequency < own.frequency)::INTEGER)
    FILTER (WHERE everyone.segment = own.segment) AS frequency_segment_percentile,
  avg((everyone.monetary < own.monetary)::INTEGER)
    FILTER (WHERE everyone.segment = own.segment) AS monetary_segment_percentile
FROM {customers} everyone
CROSS JOIN (SELECT recency_days, frequency, monetary, segment FROM {customers} WHERE customer_key = $customer_key) own
