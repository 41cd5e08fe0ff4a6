/// Which fields of an event are compared: every one but those in the table.
enum ComparedFields {
    /// Why a field is not compared.
    enum Reason {
        /// It changes with every version of Galley or of its rules.
        case version
        /// It follows from fields that are compared.
        case derived
        /// It says where and when the page was captured, not what is on it.
        case capture
        /// It moves with every model.
        case score
    }

    /// The fields that are not compared.
    static let left: [String: Reason] = [
        "event_id": .version, "row_version": .version, "extractor_version": .version, "ruleset_serial": .version,
        "schema_version": .version,
        "content_hash": .derived, "dedup_hash": .derived, "simhash": .derived, "body_text": .derived,
        "char_count": .derived, "paragraph_count": .derived, "published_at_ms": .derived, "modified_at_ms": .derived,
        "raw_topic": .capture, "raw_partition": .capture, "raw_offset": .capture, "raw_timestamp_ms": .capture,
        "raw_digest": .capture, "fetched_at_ms": .capture,
        "field_confidence": .score, "quality_score": .score,
    ]

    /// The compared fields of an event. An absent field, `null` and `[]` are the same.
    static func of(_ fields: [String: FieldValue]) -> [String: FieldValue] {
        fields.filter { name, value in left[name] == nil && value != .null && value != .list([]) }
    }
}
