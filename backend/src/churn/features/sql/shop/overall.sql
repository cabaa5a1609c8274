-- grain: one row: the share of purchases that another one followed within 90 days
SELECT avg(came_back)::DECIMAL(9, 6) AS rate FROM outcomes
