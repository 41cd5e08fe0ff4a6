-- Spark SQL. Once:
CREATE TABLE IF NOT EXISTS news.articles USING iceberg TBLPROPERTIES ('format-version' = '2')
AS SELECT * FROM news.articles_log WHERE false;

-- Again and again. Any part of the log may be merged, in any order and more than once: limit it to what is new.
-- The stars are the target's columns, by name.
MERGE INTO news.articles AS t
USING (
    SELECT * FROM (
        SELECT *, row_number() OVER (PARTITION BY article_id ORDER BY row_version DESC) AS place FROM news.articles_log
    ) AS log
    WHERE place = 1
) AS s
ON t.article_id = s.article_id
WHEN MATCHED AND (s.row_version > t.row_version OR (s.row_version = t.row_version AND s.event_id <> t.event_id)) THEN UPDATE SET *
WHEN NOT MATCHED THEN INSERT *;
