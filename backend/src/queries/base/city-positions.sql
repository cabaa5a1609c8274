-- Joins each city to the middle of where its customers live: the median of their zip areas, which are medians of
-- points themselves. Areas that lie outside the box around Brazil are mistakes of the file and held out.
LEFT JOIN (
  SELECT customer.city, customer.state, median(area.lat) AS latitude, median(area.lng) AS longitude
  FROM dim_customers AS customer
  JOIN dim_zip_areas AS area USING (zip_prefix)
  WHERE area.lat BETWEEN $south AND $north AND area.lng BETWEEN $west AND $east
  GROUP BY ALL
) AS positions USING (city, state)
