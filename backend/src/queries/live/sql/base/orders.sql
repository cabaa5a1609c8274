-- The touched customers' orders as the generation has them.
SELECT
  o.order_key,
  o.order_id,
  o.order_id AS customer_id,
  t.customer_id AS customer_unique_id,
  o.city,
  o.state,
  o.status AS order_status,
  o.purchased_at AS order_purchase_timestamp,
  o.approved_at AS order_approved_at,
  o.carrier_at AS order_delivered_carrier_date,
  o.delivered_at AS order_delivered_customer_date,
  o.estimated_day::TIMESTAMP AS order_estimated_delivery_date
FROM generation.fct_orders AS o
JOIN touched AS t ON t.customer_key = o.customer_key
