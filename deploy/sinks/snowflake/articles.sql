-- Once. The connector matches members of the event with columns by name and leaves out those without one.
CREATE TABLE IF NOT EXISTS articles_log (
    article_id VARCHAR, event_id VARCHAR, row_version NUMBER(19, 0), status VARCHAR, url VARCHAR, title VARCHAR,
    published_at TIMESTAMP_TZ, language VARCHAR, body_text VARCHAR
);
CREATE TABLE IF NOT EXISTS articles LIKE articles_log;
CREATE OR REPLACE VIEW articles_current AS SELECT * FROM articles WHERE status <> 'retracted';

-- Again and again, from a task. Any part of the log may be merged, in any order and more than once: limit it to what is new.
MERGE INTO articles AS t
USING (
    SELECT * FROM articles_log
    QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY row_version DESC) = 1
) AS s
ON t.article_id = s.article_id
WHEN MATCHED AND (s.row_version > t.row_version OR (s.row_version = t.row_version AND s.event_id <> t.event_id)) THEN UPDATE SET
    event_id = s.event_id, row_version = s.row_version, status = s.status, url = s.url, title = s.title,
    published_at = s.published_at, language = s.language, body_text = s.body_text
WHEN NOT MATCHED THEN INSERT (article_id, event_id, row_version, status, url, title, published_at, language, body_text)
    VALUES (s.article_id, s.event_id, s.row_version, s.status, s.url, s.title, s.published_at, s.language, s.body_text);
