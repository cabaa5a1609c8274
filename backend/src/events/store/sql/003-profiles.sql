-- How customers stood when events last touched them, and by how many events that was: each counts once.
CREATE TABLE live_profiles (
  customer_id VARCHAR PRIMARY KEY,
  events BIGINT NOT NULL,
  -- The last event that touched the customer.
  seq BIGINT NOT NULL,
  -- The rest is unknown while the customer has no purchase.
  as_of DATE,
  band VARCHAR,
  segment VARCHAR,
  churn_probability DOUBLE,
  relative_odds DOUBLE,
  revenue_at_risk DOUBLE
);
