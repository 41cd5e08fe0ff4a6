import Pages

/// The fields of article events: the one place where they are named, described and ordered.
///
/// A new field is a row at the end with a tag of its own and a higher `since`; it has to be optional or a collection, so that
/// readers of either version read the other's events.
enum EventFields {
    static let table = FieldTable(
        "ArticleEvent", title: "Article event",
        "What Galley publishes for a page that is an article. Every field is always there: an absent fact is null, a list is "
            + "never null. The same input and the same extractor version give the same bytes.",
        identity + text + times + people + origin + rightsAndMedia + quality + provenance)

    private typealias Row = Field<ArticleEvent>

    private static let sha256 = TextForm.pattern("^[0-9a-f]{64}$")

    private static let identity: [Row] = [
        .text(
            "article_id", 1, \.articleID,
            "u- and 32 hex digits of the SHA-256 of the URL key; without a URL c- and 32 hex digits of dedup_hash. The record's key.",
            form: .pattern("^[uc]-[0-9a-f]{32}$")),
        .text(
            "event_id", 2, \.eventID,
            "Equal for a repeated delivery: made of article_id, capture and extractor version."),
        .word(
            "status", 3, \.status,
            "ok: whole. partial: the page was cut or no title was found. retracted: withdrawn."),
        .integer(
            "row_version", 4, \.rowVersion, "Rises under refetch and under re-extraction; below 2^53.",
            in: 0...9_007_199_254_740_991),
        .text("content_hash", 5, \.contentHash, "SHA-256 (hex) of title LF paragraphs joined by LF.", form: sha256),
        .text(
            "dedup_hash", 6, \.dedupHash,
            "SHA-256 (hex) of the same text folded so that width, spaces and punctuation do not matter.", form: sha256),
        .integer("schema_version", 7, \.schemaVersion, "Version of this schema.", in: 1...(.max)),
    ]

    private static let text: [Row] = [
        .text("title", 8, \.title, "The headline. Text is never rewritten: only runs of white space are made plain."),
        .texts(
            "paragraphs", 9, \.paragraphs,
            "The article's paragraphs in reading order: also its sub-headings, list items, lines of verse and preformatted text, "
                + "and rows of tables with a space between their cells."),
        .derived("body_text", 10, "The paragraphs joined by LF.", get: { .lines($0.paragraphs) }),
        .integer(
            "char_count", 11, \.charCount, "Unicode scalars of all paragraphs, without separators.", in: 0...(.max)),
        .derived(
            "paragraph_count", 12, "Number of paragraphs.", shape: .integer(0...(.max)),
            get: { .integer(Int64($0.paragraphs.count)) }),
        .text("subtitle", 13, \.subtitle, "The page's own sub-headline."),
        .text("summary", 14, \.summary, "The page's own summary; never generated."),
    ]

    private static let times: [Row] =
        time(
            "published_at", 15, \.published,
            "When the article was published: RFC 3339 with the page's offset. A time that is stated in UTC has the offset of the "
                + "page's own clock where the page shows that; published_at_raw is what it states.")
        + time(
            "modified_at", 20, \.modified, "When the article was last changed: RFC 3339 with the page's offset.")

    /// The five fields of an instant; when the first is absent all are.
    private static func time(
        _ name: String, _ tag: Int, _ path: FieldPath<ArticleEvent, EventTime?>, _ text: String
    ) -> [Row] {
        [
            .text(
                name, tag, text, get: { $0[keyPath: path]?.rfc3339 },
                set: { (event, text) throws(FieldFault) in
                    event[keyPath: path] = EventTime(
                        rfc3339: text, ms: 0, raw: "", precision: .second, zoneBasis: .assumed)
                }),
            .instant(
                name + "_ms", tag + 1,
                "The same instant in milliseconds since 1970-01-01T00:00:00Z; the start of the minute or day when "
                    + "\(name)_precision is coarser.",
                get: { $0[keyPath: path]?.ms },
                set: { (event, ms) throws(FieldFault) in
                    guard let ms else {
                        guard event[keyPath: path] == nil else {
                            throw FieldFault(field: name + "_ms", detail: "absent, though \(name) is there")
                        }
                        return
                    }
                    event[keyPath: path]?.ms = ms
                }),
            .text(
                name + "_raw", tag + 2, "The text of the page it was read from.", get: { $0[keyPath: path]?.raw },
                set: { (event, text) throws(FieldFault) in event[keyPath: path]?.raw = text }),
            .word(
                name + "_precision", tag + 3, "How finely the page states it.", get: { $0[keyPath: path]?.precision },
                set: { $0[keyPath: path]?.precision = $1 }),
            .word(
                name + "_zone_basis", tag + 4,
                "Where the offset came from: stated with the time, the site's only zone, the language's only zone, or assumed.",
                get: { $0[keyPath: path]?.zoneBasis }, set: { $0[keyPath: path]?.zoneBasis = $1 }),
        ]
    }

    private static let people: [Row] = [
        .list(
            "contributors", 25, \.contributors, of: contributor, blank: Contributor(name: "", role: .author),
            "Everybody named as having made the article, in the page's order."),
        .derived(
            "authors", 26, "Names of the reporters, correspondents and authors among the contributors.",
            shape: .texts(known: []), get: { .texts($0.authors) }),
        .text("byline_raw", 27, \.bylineRaw, "The line that names them."),
    ]

    private static let contributor = FieldTable<Contributor>(
        "Contributor", title: "Contributor", "A person or desk that made the article.",
        [
            .text("name", 1, \.name, "The name."),
            .word("role", 2, \.role, "What they did."),
            .text("role_raw", 3, \.roleRaw, "The page's word for it."),
            .text("affiliation", 4, \.affiliation, "Whom they work for, when the line says so."),
        ])

    private static let origin: [Row] = [
        .text("url", 28, \.url, "The page's final URL."),
        .text("canonical_url", 29, \.canonicalURL, "rel=canonical, only within the same registrable domain."),
        .text("source_name", 30, \.sourceName, "Who the page says the article is from."),
        .text("source_label_raw", 31, \.sourceLabelRaw, "The label before it."),
        .text("source_url", 32, \.sourceURL, "The link behind it."),
        .boolean(
            "is_original", 33, \.isOriginal,
            "Whether the publisher is itself the source; null when the page does not tell."),
        .texts("breadcrumb", 34, \.breadcrumb, "From the site down."),
        .texts("section_path", 35, \.sectionPath, "The breadcrumb without the site."),
        .text("section", 36, \.section, "The last of section_path."),
        .text("site_name", 37, \.siteName, "The site's name."),
        .text("site_domain", 38, \.siteDomain, "The site's registrable domain."),
        .word(
            "site_domain_basis", 39, "How site_domain was found.", get: \.siteDomainBasis,
            set: { $0.siteDomainBasis = $1 }),
        .text(
            "country", 40, \.country, "ISO 3166-1 alpha-2 code of the publisher's country.",
            form: .pattern("^[A-Z]{2}$")),
    ]

    private static let rightsAndMedia: [Row] = [
        .text(
            "publisher_legal_name", 41, \.publisherLegalName,
            "The publishing company as the page's legal lines name it."),
        .text("copyright_notice", 42, \.copyrightNotice, "The copyright line."),
        .list(
            "licences", 43, \.licences, of: licence, blank: Licence(name: "", number: ""),
            "Licences that the page states."),
        .list(
            "images", 44, \.images, of: image, blank: ArticleImage(url: ""),
            "The article's images, the main one first."),
        .texts("tags", 45, \.tags, "Keywords that the page gives."),
    ]

    private static let licence = FieldTable<Licence>(
        "Licence", title: "Licence", "A licence that the page states.",
        [.text("name", 1, \.name, "The licence's name."), .text("number", 2, \.number, "Its number.")])

    private static let image = FieldTable<ArticleImage>(
        "Image", title: "Image", "An image of the article.",
        [
            .text("url", 1, \.url, "Absolute where the page's URL is known."),
            .text("alt", 2, \.alt, "The text alternative."),
            .text("caption", 3, \.caption, "The caption."),
        ])

    private static let quality: [Row] = [
        .text("language", 46, \.language, "BCP 47 tag; zh-Hans and zh-Hant are told apart."),
        .text(
            "simhash", 47,
            "64-bit similarity hash of the text as 16 hex digits: JSON readers hold numbers exactly to 2^53 only.",
            form: .pattern("^[0-9a-f]{16}$"), get: { $0.simhash.map(hex) },
            set: { (event, text) throws(FieldFault) in
                guard let hash = UInt64(text, radix: 16) else {
                    throw FieldFault(field: "simhash", detail: "no hex digits")
                }
                event.simhash = hash
            }),
        .integer(
            "duplicate_copies", 48, \.duplicateCopies, "Repeats of the article that were removed from the page.",
            in: 0...(.max)),
        .share("quality_score", 49, \.qualityScore, "How sure the extraction is of the whole."),
        .shares("field_confidence", 50, \.fieldConfidence, "How sure it is of single fields, by field."),
        .words("warnings", 51, \.warnings, "What a reader of the event should know; new ones may appear."),
    ]

    private static let provenance: [Row] =
        ProvenanceFields.rows(\.provenance, 52) + [
            ProvenanceFields.fetchedAt(57, \.fetchedAtMs),
            .text("extractor_version", 58, \.extractorVersion, "Galley's version."),
            .integer(
                "ruleset_serial", 59, \.rulesetSerial,
                "Serial number of the rule set; rises with every change of rules or models.", in: 0...(.max)),
        ]

    private static func hex(_ hash: UInt64) -> String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}

/// The fields that say where a raw page stood, of every record that Galley makes of one.
enum ProvenanceFields {
    /// Five rows from a tag on.
    static func rows<Record>(
        _ path: FieldPath<Record, Provenance>, _ tag: Int
    ) -> [Field<Record>] {
        [
            .text(
                "raw_topic", tag, "Topic of the raw page; null for a page read from a file.",
                get: { $0[keyPath: path].topic },
                set: { (record, text) throws(FieldFault) in record[keyPath: path].topic = text }),
            .integer(
                "raw_partition", tag + 1, "Its partition.", in: 0...(.max),
                get: { $0[keyPath: path].partition.map { Int64($0) } },
                set: { $0[keyPath: path].partition = Int32(clamping: $1) }),
            .integer(
                "raw_offset", tag + 2, "Its offset.", in: 0...(.max), get: { $0[keyPath: path].offset },
                set: { $0[keyPath: path].offset = $1 }),
            .instant(
                "raw_timestamp_ms", tag + 3, "The record's timestamp in milliseconds since 1970.",
                get: { $0[keyPath: path].timestampMs },
                set: { (record, ms) throws(FieldFault) in record[keyPath: path].timestampMs = ms }),
            .text(
                "raw_digest", tag + 4, "sha256:<hex> of the record's value as stored.",
                form: .pattern("^sha256:[0-9a-f]{64}$"), get: { $0[keyPath: path].digest },
                set: { (record, text) throws(FieldFault) in record[keyPath: path].digest = text }),
        ]
    }

    /// When the page was fetched.
    static func fetchedAt<Record>(
        _ tag: Int, _ path: FieldPath<Record, Int64?>
    ) -> Field<Record> {
        .instant(
            "fetched_at_ms", tag,
            "When the page was fetched, in milliseconds since 1970: ce_time, else the envelope's time, else the record's timestamp.",
            get: { $0[keyPath: path] },
            set: { (record, ms) throws(FieldFault) in record[keyPath: path] = ms })
    }
}
