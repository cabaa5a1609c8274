-- grain: one row per zip prefix of the geolocation file
-- zip_prefix: first digits of the zip code
-- lat: median latitude of its points, in degrees, to about 110 m
-- lng: median longitude of its points, in degrees, to about 110 m
-- city: the city named most often for it
-- state: the state named most often for it
-- points: number of points in the file
with lat_steps as (
  select
    zip_prefix,
    lat_cell,
    sum(sum(points)) over (partition by zip_prefix order by lat_cell) as points_up_to,
    sum(sum(points)) over (partition by zip_prefix) as points
  from stg_zip_cells
  group by zip_prefix, lat_cell
),
lng_steps as (
  select
    zip_prefix,
    lng_cell,
    sum(sum(points)) over (partition by zip_prefix order by lng_cell) as points_up_to,
    sum(sum(points)) over (partition by zip_prefix) as points
  from stg_zip_cells
  group by zip_prefix, lng_cell
),
lat as (
  select zip_prefix, min(lat_cell) / 1000.0 as lat from lat_steps where points_up_to * 2 >= points group by zip_prefix
),
lng as (
  select zip_prefix, min(lng_cell) / 1000.0 as lng from lng_steps where points_up_to * 2 >= points group by zip_prefix
),
places as (
  select zip_prefix, city, state, sum(points) as points from stg_zip_cells group by zip_prefix, city, state
),
place as (
  select zip_prefix, arg_max(city, points) as city, arg_max(state, points) as state, cast(sum(points) as bigint) as points
  from places
  group by zip_prefix
)
select zip_prefix, lat.lat, lng.lng, place.city, place.state, place.points
from place
join lat using (zip_prefix)
join lng using (zip_prefix)
