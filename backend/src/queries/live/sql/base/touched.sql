-- grain: one row per customer of $ids, and per person in the files whose order an event of theirs names
SELECT ids.customer_id, d.customer_key
FROM (
  SELECT unnest($ids::VARCHAR[]) AS customer_id
  UNION
  SELECT owners.customer_id
  FROM generation.fct_orders AS o
  JOIN generation.dim_customers AS owners ON owners.customer_key = o.customer_key
  WHERE o.order_id IN (SELECT unnest($order_ids::VARCHAR[]))
) AS ids
LEFT JOIN generation.dim_customers AS d ON d.customer_id = ids.customer_id
