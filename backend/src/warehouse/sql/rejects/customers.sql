-- grain: one row per row of stg_customers and reason to refuse it
with judged as (
  select
    rowid as row_id,
    case
      when customer_id is null then 'customer_id is missing'
      when customer_unique_id is null then 'customer_unique_id is missing'
    end as reason
  from stg_customers
),
twice as (
  select customer_id, min(rowid) as first_row from stg_customers group by customer_id having count(*) > 1
)
select row_id, reason from judged where reason is not null
union all
select s.rowid, 'customer_id occurs more than once (the first row is kept)'
from stg_customers s
join twice t on t.customer_id = s.customer_id
where s.rowid > t.first_row
