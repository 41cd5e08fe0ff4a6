# Events, one a line, as the body of Elasticsearch's _bulk: jq -c -f bulk.jq
# The id and the version decide: an event that is older than the document is refused (409), an equal one written again.
{index: {_index: "articles", _id: .article_id, version: .row_version, version_type: "external_gte"}},
.
