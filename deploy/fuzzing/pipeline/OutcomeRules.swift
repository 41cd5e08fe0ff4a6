import Foundation
import Pages
import Pipeline
import TestSupport
import Wire

/// What holds for the outcome of every record.
struct OutcomeRules {
    private let event: Schema
    private let rejection: Schema

    /// Reads the schemas of the repository this was compiled in.
    init() throws {
        event = try Schema("article-event")
        rejection = try Schema("article-rejected")
    }

    /// The first rule that an outcome breaks.
    func violation(in outcome: PageOutcome, of record: InboundRecord) -> String? {
        switch outcome {
        case .article(let event, let published): violation(in: published, of: event)
        case .rejected(let rejection, let published): violation(in: published, of: rejection)
        case .dead(let fault): fault.detail.isEmpty ? "a dead letter without a reason" : nil
        case .tombstone: record.value == nil ? nil : "a tombstone for a record with a value"
        }
    }

    private func violation(in published: OutboundRecord, of article: ArticleEvent) -> String? {
        guard published.key == Array(article.articleID.utf8) else { return "the key is not the article's id" }
        return violation(in: published, schema: event) { object in
            let paragraphs = object["paragraphs"] as? [String] ?? []
            let scalars = paragraphs.reduce(0) { $0 + $1.unicodeScalars.count }
            if object["char_count"] as? Int != scalars { return "char_count is not \(scalars)" }
            if object["paragraph_count"] as? Int != paragraphs.count { return "paragraph_count is wrong" }
            if object["body_text"] as? String != paragraphs.joined(separator: "\n") {
                return "body_text is another text"
            }
            return ["published_at", "modified_at"].lazy.compactMap { Self.timeViolation($0, in: object) }.first
        }
    }

    private func violation(in published: OutboundRecord, of rejection: Rejection) -> String? {
        violation(in: published, schema: self.rejection) { object in
            let detail = object["detail"] as? String ?? ""
            return detail.isEmpty || detail.utf8.count > 1024 ? "detail has \(detail.utf8.count) bytes" : nil
        }
    }

    /// A time is there with all its fields or not at all.
    private static func timeViolation(_ name: String, in object: [String: Any]) -> String? {
        let fields = ["", "_ms", "_raw", "_precision", "_zone_basis"].map { name + $0 }
        let nulls = fields.filter { object[$0] is NSNull }
        return nulls.isEmpty || nulls.count == fields.count ? nil : "\(name) has no \(nulls.joined(separator: ", "))"
    }

    /// The writer escapes control characters and never writes a broken text (RFC 8259, sections 7 and 8.1).
    private func violation(
        in published: OutboundRecord, schema: Schema, _ more: ([String: Any]) -> String?
    ) -> String? {
        guard let json = published.value else { return "a null value" }
        guard String(validating: json, as: UTF8.self) != nil else { return "the value is not UTF-8" }
        if json.contains(where: { $0 < 0x20 }) { return "a control character is not escaped" }
        guard let object = try? JSONSerialization.jsonObject(with: Data(json)) as? [String: Any] else {
            return "the value is not a JSON object"
        }
        let misfits = schema.misfits(of: object)
        if !misfits.isEmpty { return "the schema does not allow \(misfits.joined(separator: ", "))" }
        if let bad = published.headers.first(where: { $0.value.map(Self.isText) != true }) {
            return "the header \(bad.name) is not UTF-8"
        }
        return more(object)
    }

    private static func isText(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }
}

extension PageOutcome {
    /// Whether another outcome publishes the same bytes, or has the same fault.
    func isSame(as other: PageOutcome) -> Bool {
        switch (self, other) {
        case (.article(_, let first), .article(_, let second)): first == second
        case (.rejected(_, let first), .rejected(_, let second)): first == second
        case (.dead(let first), .dead(let second)): first == second
        case (.tombstone, .tombstone): true
        default: false
        }
    }
}
