// The fuzz target compiles this file in one module with Markup's sources.
#if canImport(Markup)
    import Markup
#endif

/// parse(serialise(tree)) == tree, for trees HTML's syntax can write: those where no rule of the parser would move, merge, drop or
/// reopen anything (the standard's 13.3 warns of the others).
enum RoundTrip {
    /// Nil, or how the tree comes back changed; nil for trees that cannot be written.
    static func violation(in document: Document, parser: Parser) -> String? {
        guard canWrite(document) else { return nil }
        let html = Serializer.html(document)
        let again = parser.parse(Array(html.utf8))
        defer { parser.recycle(again) }
        let before = TreeDump.lines(document, from: document.root)
        let after = TreeDump.lines(again, from: again.root)
        return before == after ? nil : "written as \(html)\nwas\n\(before)came back as\n\(after)"
    }

    /// Whether the syntax can write the tree; says no where it is not sure.
    static func canWrite(_ document: Document) -> Bool {
        guard document.limitsReached.isEmpty, hasUsualFrame(document) else { return false }
        // Identifiers of a doctype are not written.
        if let doctype = document.doctype, !doctype.publicID.isEmpty || !doctype.systemID.isEmpty { return false }
        return document.descendants(of: document.root).allSatisfy { canWrite($0, in: document) }
    }

    /// `html` holds `head` and `body`, and text only between them.
    private static func hasUsualFrame(_ document: Document) -> Bool {
        guard let html = document.html, let head = document.head, let body = document.body else { return false }
        let elements = document.children(of: html).filter { document.kind($0) == .element }
        let texts = document.children(of: html).filter { document.kind($0) == .text }
        return elements == [head, body] && texts.allSatisfy { head.index < $0.index && $0.index < body.index }
            && document.children(of: document.root).filter { document.kind($0) == .element } == [html]
    }

    private static func canWrite(_ node: Node, in document: Document) -> Bool {
        switch document.kind(node) {
        case .document, .fragment, .doctype, .comment: return true
        case .text: return canWriteText(node, in: document)
        case .element:
            guard document.attributes(node).allSatisfy({ !holdsReturn(document.string($0.value)) }) else {
                return false
            }
            return document.namespace(node) == .html
                ? canWriteElement(node, in: document) : canWriteForeign(node, in: document)
        }
    }

    private static func canWriteText(_ node: Node, in document: Document) -> Bool {
        let text = document.string(document.slice(of: node))
        let isAlone = document.nextSibling(node).map { document.kind($0) != .text } ?? true
        guard let parent = document.parent(node) else { return false }
        // A script's `<!--` may swallow the end tag that is written behind it.
        if document.isHTML(parent, .script), text.contains("<!--") { return false }
        let isLoose = Rule.spaceOnly.contains(document.tag(parent)) && document.namespace(parent) == .html
        return isAlone && !text.isEmpty && !holdsReturn(text) && !(isLoose && text.contains { !$0.isWhitespace })
    }

    /// A carriage return, from a reference, would come back as a line feed.
    private static func holdsReturn(_ text: String) -> Bool { text.utf8.contains(0x0D) }

    private static func canWriteElement(_ node: Node, in document: Document) -> Bool {
        let tag = document.tag(node)
        guard let parent = document.parent(node) else { return false }
        let parentTag = document.namespace(parent) == .html ? document.tag(parent) : .unknown
        if document.kind(parent) == .element, document.namespace(parent) != .html, !isHTMLPoint(parent, in: document) {
            return false
        }
        if Rule.frame.contains(tag) { return true }
        if let parents = Rule.parents[tag] { return parents.contains(parentTag) && isHTML(parent, in: document) }
        if Rule.inHead.contains(tag) { return !Rule.strict.contains(parentTag) }
        guard parentTag != .head, !Rule.strict.contains(parentTag) else { return false }
        if Rule.notInItself.contains(tag), hasAncestor(of: node, in: document, where: { $0 == tag }) { return false }
        if Rule.headings.contains(tag), Rule.headings.contains(parentTag) { return false }
        if tag == .unknown || Rule.phrasing.contains(tag) { return true }
        return Rule.blocks.contains(tag) && !hasAncestor(of: node, in: document, where: { $0 == .p })
    }

    private static func isHTML(_ node: Node, in document: Document) -> Bool {
        document.kind(node) == .element && document.namespace(node) == .html
    }

    private static func hasAncestor(of node: Node, in document: Document, where matches: (Tag) -> Bool) -> Bool {
        document.ancestors(of: node).contains { document.kind($0) == .element && matches(document.tag($0)) }
    }

    private static func isHTMLPoint(_ node: Node, in document: Document) -> Bool {
        document.namespace(node) == .svg && [.title, .desc, .foreignObject].contains(document.tag(node))
    }

    /// SVG and MathML: roots by their names, what is below them by any that does not break out.
    private static func canWriteForeign(_ node: Node, in document: Document) -> Bool {
        guard let parent = document.parent(node), document.kind(parent) == .element else { return false }
        let tag = document.tag(node)
        if document.namespace(parent) == .html || isHTMLPoint(parent, in: document) {
            return tag == (document.namespace(node) == .svg ? .svg : .math)
                && !Rule.strict.contains(document.tag(parent))
                && document.tag(parent) != .head
        }
        return document.namespace(parent) == document.namespace(node) && tag != .annotationXml && tag != .font
    }

    /// What the parser asks of HTML's elements.
    private enum Rule {
        static let frame: Set<Tag> = [.html, .head, .body]
        static let inHead: Set<Tag> = [.base, .link, .meta, .title, .style, .script, .template]
        static let headings: Set<Tag> = [.h1, .h2, .h3, .h4, .h5, .h6]
        static let notInItself: Set<Tag> = [.a, .p, .button]
        static let phrasing: Set<Tag> = [
            .a, .abbr, .b, .big, .br, .button, .cite, .code, .em, .font, .i, .iframe, .img, .input, .label, .object, .q,
            .s,
            .small, .span, .strong, .sub, .sup, .time, .tt, .u, .wbr,
        ]
        static let blocks: Set<Tag> = headings.union([
            .address, .article, .aside, .blockquote, .center, .details, .dialog, .div, .dl, .figure, .footer, .header,
            .hr,
            .main, .menu, .nav, .ol, .p, .section, .summary, .table, .ul,
        ])
        /// Elements that are written only within certain others.
        static let parents: [Tag: Set<Tag>] = [
            .li: [.ul, .ol, .menu], .dd: [.dl], .dt: [.dl], .tbody: [.table], .thead: [.table], .tfoot: [.table],
            .caption: [.table], .colgroup: [.table], .col: [.colgroup], .tr: [.tbody, .thead, .tfoot], .td: [.tr],
            .th: [.tr],
        ]
        /// Elements that hold nothing but those.
        static let strict: Set<Tag> = [.table, .tbody, .thead, .tfoot, .tr, .colgroup]
        static let spaceOnly = strict.union([.html, .head])
    }
}
