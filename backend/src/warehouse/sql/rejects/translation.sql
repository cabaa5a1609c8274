-- grain: one row per row of stg_translation, with the reason to refuse it, if there is one
select
  rowid as row_id,
  case
    when product_category_name is null then 'product_category_name is missing'
  end as reason
from stg_translation
