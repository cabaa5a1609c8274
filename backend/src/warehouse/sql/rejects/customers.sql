-- grain: one row per row of stg_customers, with the reason to refuse it, if there is one
select
  rowid as row_id,
  case
    when customer_id is null then 'customer_id is missing'
    when customer_unique_id is null then 'customer_unique_id is missing'
  end as reason
from stg_customers
