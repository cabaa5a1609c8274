SELECT
  o.order_id,
  i.item_number AS order_item_id,
  i.product_id,
  i.seller_id,
  i.shipping_limit_at AS shipping_limit_date,
  i.price,
  i.freight AS freight_value
FROM generation.fct_order_items AS i
JOIN base_orders AS o ON o.order_key = i.order_key
