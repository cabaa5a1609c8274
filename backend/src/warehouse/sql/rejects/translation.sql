-- grain: one row per row of stg_translation and reason to refuse it
with judged as (
  select
    rowid as row_id,
    case
      when product_category_name is null then 'product_category_name is missing'
    end as reason
  from stg_translation
),
twice as (
  select product_category_name, min(rowid) as first_row from stg_translation group by product_category_name having count(*) > 1
)
select row_id, reason from judged where reason is not null
union all
select s.rowid, 'product_category_name occurs more than once (the first row is kept)'
from stg_translation s
join twice t on t.product_category_name = s.product_category_name
where s.rowid > t.first_row
