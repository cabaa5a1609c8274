-- grain: one row per row of stg_products and reason to refuse it
with judged as (
  select
    rowid as row_id,
    case
      when product_id is null then 'product_id is missing'
    end as reason
  from stg_products
),
twice as (
  select product_id, min(rowid) as first_row from stg_products group by product_id having count(*) > 1
)
select row_id, reason from judged where reason is not null
union all
select s.rowid, 'product_id occurs more than once (the first row is kept)'
from stg_products s
join twice t on t.product_id = s.product_id
where s.rowid > t.first_row
