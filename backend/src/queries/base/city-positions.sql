-- Joins each city to the middle of where its customers live: the median of their zip areas, which are medians of
-- points themselves. Areas that lie outside the box around Brazil are mistakes of the file and held out.
LEFT JOIN (
  SELECT home.city, home.state, median(area.lat) AS latitude, median(area.lng) AS longitude
  FROM (SELECT DISTINCT city, state, zip_prefix FROM dim_customers) AS home
  JOIN dim_zip_areas AS area USING (zip_prefix)
  WHERE area.lat BETWEEN $south AND $north AND area.lng BETWEEN $west AND $east
  GROUP BY ALL
) AS positions USING (city, state)
