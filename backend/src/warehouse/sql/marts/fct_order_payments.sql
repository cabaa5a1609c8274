-- grain: one row per payment of an order
-- order_key: the order, see fct_orders
-- payment_number: number of the payment within its order, from 1
-- payment_type: credit_card, boleto, voucher, debit_card or not_defined
-- instalments: number of instalments chosen
-- value: amount paid
select order_key, payment_number, payment_type, instalments, value
from stg_order_payments
