-- grain: one row per row of stg_sellers and reason to refuse it
with judged as (
  select
    rowid as row_id,
    case
      when seller_id is null then 'seller_id is missing'
    end as reason
  from stg_sellers
),
twice as (
  select seller_id, min(rowid) as first_row from stg_sellers group by seller_id having count(*) > 1
)
select row_id, reason from judged where reason is not null
union all
select s.rowid, 'seller_id occurs more than once (the first row is kept)'
from stg_sellers s
join twice t on t.seller_id = s.seller_id
where s.rowid > t.first_row
