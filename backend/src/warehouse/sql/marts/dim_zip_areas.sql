-- grain: one row per zip prefix of the geolocation file
-- zip_prefix: first digits of the zip code
-- lat: latitude in degrees: the median of its points, which are first averaged in cells of about 1 km
-- lng: longitude in degrees, likewise
-- city: the city of the cell with the most points
-- state: the state of that cell
-- points: number of points in the file
with ranked as (
  select
    zip_prefix,
    lat,
    lng,
    city,
    state,
    points,
    sum(points) over (partition by zip_prefix order by lat, lng rows unbounded preceding) as points_to_lat,
    sum(points) over (partition by zip_prefix order by lng, lat rows unbounded preceding) as points_to_lng,
    sum(points) over (partition by zip_prefix) as points_of_area
  from stg_zip_cells
)
select
  zip_prefix,
  round(min(case when points_to_lat * 2 >= points_of_area then lat end), 4) as lat,
  round(min(case when points_to_lng * 2 >= points_of_area then lng end), 4) as lng,
  arg_max(city, points) as city,
  arg_max(state, points) as state,
  cast(sum(points) as bigint) as points
from ranked
group by zip_prefix
order by zip_prefix
