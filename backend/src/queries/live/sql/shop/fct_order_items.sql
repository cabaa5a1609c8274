-- grain: one row per item of an order of the shop as it is now; those of orders that were replaced belong to no order
SELECT order_key, category, seller_id FROM generation.fct_order_items
UNION ALL
SELECT order_key, category, seller_id FROM live_items
