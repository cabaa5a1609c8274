-- grain: one row per event of a customer that is no order; without events there are none
-- customer_key: the person, see dim_customers
-- event_type: support_ticket_opened, email_opened, email_clicked, payment_failed or page_viewed
-- occurred_at: when it happened
select c.customer_key, e.event_type, e.occurred_at
from raw_customer_events e
join dim_customers c on c.customer_id = e.customer_unique_id
order by c.customer_key, e.occurred_at, e.event_type
