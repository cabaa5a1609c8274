-- grain: one row per event that is no news of an order
select customer_id as customer_unique_id, type as event_type, occurred_at
from {events}
where type in ({behaviours})
