-- One row per segment then and segment now that share a customer.
SELECT
  coalesce(earlier.segment::VARCHAR, $not_yet) AS from_segment,
  later.segment::VARCHAR AS to_segment,
  count(*)::DOUBLE AS customers,
  sum(later.monetary)::DOUBLE AS revenue
FROM (SELECT * FROM {later} {where}) AS later
LEFT JOIN {earlier} AS earlier USING (customer_key)
GROUP BY ALL
ORDER BY customers DESC, from_segment, to_segment
