-- One row per bucket that has customers. Buckets begin at $edges, which ascend from at most the least value.
SELECT edge, count(*)::DOUBLE AS customers
FROM {customers} everyone
ASOF JOIN (SELECT unnest($edges::VARCHAR[]::DOUBLE[]) AS edge) edges ON everyone.{figure}::DOUBLE >= edges.edge
GROUP BY edge
