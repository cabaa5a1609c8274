-- One row per segment then and segment now that share a customer.
SELECT
  segment_before AS from_segment,
  segment::VARCHAR AS to_segment,
  move,
  count(*)::DOUBLE AS customers,
  sum(monetary)::DOUBLE AS revenue,
  (count(*) FILTER (WHERE {gone}))::DOUBLE AS gone,
  (count(*) FILTER (WHERE {back}))::DOUBLE AS back
FROM {moved}
{where}
GROUP BY ALL
ORDER BY customers DESC, from_segment, to_segment
