// The fuzz target compiles this file in one module with Markup's sources.
#if canImport(Markup)
    import Markup
#endif

/// Writes a tree as markup (the standard's 13.3).
enum Serializer {
    static func html(_ document: Document) -> String {
        var html = ""
        var walk = document.walk(from: document.root)
        while let event = walk.next() {
            switch event {
            case .enter(let node): html += opening(document, node)
            case .leave(let node): html += closing(document, node)
            }
        }
        return html
    }

    private static func opening(_ document: Document, _ node: Node) -> String {
        switch document.kind(node) {
        case .document, .fragment: return ""
        case .doctype: return "<!DOCTYPE \(document.doctype.map { document.string($0.name) } ?? "")>"
        case .comment: return "<!--\(document.string(document.slice(of: node)))-->"
        case .text: return text(document, node)
        case .element:
            let attributes = document.attributes(node).map {
                " \(document.qualifiedName($0, on: node))=\"\(escaped(document.string($0.value), isAttribute: true))\""
            }
            return "<\(document.name(node))\(attributes.joined())>"
        }
    }

    private static func text(_ document: Document, _ node: Node) -> String {
        let text = document.string(document.slice(of: node))
        let raw: Set<Tag> = [.style, .script, .xmp, .iframe, .noembed, .noframes, .plaintext]
        let isRaw =
            document.parent(node).map { raw.contains(document.tag($0)) && document.namespace($0) == .html } ?? false
        return isRaw ? text : escaped(text, isAttribute: false)
    }

    private static let voids: Set<Tag> = [
        .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .img, .input, .keygen, .link, .meta, .param,
        .source, .track, .wbr,
    ]

    private static func closing(_ document: Document, _ node: Node) -> String {
        guard document.kind(node) == .element else { return "" }
        if document.namespace(node) == .html, voids.contains(document.tag(node)) { return "" }
        return "</\(document.name(node))>"
    }

    private static func escaped(_ text: String, isAttribute: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "\u{A0}": escaped += "&nbsp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"" where isAttribute: escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
