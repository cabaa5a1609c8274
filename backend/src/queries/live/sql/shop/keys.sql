-- grain: one row per touched customer, with a key among all customers: a new one's lies below all of the generation's
SELECT customer_id, coalesce(customer_key::BIGINT, -1 - (hash(customer_id) >> 1)::BIGINT) AS customer_key, customer_key AS known_key
FROM touched
