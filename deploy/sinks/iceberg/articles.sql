-- Spark SQL. Once:
CREATE TABLE IF NOT EXISTS news.articles USING iceberg TBLPROPERTIES ('format-version' = '2')
AS SELECT * FROM news.articles_log WHERE false;

-- Again and again. Any part of the log may be merged, in any order and more than once: limit it to what is new.
MERGE INTO news.articles AS t
USING (
    SELECT newest.*
    FROM (SELECT max_by(struct(*), row_version) AS newest FROM news.articles_log GROUP BY article_id)
) AS s
ON t.article_id = s.article_id
WHEN MATCHED AND (s.row_version > t.row_version OR (s.row_version = t.row_version AND s.event_id <> t.event_id)) THEN UPDATE SET *
WHEN NOT MATCHED THEN INSERT *;
