-- grain: one row per customer among $ids who has been seen in one
SELECT customer_id, band
FROM standings
WHERE customer_id IN (SELECT unnest($ids::VARCHAR[]))
