-- grain: one row per order: of customers whom events have touched as they are now, of all others as the generation has them
SELECT {columns}
FROM generation.fct_orders AS o
ANTI JOIN changed ON changed.customer_key = o.customer_key
UNION ALL
SELECT {columns}
FROM live_orders
