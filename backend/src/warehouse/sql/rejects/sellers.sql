-- grain: one row per row of stg_sellers, with the reason to refuse it, if there is one
select
  rowid as row_id,
  case
    when seller_id is null then 'seller_id is missing'
  end as reason
from stg_sellers
