-- test: fct_order_items has one row per order and item number
select order_key, item_number from fct_order_items group by order_key, item_number having count(*) > 1;

-- test: every item has an order, a price and a freight
select order_key, item_number
from fct_order_items
where order_key is null or item_number is null or price is null or freight is null;
