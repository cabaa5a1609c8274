-- grain: one row per day with purchases
--
-- How busy the shop was on a day, against the four weeks before: 1 is an ordinary day, Black Friday about 6.
SELECT
  purchase_day,
  purchases / avg(purchases) OVER (
    ORDER BY purchase_day RANGE BETWEEN INTERVAL 28 DAY PRECEDING AND INTERVAL 1 DAY PRECEDING
  ) AS busyness
FROM (SELECT purchase_day, count(*) AS purchases FROM purchases GROUP BY purchase_day)
