internal import Markup

/// What the head of a page says about its text: title, og:title and description.
struct PageHints {
    /// Folded tokens of `<title>`, `og:title` and the description.
    var title: [UInt32] = []
    var ogTitle: [UInt32] = []
    var description: [UInt32] = []

    /// No hints: a text dump.
    init() {}

    /// Reads the hints of a page; `meta` elements anywhere in the head count.
    init(_ document: Document) {
        guard let head = document.head else { return }
        var node = document.firstChild(head)
        while let here = node {
            read(here, in: document)
            node = document.nextSibling(here)
        }
    }

    private mutating func read(_ node: Node, in document: Document) {
        guard document.kind(node) == .element else { return }
        switch document.tag(node) {
        case .title where title.isEmpty:
            if let text = document.firstChild(node) { title = Self.tokens(document.utf8(of: text)) }
        case .meta:
            guard let value = document.attribute(node, .content),
                let name = document.attribute(node, .property) ?? document.attribute(node, .name)
            else { return }
            let key = document.utf8(name)
            if ogTitle.isEmpty, Self.equal(key, "og:title") || Self.equal(key, "twitter:title") {
                ogTitle = Self.tokens(document.utf8(value))
            } else if description.isEmpty, Self.equal(key, "og:description") || Self.equal(key, "description") {
                description = Self.tokens(document.utf8(value))
            }
        default: break
        }
    }

    private static func equal(_ bytes: Span<UInt8>, _ name: StaticString) -> Bool {
        guard bytes.count == name.utf8CodeUnitCount else { return false }
        return name.withUTF8Buffer { name in name.indices.allSatisfy { bytes[$0] | 0x20 == name[$0] | 0x20 } }
    }

    /// The folded tokens of a short text, up to 120.
    static func tokens(_ text: Span<UInt8>) -> [UInt32] {
        var meter = TextMeter(titles: TitleWords(), words: .empty, leadLimit: 120)
        _ = meter.measure(text.extracting(first: min(text.count, 2000)))
        return meter.lead.map(\.hash)
    }

    /// The words as a table.
    var words: TitleWords { TitleWords(title: title, ogTitle: ogTitle, description: description) }
}
