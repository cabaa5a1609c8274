-- grain: one row per zip prefix and cell of a hundredth of a degree (about 1 km), with the mean of its points
select
  geolocation_zip_code_prefix as zip_prefix,
  cast(geolocation_lat * 100 as integer) as lat_cell,
  cast(geolocation_lng * 100 as integer) as lng_cell,
  sum(geolocation_lat) / count(*) as lat,
  sum(geolocation_lng) / count(*) as lng,
  min(geolocation_city) as city,
  min(geolocation_state) as state,
  count(*) as points
from raw_geolocation
group by geolocation_zip_code_prefix, lat_cell, lng_cell
