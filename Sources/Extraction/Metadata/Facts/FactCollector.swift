import Foundation
internal import Markup
internal import Pages
internal import Text

/// Collects ``PageFacts`` in one walk over the document, in document order, without recursion.
///
/// Everything is bounded: how many facts of a kind are kept, and how much text of one element is read.
struct FactCollector {
    let document: Document
    private let elements: [PageElement]
    private var cursor = 0
    var facts = PageFacts()
    private var figures: [Figure] = []
    var crumbRoot: Node?
    var tagRoot: Node?
    /// The quotation that the walk is in: people and times in it are those of what is quoted, a post of some network say.
    var quoteRoot: Node?
    var classWords = ClassWordsMemo()
    /// Elements asked for what their class says they hold, whether they held any.
    var asked = (
        people: 0, names: 0, backgrounds: 0, dates: 0, sources: 0, tags: 0, subtitles: 0, leads: 0, sections: 0,
        homes: 0, items: 0, times: 0, headings: 0, links: 0, captions: 0
    )

    /// Facts of one kind that are kept; a page with more is a listing.
    static let maximumFacts = 256
    /// Elements of one kind that are asked: classes lie, and asking costs a walk.
    static let maximumAsked = 1_024
    /// Bytes of an element's text that are read.
    static let maximumText = 600

    private struct Figure {
        var node: Node
        var firstImage: Int
        var caption: String?
    }

    /// The facts of a page, or the first of them once the clock is over. `elements` are those of its blocks, so that facts and
    /// blocks share positions.
    static func collect(
        _ document: Document, elements: [PageElement], clock: PageClock = .endless
    ) -> PageFacts {
        var collector = FactCollector(document: document, elements: elements)
        collector.walk(clock)
        collector.takeParselyPage()
        return collector.facts
    }

    private init(document: Document, elements: [PageElement]) {
        self.document = document
        self.elements = elements
    }

    private mutating func walk(_ clock: PageClock) {
        var walk = document.walk(from: document.root)
        var events = 0
        while let event = walk.next(), !clock.isOver(at: events) {
            events += 1
            facts.steps += 1
            switch event {
            case .enter(let node):
                guard document.kind(node) == .element else {
                    if document.kind(node) == .fragment {
                        if !document.isShown(fragment: node) { walk.skipChildren(of: node) }
                        if cursor < elements.count, elements[cursor].node == node { cursor += 1 }
                    }
                    continue
                }
                enter(node)
            case .leave(let node):
                if figures.last?.node == node { closeFigure() }
                if crumbRoot == node { crumbRoot = nil }
                if tagRoot == node { tagRoot = nil }
                if quoteRoot == node { quoteRoot = nil }
            }
        }
    }

    var position: Int { cursor - 1 }

    private mutating func enter(_ node: Node) {
        if cursor < elements.count, elements[cursor].node == node { cursor += 1 }
        let tag = document.tag(node)
        switch tag {
        case .meta: takeMeta(node)
        case .title: takeTitle(node)
        case .base: facts.base = facts.base ?? string(node, .href)
        case .link: takeLink(node)
        case .script: takeScript(node)
        case .html: facts.language = facts.language ?? string(node, .lang) ?? string(node, .xmlLang)
        case .h1: takeHeading(node, 1)
        case .h2: takeHeading(node, 2)
        case .h3: takeHeading(node, 3)
        case .h4: takeHeading(node, 4)
        case .img, Self.ampImage: takeImage(node)
        case .figure: figures.append(Figure(node: node, firstImage: facts.images.count))
        case .figcaption: takeCaption(node)
        case .blockquote: quoteRoot = quoteRoot ?? node
        case .a:
            if leads(node, Tags.leadsToTag) { take(node, into: \.tagPaths) }
            takeHomeLink(node)
        case .div, .span, .section, .i: if !figures.isEmpty || asked.backgrounds < 32 { takeBackground(node) }
        default: break
        }
        if tag != .meta { takeMarked(node, tag) }
    }

    // MARK: Head

    private mutating func takeMeta(_ node: Node) {
        // What some writers of pages give as `value` is meant as `content`.
        let stated = document.attribute(node, .content) ?? document.attribute(node, .value)
        guard let slice = stated, !slice.isEmpty, facts.metas.count < 1024 else { return }
        let value = MarkedText.plain(string(slice))
        guard !value.isEmpty else { return }
        for attribute in Self.metaNames {
            guard let name = string(node, attribute)?.lowercased(), name.utf8.count < 80 else { continue }
            if attribute == .itemprop, takeItem(name, value, node, .itemprop) { continue }
            // RDFa lets a property be a list of names.
            let isList = attribute == .property && contains(name.utf8.span, " ")
            let names = isList ? name.split(separator: " ").map(String.init) : [name]
            for name in names where facts.metas[name, default: []].count < 64 {
                facts.metas[name, default: []].append(value)
            }
        }
    }

    private mutating func takeTitle(_ node: Node) {
        guard facts.titleElement.isEmpty, document.namespace(node) == .html else { return }
        facts.titleElement = text(of: node)
    }

    private mutating func takeLink(_ node: Node) {
        guard let rel = document.attribute(node, .rel) else { return }
        if names(rel, "canonical"), isOfPage(node) { facts.canonical = facts.canonical ?? string(node, .href) }
        if names(rel, "image_src") { facts.linkedImage = facts.linkedImage ?? string(node, .href) }
    }

    /// Whether one of the words of a list is this one, which is in lower case, whatever the case of the list's letters.
    func names(_ list: ByteSlice, _ word: StaticString) -> Bool {
        let list = document.utf8(list.prefix(MarkedText.maximumBytes))
        var index = 0
        while index < list.count {
            let start = index
            while index < list.count, !PlainSpace.isWhite(UInt32(list[index])) { index += 1 }
            if Self.isSame(list.extracting(start..<index), word) { return true }
            index += 1
        }
        return false
    }

    private static func isSame(_ text: Span<UInt8>, _ word: StaticString) -> Bool {
        guard text.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { word in
            word.indices.allSatisfy { word[$0] == (text[$0] &- 0x41 < 26 ? text[$0] | 0x20 : text[$0]) }
        }
    }

    /// Whether a link speaks for the page, not for a story that is embedded in it: it stands in the head, or in the body itself, where
    /// a head goes on that something broke off.
    private func isOfPage(_ node: Node) -> Bool {
        guard let parent = document.parent(node) else { return false }
        return [.head, .body, .html].contains(document.tag(parent))
    }

    private mutating func takeScript(_ node: Node) {
        guard let type = document.attribute(node, .type), contains(document.utf8(type), "ld+json") else { return }
        facts.linked.read(document.text(of: node)[...])
    }

    /// Spreads the object that `parsely-page` holds over the names that each of its fields has as a `meta` element of its own.
    private mutating func takeParselyPage() {
        guard let text = facts.meta("parsely-page"), text.utf8.count < 20_000,
            let page = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        else { return }
        let names = [
            ("title", "parsely-title"), ("authors", PeopleRule.weakName), ("author", PeopleRule.weakName),
            ("section", "parsely-section"), ("tags", "parsely-tags"), ("pub_date", "parsely-pub-date"),
            ("image_url", "parsely-image-url"),
        ]
        for (field, name) in names where facts.metas[name] == nil {
            let values = LinkedNode.strings(page[field])
            guard !values.isEmpty else { continue }
            facts.metas[name] = field == "tags" ? [values.joined(separator: ",")] : values
        }
    }

    // MARK: Body

    private mutating func takeHeading(_ node: Node, _ level: Int) {
        guard facts.headings.count < Self.maximumFacts, asked.headings < Self.maximumAsked else { return }
        asked.headings += 1
        let whole = HeadingText.shown(node, in: document, text: text(of: node))
        guard !whole.isEmpty else { return }
        if level == 1, facts.siteHeadings.count < 16, HeadingText.isOfSite(node, in: document, text: whole) {
            return facts.siteHeadings.append(whole)
        }
        let text = HeadingText.withoutTail(node, in: document, text: whole, title: facts.titleElement)
        var heading = HeadingFact(level: level, text: text, element: position)
        if level <= 2 {
            let parts = document.children(of: node).prefix(8).filter { document.kind($0) == .element }
            heading.parts = parts.map { self.text(of: $0) }.filter { !$0.isEmpty && $0 != text }
            heading.headline = Kicker.headline(in: node, of: document, whole: text)
        }
        facts.headings.append(heading)
    }

    private mutating func takeImage(_ node: Node) {
        guard facts.images.count < Self.maximumFacts, position >= 0 else { return }
        facts.images.append(ImagePlace(node: node, element: position))
    }

    /// Keeps the image that a style sets behind an element which says that it is one: in a figure, or by its role.
    private mutating func takeBackground(_ node: Node) {
        guard facts.images.count < Self.maximumFacts, position >= 0, let style = document.attribute(node, .style),
            contains(document.utf8(style.prefix(MarkedText.maximumBytes)), "url(")
        else { return }
        guard !figures.isEmpty || string(node, .role) == "img" else { return }
        asked.backgrounds += 1
        facts.images.append(ImagePlace(node: node, element: position, isBehind: true))
    }

    private mutating func takeCaption(_ node: Node) {
        guard let last = figures.indices.last, figures[last].caption == nil, asked.captions < Self.maximumAsked else {
            return
        }
        asked.captions += 1
        let caption = ImageRule.caption(text(of: node, parted: true))
        if !caption.isEmpty { figures[last].caption = caption }
    }

    private mutating func closeFigure() {
        guard let figure = figures.popLast(), let caption = figure.caption else { return }
        for index in facts.images.indices.dropFirst(figure.firstImage) { facts.images[index].caption = caption }
    }

    private mutating func takeHomeLink(_ node: Node) {
        guard facts.homeLinks.count < 24, asked.homes < Self.maximumAsked,
            let host = document.attribute(node, .href).flatMap({ HomeLink.host(document.utf8($0)) })
        else { return }
        asked.homes += 1
        var names = [text(of: node, limit: 120), string(node, .title) ?? ""]
        if names[0].isEmpty {
            names += document.descendants(of: node).prefix(8).filter { document.tag($0) == .img }.compactMap {
                string($0, .alt)
            }
        }
        for name in names where name.utf8.count >= 3 && name.utf8.count < 80 {
            facts.homeLinks.append(HomeLink(name: HomeLink.plain(name), host: host))
        }
    }

    // MARK: Values

    func string(_ node: Node, _ name: AttributeName) -> String? {
        document.attribute(node, name).flatMap(filled)
    }

    /// The string of a slice, unless it is empty.
    func filled(_ slice: ByteSlice) -> String? { slice.isEmpty ? nil : string(slice) }

    func string(_ slice: ByteSlice) -> String {
        String(bytes: document.utf8(slice).extracting(first: MarkedText.maximumBytes))
    }

    mutating func text(
        of node: Node, limit: Int = FactCollector.maximumText, parted: Bool = false
    ) -> String {
        ElementText.read(node, of: document, limit: limit, parted: parted, steps: &facts.steps)
    }

    private static let metaNames = [AttributeName.property, .name, .itemprop, .httpEquiv]
    private static let ampImage = Tag("amp-img")
}
