-- grain: one row per customer_id; the shop gives each order a customer_id of its own, the person is customer_unique_id
select
  customer_id,
  customer_unique_id,
  customer_zip_code_prefix as zip_prefix,
  coalesce(customer_city, '(unknown)') as city,
  coalesce(upper(customer_state), '(unknown)') as state
from raw_customers
