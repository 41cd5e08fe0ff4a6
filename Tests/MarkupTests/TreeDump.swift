// The fuzz target compiles this file in one module with Markup's sources.
#if canImport(Markup)
    import Markup
#endif

/// A tree as the html5lib tests write it: one line a node, two spaces a level.
enum TreeDump {
    static func lines(_ document: Document, from top: Node) -> String {
        var dump = ""
        var depth = 0
        for event in document.walk(from: top) {
            switch event {
            case .enter(let node):
                if node != top {
                    dump += line(document, node, depth - 1)
                }
                depth += 1
            case .leave: depth -= 1
            }
        }
        return dump
    }

    private static func line(_ document: Document, _ node: Node, _ depth: Int) -> String {
        let indent = "| " + String(repeating: "  ", count: depth)
        switch document.kind(node) {
        case .document: return ""
        case .doctype: return indent + doctype(document) + "\n"
        case .element: return element(document, node, indent)
        case .text: return indent + "\"" + document.string(document.slice(of: node)) + "\"\n"
        case .comment: return indent + "<!-- " + document.string(document.slice(of: node)) + " -->\n"
        case .fragment: return indent + "content\n"
        }
    }

    private static func doctype(_ document: Document) -> String {
        guard let doctype = document.doctype else { return "<!DOCTYPE >" }
        let name = document.string(doctype.name)
        if doctype.publicID.isEmpty, doctype.systemID.isEmpty { return "<!DOCTYPE \(name)>" }
        return "<!DOCTYPE \(name) \"\(document.string(doctype.publicID))\" \"\(document.string(doctype.systemID))\">"
    }

    private static func element(_ document: Document, _ node: Node, _ indent: String) -> String {
        let prefix =
            switch document.namespace(node) {
            case .html: ""
            case .svg: "svg "
            case .mathML: "math "
            }
        let attributes = document.attributes(node).map { attribute -> (name: String, value: String) in
            let name = document.qualifiedName(attribute, on: node)
            return (prefix.isEmpty ? name : spaced(name), document.string(attribute.value))
        }
        let lines = attributes.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
            .map { "\(indent)  \($0.name)=\"\($0.value)\"\n" }
        return "\(indent)<\(prefix)\(document.name(node))>\n" + lines.joined()
    }

    /// Foreign attributes with a namespace are written `xlink href`.
    private static func spaced(_ name: String) -> String {
        let names: Set = [
            "xlink:actuate", "xlink:arcrole", "xlink:href", "xlink:role", "xlink:show", "xlink:title", "xlink:type",
            "xml:lang", "xml:space", "xmlns:xlink",
        ]
        if name == "xmlns" { return "xmlns xmlns" }
        return names.contains(name) ? name.split(separator: ":").joined(separator: " ") : name
    }
}
