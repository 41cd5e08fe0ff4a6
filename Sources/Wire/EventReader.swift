import Foundation
public import Pages

extension ArticleEvent {
    /// Reads an event back from the JSON that ``EventEncoder`` writes; fields it does not know are passed over.
    ///
    /// - Throws: ``EventReadingError`` when the bytes are no such event.
    public init(json: [UInt8]) throws(EventReadingError) {
        let document: EventDocument
        do {
            document = try JSONDecoder().decode(EventDocument.self, from: Data(json))
        } catch {
            throw EventReadingError(description: "no article event: \(error)")
        }
        self = document.event
    }
}

/// Bytes that are no article event, and what was wrong with them.
public struct EventReadingError: Error, Sendable, CustomStringConvertible {
    /// What was wrong, for a person.
    public let description: String
}

/// An event as Foundation reads it: the properties are named as the fields are.
private struct EventDocument: Decodable {
    let event: ArticleEvent

    init(from decoder: any Decoder) throws {
        let fields = FieldReader(fields: try decoder.container(keyedBy: Member.self))
        var event = ArticleEvent()
        try fields.readIdentity(to: &event)
        try fields.readText(to: &event)
        try fields.readPeople(to: &event)
        try fields.readOrigin(to: &event)
        try fields.readRest(to: &event)
        self.event = event
    }
}

/// Reads the fields of an event by name.
private struct FieldReader {
    let fields: KeyedDecodingContainer<Member>

    func needed<Value: Decodable>(_ name: String) throws -> Value {
        try fields.decode(Value.self, forKey: Member(name))
    }

    func optional<Value: Decodable>(_ name: String) throws -> Value? {
        try fields.decodeIfPresent(Value.self, forKey: Member(name))
    }

    func word<Word: RawRepresentable<String>>(_ name: String) throws -> Word? {
        guard let text: String = try optional(name) else { return nil }
        guard let word = Word(rawValue: text) else {
            throw DecodingError.dataCorruptedError(
                forKey: Member(name), in: fields, debugDescription: "\"\(text)\" is no value of \(name)")
        }
        return word
    }

    func readIdentity(to event: inout ArticleEvent) throws {
        event.articleID = try needed("article_id")
        event.eventID = try needed("event_id")
        event.status = try word("status") ?? .ok
        event.rowVersion = try needed("row_version")
        event.contentHash = try needed("content_hash")
        event.dedupHash = try needed("dedup_hash")
        event.schemaVersion = try needed("schema_version")
    }

    func readText(to event: inout ArticleEvent) throws {
        event.title = try optional("title")
        event.paragraphs = try needed("paragraphs")
        event.charCount = try needed("char_count")
        event.subtitle = try optional("subtitle")
        event.summary = try optional("summary")
        event.published = try time("published_at")
        event.modified = try time("modified_at")
    }

    func time(_ name: String) throws -> EventTime? {
        guard let rfc3339: String = try optional(name) else { return nil }
        return EventTime(
            rfc3339: rfc3339, ms: try needed(name + "_ms"), raw: try optional(name + "_raw") ?? "",
            precision: try word(name + "_precision") ?? .second,
            zoneBasis: try word(name + "_zone_basis") ?? .assumed)
    }

    func readPeople(to event: inout ArticleEvent) throws {
        event.contributors = try (needed("contributors") as [PersonDocument]).map { person in
            guard let role = ContributorRole(rawValue: person.role) else {
                throw DecodingError.dataCorruptedError(
                    forKey: Member("contributors"), in: fields, debugDescription: "\"\(person.role)\" is no role")
            }
            return Contributor(
                name: person.name, role: role, roleRaw: person.roleRaw, affiliation: person.affiliation)
        }
        event.bylineRaw = try optional("byline_raw")
    }

    func readOrigin(to event: inout ArticleEvent) throws {
        event.url = try optional("url")
        event.canonicalURL = try optional("canonical_url")
        event.sourceName = try optional("source_name")
        event.sourceLabelRaw = try optional("source_label_raw")
        event.sourceURL = try optional("source_url")
        event.isOriginal = try optional("is_original")
        event.breadcrumb = try needed("breadcrumb")
        event.sectionPath = try needed("section_path")
        event.section = try optional("section")
        event.siteName = try optional("site_name")
        event.siteDomain = try optional("site_domain")
        event.siteDomainBasis = try word("site_domain_basis")
        event.country = try optional("country")
    }

    func readRest(to event: inout ArticleEvent) throws {
        event.publisherLegalName = try optional("publisher_legal_name")
        event.copyrightNotice = try optional("copyright_notice")
        event.licences = try (needed("licences") as [LicenceDocument]).map { Licence(name: $0.name, number: $0.number) }
        event.images = try (needed("images") as [ImageDocument]).map {
            ArticleImage(url: $0.url, alt: $0.alt, caption: $0.caption)
        }
        event.tags = try needed("tags")
        event.language = try optional("language")
        event.simhash = (try optional("simhash") as String?).flatMap { UInt64($0, radix: 16) }
        event.duplicateCopies = try needed("duplicate_copies")
        event.qualityScore = try needed("quality_score")
        event.fieldConfidence = try needed("field_confidence")
        event.warnings = (try needed("warnings") as [String]).compactMap(PageWarning.init(rawValue:))
        event.provenance = Provenance(
            topic: try optional("raw_topic"), partition: try optional("raw_partition"),
            offset: try optional("raw_offset"), timestampMs: try optional("raw_timestamp_ms"),
            digest: try optional("raw_digest"))
        event.fetchedAtMs = try optional("fetched_at_ms")
        event.extractorVersion = try needed("extractor_version")
        event.rulesetSerial = try needed("ruleset_serial")
    }
}

private struct PersonDocument: Decodable {
    var name: String
    var role: String
    var roleRaw: String?
    var affiliation: String?

    enum CodingKeys: String, CodingKey {
        case name, role, affiliation
        case roleRaw = "role_raw"
    }
}

private struct LicenceDocument: Decodable {
    var name: String
    var number: String
}

private struct ImageDocument: Decodable {
    var url: String
    var alt: String?
    var caption: String?
}
