-- grain: one row per seller
select
  seller_id,
  seller_zip_code_prefix as zip_prefix,
  coalesce(seller_city, '(unknown)') as city,
  coalesce(upper(seller_state), '(unknown)') as state
from raw_sellers
