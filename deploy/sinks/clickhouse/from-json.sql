-- After articles.sql: feeds it from a topic that Galley writes with output.format json.
-- Milliseconds are read as numbers: ClickHouse takes a whole number in JSON for seconds where the column is a DateTime64.
-- librdkafka, which ClickHouse reads with, skips what a transaction has not committed.
CREATE TABLE IF NOT EXISTS articles_json
ENGINE = Kafka
SETTINGS kafka_broker_list = 'localhost:9092',
    kafka_topic_list = 'articles',
    kafka_group_name = 'clickhouse',
    kafka_format = 'JSONEachRow'
EMPTY AS SELECT * REPLACE (
    toUnixTimestamp64Milli(published_at_ms) AS published_at_ms,
    toUnixTimestamp64Milli(modified_at_ms) AS modified_at_ms,
    toUnixTimestamp64Milli(raw_timestamp_ms) AS raw_timestamp_ms,
    toUnixTimestamp64Milli(fetched_at_ms) AS fetched_at_ms)
FROM articles;

CREATE MATERIALIZED VIEW IF NOT EXISTS articles_from_json TO articles AS
SELECT * REPLACE (
    fromUnixTimestamp64Milli(published_at_ms, 'UTC') AS published_at_ms,
    fromUnixTimestamp64Milli(modified_at_ms, 'UTC') AS modified_at_ms,
    fromUnixTimestamp64Milli(raw_timestamp_ms, 'UTC') AS raw_timestamp_ms,
    fromUnixTimestamp64Milli(fetched_at_ms, 'UTC') AS fetched_at_ms)
FROM articles_json;
