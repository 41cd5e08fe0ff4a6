-- After articles.sql: feeds it from a topic that Galley writes with output.format avro.
CREATE TABLE IF NOT EXISTS articles_avro AS articles
ENGINE = Kafka
SETTINGS kafka_broker_list = 'localhost:9092',
    kafka_topic_list = 'articles',
    kafka_group_name = 'clickhouse',
    kafka_format = 'AvroConfluent',
    format_avro_schema_registry_url = 'http://localhost:8081';

CREATE MATERIALIZED VIEW IF NOT EXISTS articles_from_avro TO articles AS
SELECT * FROM articles_avro;
