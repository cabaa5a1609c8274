-- Deliveries and reviews of the orders of sliding windows, each counted from the window by whose end it had happened.
-- One row per bucket of the purchase and bucket of the delivery or review.
SELECT bucket, known_bucket, sum(delivered)::DOUBLE AS delivered, sum(on_time)::DOUBLE AS on_time,
  sum(reviewed)::DOUBLE AS reviewed, sum(review_sum)::DOUBLE AS review_sum
FROM (
  SELECT
    least(floor((epoch_ms(purchased_at) - $start) / $bucket), 2 * $steps - 1)::INTEGER AS bucket,
    floor((epoch_ms(delivered_at) - $start) / $bucket)::INTEGER AS known_bucket,
    1 AS delivered, on_time::INTEGER AS on_time, 0 AS reviewed, 0 AS review_sum
  FROM ({orders})
  WHERE delivered_at IS NOT NULL AND on_time IS NOT NULL
  UNION ALL
  SELECT
    least(floor((epoch_ms(purchased_at) - $start) / $bucket), 2 * $steps - 1)::INTEGER AS bucket,
    floor((epoch_ms(reviewed_at) - $start) / $bucket)::INTEGER AS known_bucket,
    0, 0, 1, review_score
  FROM ({orders})
  WHERE reviewed_at IS NOT NULL AND review_score IS NOT NULL
)
GROUP BY 1, 2
