-- grain: one row per row of stg_products, with the reason to refuse it, if there is one
select
  rowid as row_id,
  case
    when product_id is null then 'product_id is missing'
  end as reason
from stg_products
