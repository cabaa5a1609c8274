-- test: fct_order_payments has one row per order and payment number
select order_key, payment_number from fct_order_payments group by order_key, payment_number having count(*) > 1;

-- test: every payment has an order, a type and a value
select order_key, payment_number
from fct_order_payments
where order_key is null or payment_number is null or payment_type is null or value is null;
