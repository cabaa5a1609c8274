-- The log of events, in the order in which they were taken. `seq` has no gaps that matter and never goes back.
CREATE SEQUENCE event_seq;

CREATE TABLE events (
  seq BIGINT NOT NULL DEFAULT nextval('event_seq'),
  id VARCHAR NOT NULL,
  type VARCHAR NOT NULL,
  customer_id VARCHAR,
  order_id VARCHAR,
  occurred_at TIMESTAMP NOT NULL,
  received_at TIMESTAMP NOT NULL,
  -- Who sent it: the caller's name, `kafka:<topic>`, `replay`.
  source VARCHAR NOT NULL,
  -- The event's own fields, as JSON text; times in UTC.
  body VARCHAR NOT NULL
);

-- The senders' ids of all events that were ever taken: the same id is the same event, however often it is sent.
CREATE TABLE event_ids (
  id VARCHAR PRIMARY KEY,
  -- Of the whole event, to tell when another one comes under the same id.
  digest VARCHAR NOT NULL
);

-- Files beside the store that hold events which have left the table.
CREATE TABLE archives (
  file VARCHAR NOT NULL,
  last_seq BIGINT NOT NULL
);

-- Events that could not be used, with why; kept until somebody deletes or sends them again.
CREATE SEQUENCE dead_letter_seq;

CREATE TABLE dead_letters (
  seq BIGINT NOT NULL DEFAULT nextval('dead_letter_seq'),
  received_at TIMESTAMP NOT NULL,
  source VARCHAR NOT NULL,
  id VARCHAR,
  customer_id VARCHAR,
  rejection VARCHAR NOT NULL,
  reason VARCHAR NOT NULL,
  body VARCHAR NOT NULL
);

CREATE TABLE counters (
  name VARCHAR PRIMARY KEY,
  value BIGINT NOT NULL
);

-- How far something has come in the log: one row per reader of it (`processed`, `folded`).
CREATE TABLE progress (
  reader VARCHAR PRIMARY KEY,
  seq BIGINT NOT NULL
);

-- Up to where each partition of a topic is in the log, written in the same transaction as its events.
CREATE TABLE consumer_offsets (
  topic VARCHAR NOT NULL,
  partition INTEGER NOT NULL,
  next_offset BIGINT NOT NULL,
  PRIMARY KEY (topic, partition)
);
