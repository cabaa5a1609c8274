-- One row per customer at the as-of day, with where that customer was some days before. Up is towards the first segment.
SELECT
  later.*,
  coalesce(earlier.segment::VARCHAR, $not_yet) AS segment_before,
  earlier.status::VARCHAR AS status_before,
  CASE
    WHEN earlier.segment IS NULL THEN 'new'
    WHEN later.segment = earlier.segment THEN 'stayed'
    WHEN enum_code(later.segment) < enum_code(earlier.segment) THEN 'up'
    ELSE 'down'
  END AS move
FROM {later} AS later
LEFT JOIN {earlier} AS earlier USING (customer_key)
