-- The newest event of each article: what is asked for often as columns, all of it as jsonb.
CREATE TABLE IF NOT EXISTS articles (
    article_id text PRIMARY KEY,
    row_version bigint NOT NULL,
    status text NOT NULL,
    url text,
    title text,
    published_at timestamptz,
    language text,
    body_text text NOT NULL,
    event jsonb NOT NULL
);

-- A retracted article keeps its row, so that an older event of it that comes late does not bring it back.
CREATE OR REPLACE VIEW articles_current AS
SELECT * FROM articles WHERE status <> 'retracted';
