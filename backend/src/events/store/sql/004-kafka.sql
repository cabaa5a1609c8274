-- Which topics are read: a topic that was deleted and made anew has another id, and its offsets begin anew.
CREATE TABLE kafka_topics (
  topic VARCHAR PRIMARY KEY,
  topic_id VARCHAR NOT NULL
);

-- Where reading could not go on as it should have, and went on elsewhere.
CREATE TABLE kafka_resets (
  made_at TIMESTAMP NOT NULL,
  topic VARCHAR NOT NULL,
  partition INTEGER NOT NULL,
  from_offset BIGINT NOT NULL,
  to_offset BIGINT NOT NULL,
  reason VARCHAR NOT NULL
);
