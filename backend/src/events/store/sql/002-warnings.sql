-- Early warnings: one row per customer and rise of the risk to high.
CREATE SEQUENCE warning_seq;

CREATE TABLE warnings (
  id VARCHAR PRIMARY KEY,
  created_at TIMESTAMP NOT NULL,
  -- The last day of data that the score knows of.
  as_of DATE NOT NULL,
  customer_id VARCHAR NOT NULL,
  from_band VARCHAR NOT NULL,
  band VARCHAR NOT NULL,
  churn_probability DOUBLE NOT NULL,
  relative_odds DOUBLE NOT NULL,
  segment VARCHAR NOT NULL,
  state VARCHAR NOT NULL,
  monetary DOUBLE NOT NULL,
  value_if_returns DOUBLE NOT NULL,
  revenue_at_risk DOUBLE NOT NULL,
  last_order DATE,
  -- A JSON list of sentences.
  reasons VARCHAR NOT NULL,
  action VARCHAR NOT NULL,
  trigger VARCHAR NOT NULL,
  generation VARCHAR NOT NULL,
  model VARCHAR NOT NULL,
  -- True: left alone, so that the others can be compared with these. Never listed, pushed or sent.
  held_out BOOLEAN NOT NULL,
  warning_state VARCHAR NOT NULL,
  owner VARCHAR,
  version INTEGER NOT NULL,
  acknowledged_at TIMESTAMP,
  acted_at TIMESTAMP,
  closed_at TIMESTAMP,
  -- Up to this day a purchase counts as a return.
  horizon_end DATE NOT NULL,
  returned_on DATE
);

-- Every step of every warning; what listens to warnings follows its numbers.
CREATE SEQUENCE warning_step_seq;

CREATE TABLE warning_history (
  seq BIGINT NOT NULL,
  warning_id VARCHAR NOT NULL,
  made_at TIMESTAMP NOT NULL,
  who VARCHAR NOT NULL,
  from_state VARCHAR,
  to_state VARCHAR NOT NULL,
  owner VARCHAR,
  note VARCHAR
);

-- The band that each customer was last seen in. Without an index: all of it is read and written at once far more often
-- than one row of it.
CREATE TABLE standings (
  customer_id VARCHAR NOT NULL,
  band VARCHAR NOT NULL,
  as_of DATE NOT NULL,
  -- The as-of day of the last warning of the customer.
  warned_as_of DATE
);

-- Which generation and model everyone has been compared by.
CREATE TABLE rescorings (
  generation VARCHAR NOT NULL,
  model VARCHAR NOT NULL,
  as_of DATE NOT NULL,
  made_at TIMESTAMP NOT NULL,
  customers INTEGER NOT NULL,
  warned INTEGER NOT NULL,
  -- Customers are warned of from this value on, where the settings name none.
  value_from DOUBLE NOT NULL,
  PRIMARY KEY (generation, model)
);

-- Who met the rules and was not warned of, by why.
CREATE TABLE suppressed (
  created_at TIMESTAMP NOT NULL,
  as_of DATE NOT NULL,
  segment VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  customers INTEGER NOT NULL
);

-- Alerts of Grafana's own, the latest word on each.
CREATE TABLE grafana_alerts (
  fingerprint VARCHAR PRIMARY KEY,
  status VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  summary VARCHAR NOT NULL,
  labels VARCHAR NOT NULL,
  annotations VARCHAR NOT NULL,
  starts_at TIMESTAMP NOT NULL,
  ends_at TIMESTAMP,
  url VARCHAR,
  received_at TIMESTAMP NOT NULL
);

-- What is to be sent to other tools: one row per message and receiver.
CREATE TABLE deliveries (
  -- The same however often it is sent, so that a receiver can tell.
  id VARCHAR PRIMARY KEY,
  receiver VARCHAR NOT NULL,
  type VARCHAR NOT NULL,
  body VARCHAR NOT NULL,
  created_at TIMESTAMP NOT NULL,
  -- waiting, delivered or dead.
  status VARCHAR NOT NULL,
  attempts INTEGER NOT NULL,
  next_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP,
  -- Why the last attempt failed.
  reason VARCHAR
);
