import Foundation

/// An event as it is read back from the store, to be told apart from another.
struct ComparedEvent {
    let article: String
    let place: PagePlace
    let fields: [String: FieldValue]

    /// What stands for the site of an event that states none and has no URL.
    static let noSite = "—"

    func value(_ name: String) -> FieldValue { fields[name] ?? .null }

    var title: String? { value("title").string }
    var url: String? { value("url").string }
    var paragraphs: [String] { value("paragraphs").lines }

    /// The site's domain, else the URL's host.
    var site: String {
        if let domain = value("site_domain").string, !domain.isEmpty { return domain }
        if let host = url.flatMap({ URLComponents(string: $0)?.host }), !host.isEmpty { return host }
        return Self.noSite
    }

    /// Characters of the title and the paragraphs.
    var characters: Int {
        paragraphs.reduce(title?.unicodeScalars.count ?? 0) { $0 + $1.unicodeScalars.count }
    }
}
