-- One row: segment of the customer whose frequency and recency are nearest to the given ones.
SELECT segment
FROM {customers}
ORDER BY abs(frequency - $frequency), abs(recency_days - $recency), customer_key
LIMIT 1
