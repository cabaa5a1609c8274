-- grain: one row per order and payment type
select order_key, payment_type, sum(value) as value, max(instalments) as instalments
from fct_order_payments
group by order_key, payment_type
