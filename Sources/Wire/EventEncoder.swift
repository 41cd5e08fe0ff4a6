public import Pages

/// Writes article events as JSON: the fields and their order are those of `Schemas/article-event.schema.json`.
///
/// Every field is always there: an absent fact is `null`, an array without elements is `[]`. The same event gives the same
/// bytes. `simhash` is written as 16 hex digits, since JSON readers commonly hold numbers as doubles, exact to 2^53 only.
public struct EventEncoder: Sendable {
    /// The `ce_source` of events: who published them.
    public let source: String

    /// Makes an encoder.
    ///
    /// - Parameter source: a URI reference that names this installation.
    public init(source: String = "galley") {
        self.source = source
    }

    /// The event as UTF-8 JSON without a line end.
    public func encode(_ event: ArticleEvent) -> [UInt8] {
        let text = event.paragraphs.reduce(0) { $0 + $1.utf8.count }
        var json = JSONWriter(capacity: text * 2 + text / 8 + 4096)
        json.object { json in
            Self.identity(of: event, to: &json)
            Self.text(of: event, to: &json)
            Self.times(of: event, to: &json)
            Self.people(of: event, to: &json)
            Self.origin(of: event, to: &json)
            Self.rightsAndMedia(of: event, to: &json)
            Self.quality(of: event, to: &json)
            Self.provenance(of: event, to: &json)
        }
        return json.bytes
    }

    /// The record to publish: the article id as key, CloudEvents attributes in binary mode as headers.
    public func record(_ event: ArticleEvent, trace: TraceContext? = nil) -> OutboundRecord {
        let headers = CloudEventsHeaders(
            id: event.eventID, source: source, type: "galley.article.v1", subject: event.url, timeMs: event.fetchedAtMs)
        return OutboundRecord(
            key: Array(event.articleID.utf8), value: encode(event), headers: headers.headers(trace: trace))
    }

    private static func identity(of event: ArticleEvent, to json: inout JSONWriter) {
        json.member("article_id", event.articleID)
        json.member("event_id", event.eventID)
        json.member("status", event.status.rawValue)
        json.member("row_version", event.rowVersion)
        json.member("content_hash", event.contentHash)
        json.member("dedup_hash", event.dedupHash)
        json.member("schema_version", event.schemaVersion)
    }

    private static func text(of event: ArticleEvent, to json: inout JSONWriter) {
        json.member("title", event.title)
        json.member("paragraphs", event.paragraphs)
        json.name("body_text")
        json.string(joining: event.paragraphs)
        json.member("char_count", event.charCount)
        json.member("paragraph_count", event.paragraphs.count)
        json.member("subtitle", event.subtitle)
        json.member("summary", event.summary)
    }

    private static func times(of event: ArticleEvent, to json: inout JSONWriter) {
        json.member("published_at", event.published?.rfc3339)
        json.member("published_at_ms", event.published?.ms)
        json.member("published_at_raw", event.published?.raw)
        json.member("published_at_precision", event.published?.precision.rawValue)
        json.member("published_at_zone_basis", event.published?.zoneBasis.rawValue)
        json.member("modified_at", event.modified?.rfc3339)
        json.member("modified_at_ms", event.modified?.ms)
        json.member("modified_at_raw", event.modified?.raw)
        json.member("modified_at_precision", event.modified?.precision.rawValue)
        json.member("modified_at_zone_basis", event.modified?.zoneBasis.rawValue)
    }

    private static func people(of event: ArticleEvent, to json: inout JSONWriter) {
        json.name("contributors")
        json.array(event.contributors) { json, person in
            json.object { json in
                json.member("name", person.name)
                json.member("role", person.role.rawValue)
                json.member("role_raw", person.roleRaw)
                json.member("affiliation", person.affiliation)
            }
        }
        json.member("authors", event.authors)
        json.member("byline_raw", event.bylineRaw)
    }

    private static func origin(of event: ArticleEvent, to json: inout JSONWriter) {
        json.member("url", event.url)
        json.member("canonical_url", event.canonicalURL)
        json.member("source_name", event.sourceName)
        json.member("source_label_raw", event.sourceLabelRaw)
        json.member("source_url", event.sourceURL)
        json.member("is_original", event.isOriginal)
        json.member("breadcrumb", event.breadcrumb)
        json.member("section_path", event.sectionPath)
        json.member("section", event.section)
        json.member("site_name", event.siteName)
        json.member("site_domain", event.siteDomain)
        json.member("site_domain_basis", event.siteDomainBasis?.rawValue)
        json.member("country", event.country)
    }

    private static func rightsAndMedia(of event: ArticleEvent, to json: inout JSONWriter) {
        json.member("publisher_legal_name", event.publisherLegalName)
        json.member("copyright_notice", event.copyrightNotice)
        json.name("licences")
        json.array(event.licences) { json, licence in
            json.object { json in
                json.member("name", licence.name)
                json.member("number", licence.number)
            }
        }
        json.name("images")
        json.array(event.images) { json, image in
            json.object { json in
                json.member("url", image.url)
                json.member("alt", image.alt)
                json.member("caption", image.caption)
            }
        }
        json.member("tags", event.tags)
    }

    private static func quality(of event: ArticleEvent, to json: inout JSONWriter) {
        json.member("language", event.language)
        json.member("simhash", event.simhash.map(Self.hex))
        json.member("duplicate_copies", event.duplicateCopies)
        json.name("quality_score")
        json.number(event.qualityScore)
        json.name("field_confidence")
        json.object { json in
            for (field, confidence) in event.fieldConfidence.sorted(by: { $0.key < $1.key }) {
                json.name(escaping: field)
                json.number(confidence)
            }
        }
        json.member("warnings", event.warnings.map(\.rawValue))
    }

    private static func provenance(of event: ArticleEvent, to json: inout JSONWriter) {
        json.members(of: event.provenance)
        json.member("fetched_at_ms", event.fetchedAtMs)
        json.member("extractor_version", event.extractorVersion)
        json.member("ruleset_serial", event.rulesetSerial)
    }

    private static func hex(_ hash: UInt64) -> String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}

extension JSONWriter {
    /// Writes where a raw page stood.
    mutating func members(of provenance: Provenance) {
        member("raw_topic", provenance.topic)
        member("raw_partition", provenance.partition)
        member("raw_offset", provenance.offset)
        member("raw_timestamp_ms", provenance.timestampMs)
        member("raw_digest", provenance.digest)
    }
}
