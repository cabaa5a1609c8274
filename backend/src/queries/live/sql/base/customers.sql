-- The files give each order a customer of its own: the order's id stands for that one's.
SELECT
  order_id AS customer_id,
  customer_unique_id,
  NULL::VARCHAR AS customer_zip_code_prefix,
  nullif(city, '(unknown)') AS customer_city,
  nullif(state, '(unknown)') AS customer_state
FROM base_orders
