SELECT
  o.order_id,
  p.payment_number AS payment_sequential,
  p.payment_type,
  p.instalments AS payment_installments,
  p.value AS payment_value
FROM generation.fct_order_payments AS p
JOIN base_orders AS o ON o.order_key = p.order_key
