-- One row per segment that has customers, in the order of the grid's best to most endangered ($segments).
SELECT
  segment,
  count(*)::DOUBLE AS customers,
  count(*) / sum(count(*)) OVER () AS customer_share,
  round(sum(monetary), 2) AS revenue,
  coalesce(sum(monetary) / nullif(sum(sum(monetary)) OVER (), 0), 0) AS revenue_share,
  (count(*) FILTER (WHERE status = 'churned')) / count(*) AS churned_share,
  avg(recency_days) AS mean_recency_days,
  avg(frequency) AS mean_frequency,
  avg(monetary) AS mean_monetary
FROM {snapshot}
{where}
GROUP BY segment
ORDER BY list_position($segments::VARCHAR[], segment)
