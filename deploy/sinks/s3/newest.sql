-- ClickHouse, on the objects themselves: the newest event of each article.
SELECT *
FROM
(
    SELECT *
    FROM s3('https://BUCKET.s3.eu-central-1.amazonaws.com/topics/articles/**.jsonl', 'JSONEachRow')
    ORDER BY row_version DESC
    LIMIT 1 BY article_id
)
WHERE status != 'retracted';
