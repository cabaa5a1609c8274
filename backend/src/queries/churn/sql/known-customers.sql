-- Up to two of all persons whose id begins with $search, the one with exactly this id first, with the day of the first
-- purchase.
SELECT
  {shown} AS shown_id,
  (
    SELECT strftime(min(purchase_day), '%Y-%m-%d')
    FROM fct_orders
    WHERE fct_orders.customer_key = dim_customers.customer_key AND is_purchase
  ) AS first_purchase
FROM dim_customers
WHERE starts_with(customer_id, $search)
ORDER BY customer_id = $search DESC, customer_id
LIMIT 2
