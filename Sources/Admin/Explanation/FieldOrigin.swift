public import Pages

/// A field of an article with where it was found.
public struct FieldOrigin: Sendable, Equatable {
    /// The field.
    public var name: String
    /// What was found.
    public var text: String
    /// How far its place is trusted, 0...1; `nil` where that is not said.
    public var confidence: Double?
    /// Where it was found; empty where that is not said.
    public var origin: String

    /// The fields of an article, in the order of reading.
    public static func all(of article: Article) -> [FieldOrigin] {
        let single: [(String, Finding?)] = [
            ("title", article.title), ("subtitle", article.subtitle), ("summary", article.summary),
            ("section", article.section), ("site", article.siteName), ("publisher", article.publisherLegalName),
            ("copyright", article.copyrightNotice),
        ]
        let times =
            article.published.prefix(3).map { ("published", $0) } + article.modified.prefix(2).map { ("modified", $0) }
        var fields = (single.compactMap { name, finding in finding.map { (name, $0) } } + times).map { name, finding in
            FieldOrigin(
                name: name, text: finding.text, confidence: finding.confidence, origin: finding.origin.rawValue)
        }
        fields += article.bylines.prefix(5).map {
            FieldOrigin(name: "byline", text: $0.text, origin: $0.origin.rawValue)
        }
        if let source = article.source {
            let text = [source.label, source.name].compactMap(\.self).joined(separator: ": ")
            fields.append(FieldOrigin(name: "source", text: text, origin: Origin.text.rawValue))
        }
        if !article.breadcrumb.isEmpty {
            fields.append(
                FieldOrigin(name: "breadcrumb", text: article.breadcrumb.joined(separator: " > "), origin: ""))
        }
        if !article.tags.isEmpty {
            fields.append(FieldOrigin(name: "tags", text: article.tags.joined(separator: ", "), origin: ""))
        }
        return fields + article.images.prefix(3).map { FieldOrigin(name: "image", text: $0.url, origin: "") }
    }
}
