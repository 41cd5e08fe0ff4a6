-- The newest event of each article. The columns are the fields of the schema (Schemas/article-event.md).
-- Merging keeps the row with the highest row_version of each article_id. It happens within a partition only, so there is
-- no PARTITION BY: an article whose date changes would stand in two.
CREATE TABLE IF NOT EXISTS articles
(
    article_id String,
    event_id String,
    status LowCardinality(String),
    row_version UInt64,
    content_hash String,
    dedup_hash String,
    schema_version Int64,
    title Nullable(String),
    paragraphs Array(String),
    body_text String,
    char_count Int64,
    paragraph_count Int64,
    subtitle Nullable(String),
    summary Nullable(String),
    published_at Nullable(String),
    published_at_ms Nullable(DateTime64(3, 'UTC')),
    published_at_raw Nullable(String),
    published_at_precision LowCardinality(Nullable(String)),
    published_at_zone_basis LowCardinality(Nullable(String)),
    modified_at Nullable(String),
    modified_at_ms Nullable(DateTime64(3, 'UTC')),
    modified_at_raw Nullable(String),
    modified_at_precision LowCardinality(Nullable(String)),
    modified_at_zone_basis LowCardinality(Nullable(String)),
    contributors Array(Tuple(name String, role String, role_raw Nullable(String), affiliation Nullable(String))),
    authors Array(String),
    byline_raw Nullable(String),
    url Nullable(String),
    canonical_url Nullable(String),
    source_name Nullable(String),
    source_label_raw Nullable(String),
    source_url Nullable(String),
    is_original Nullable(Bool),
    breadcrumb Array(String),
    section_path Array(String),
    section Nullable(String),
    site_name Nullable(String),
    site_domain Nullable(String),
    site_domain_basis LowCardinality(Nullable(String)),
    country LowCardinality(Nullable(String)),
    publisher_legal_name Nullable(String),
    copyright_notice Nullable(String),
    licences Array(Tuple(name String, number String)),
    images Array(Tuple(url String, alt Nullable(String), caption Nullable(String))),
    tags Array(String),
    language LowCardinality(Nullable(String)),
    simhash Nullable(String),
    duplicate_copies Int64,
    quality_score Float64,
    field_confidence Map(String, Float64),
    warnings Array(String),
    raw_topic Nullable(String),
    raw_partition Nullable(Int64),
    raw_offset Nullable(Int64),
    raw_timestamp_ms Nullable(DateTime64(3, 'UTC')),
    raw_digest Nullable(String),
    fetched_at_ms Nullable(DateTime64(3, 'UTC')),
    extractor_version LowCardinality(String),
    ruleset_serial Int64
)
ENGINE = ReplacingMergeTree(row_version)
ORDER BY article_id;

-- What to query: FINAL hides rows that are not merged yet. A retracted article keeps its row, so that an older event of it
-- that comes late does not bring it back.
CREATE VIEW IF NOT EXISTS articles_current AS
SELECT * FROM articles FINAL WHERE status != 'retracted';
