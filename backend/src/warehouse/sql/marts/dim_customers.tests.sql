-- test: dim_customers has one row per customer_key, numbered without gaps
select count(*) as rows_found, min(customer_key) as lowest, max(customer_key) as highest
from dim_customers
having count(*) <> max(customer_key) or min(customer_key) <> 1 or count(distinct customer_key) <> count(*);

-- test: every person in dim_customers has an id, a state and a city
select customer_key from dim_customers where customer_id is null or state is null or city is null;

-- test: every person in dim_customers is there once
select customer_id from dim_customers group by customer_id having count(*) > 1;
