-- One row per customer: the $limit who have paid most.
SELECT {id} AS id, city, state, segment
FROM {customers}
{where}
ORDER BY monetary DESC, customer_key
LIMIT $limit
