-- One row per bucket that has customers, by where it begins. {edge} finds it: a list of ours, which DuckDB walks faster
-- than it joins.
SELECT {edge} AS edge, count(*)::DOUBLE AS customers
FROM {customers}
GROUP BY 1
