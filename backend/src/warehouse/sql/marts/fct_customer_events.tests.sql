-- test: every event has a person, a type and a time
select customer_key from fct_customer_events where customer_key is null or event_type is null or occurred_at is null;

-- test: every event's person is in dim_customers
select e.customer_key from fct_customer_events e where e.customer_key not in (select customer_key from dim_customers);
