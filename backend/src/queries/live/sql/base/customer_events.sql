-- What the touched customers did besides ordering, as the generation has it.
SELECT t.customer_id AS customer_unique_id, e.event_type, e.occurred_at
FROM generation.fct_customer_events AS e
JOIN touched AS t ON t.customer_key = e.customer_key
