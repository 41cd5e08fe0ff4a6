-- After articles.sql: takes events from standard input, one a line, in one transaction.
BEGIN;
CREATE TEMP TABLE batch (event jsonb NOT NULL) ON COMMIT DROP;

-- Each line as it is: quote and delimiter are characters that no JSON has.
\copy batch FROM pstdin (FORMAT csv, QUOTE E'\x01', DELIMITER E'\x02')

-- ON CONFLICT touches a row once in a statement only, so the newest event of each article is chosen first.
INSERT INTO articles (article_id, row_version, status, url, title, published_at, language, body_text, event)
SELECT DISTINCT ON (event ->> 'article_id')
    event ->> 'article_id',
    (event ->> 'row_version')::bigint,
    event ->> 'status',
    event ->> 'url',
    event ->> 'title',
    (event ->> 'published_at')::timestamptz,
    event ->> 'language',
    event ->> 'body_text',
    event
FROM batch
ORDER BY event ->> 'article_id', (event ->> 'row_version')::bigint DESC
ON CONFLICT (article_id) DO UPDATE SET
    row_version = excluded.row_version,
    status = excluded.status,
    url = excluded.url,
    title = excluded.title,
    published_at = excluded.published_at,
    language = excluded.language,
    body_text = excluded.body_text,
    event = excluded.event
WHERE excluded.row_version >= articles.row_version;
COMMIT;
