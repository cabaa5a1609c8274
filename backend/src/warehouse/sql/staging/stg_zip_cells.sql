-- grain: one row per zip prefix, place name and cell of a thousandth of a degree (about 110 m), with its number of points
select
  geolocation_zip_code_prefix as zip_prefix,
  geolocation_city as city,
  geolocation_state as state,
  cast(round(geolocation_lat * 1000) as integer) as lat_cell,
  cast(round(geolocation_lng * 1000) as integer) as lng_cell,
  count(*) as points
from raw_geolocation
group by all
