internal import Markup
internal import Normalization
internal import Pages
internal import Text

/// Finds the line that says where the article comes from, and the link behind the name.
enum SourceRule {
    /// The source, and the block of its line when a line states it: a line with a label near the headline, an element that
    /// is a source by its class, a `meta` field, a line with a label behind the body, a name beside the dateline.
    static func find(_ lines: PageText, facts: PageFacts, document: Document?) -> (source: SourceLine, block: Int?)? {
        if let found = labelled(lines.head, lines, document) { return found }
        if let marked = marked(facts, lines) { return (marked, nil) }
        if let stated = stated(facts) { return (stated, nil) }
        if let found = labelled(lines.tail, lines, document) { return found }
        if let beside = DatelineSource.find(lines) { return (beside.source, nil) }
        return account(facts, lines).map { ($0, nil) }
    }

    /// On a page without any of these, the account that published: platforms of East Asia name it where others name authors.
    private static func account(_ facts: PageFacts, _ lines: PageText) -> SourceLine? {
        let near = lines.articleElements
        for fact in facts.people where fact.basis == .classWord && near?.contains(fact.element) ?? true {
            let scalars = fact.text.unicodeScalars
            let isWide = scalars.contains { Script.of($0.value).isWide }
            guard isWide, (2...16).contains(scalars.count), isName(fact.text), !fact.text.contains(":"),
                BylineReader.read(fact.text).isEmpty, TimeReader.first(in: fact.text) == nil,
                !DatelineSource.notes.contains(where: fact.text.contains)
            else { continue }
            return SourceLine(label: nil, name: fact.text)
        }
        return nil
    }

    private static func labelled(_ range: Range<Int>, _ lines: PageText, _ document: Document?) -> (SourceLine, Int?)? {
        for block in range {
            guard lines.isShortLine(block, limit: 300), lines.ask(block, SourceReader.isSourceLine),
                var source = SourceReader.read(lines.text(block)), isName(source.name)
            else { continue }
            source.url = source.url ?? link(named: source.name, block, lines, document)
            return (source, block)
        }
        return nil
    }

    /// The first element near the headline that names a source.
    private static func marked(_ facts: PageFacts, _ lines: PageText) -> SourceLine? {
        let near = lines.articleElements
        for fact in facts.sources where near?.contains(fact.element) ?? true {
            var source = SourceReader.read(fact.text) ?? SourceLine(label: nil, name: fact.text)
            guard isName(source.name), source.name.unicodeScalars.count <= 30,
                TimeReader.first(in: source.name) == nil
            else { continue }
            if let url = fact.url, !url.hasPrefix("javascript:"), !url.hasPrefix("#") { source.url = url }
            return source
        }
        return nil
    }

    private static func stated(_ facts: PageFacts) -> SourceLine? {
        guard let stated = facts.meta(metaNames) else { return nil }
        let source = SourceReader.read(stated) ?? SourceLine(label: nil, name: stated)
        return source.name.utf8.count < 120 && isName(source.name) ? source : nil
    }

    /// Whether a text may be a source's name: no clause, no address, none of the words that say that nobody knows.
    static func isName(_ text: String) -> Bool {
        !text.isEmpty && !text.contains { "，,。！？!?;；：".contains($0) } && !contains(text.utf8.span, "://")
            && !unknown.contains(text)
    }

    /// What pages write where they do not know or do not say.
    static let unknown: Set<String> = ["网络", "互联网", "网络整理", "未知", "佚名", "本站", "转载", "网友", "综合", "不详", "整理", "其他"]

    private static let metaNames = [
        "source", "og:article:source", "article:source", "dc.source", "contentsource", "sourcename", "mediaid",
    ]

    /// The link on the source's name within its block, or right behind its label.
    private static func link(named name: String, _ block: Int, _ lines: PageText, _ document: Document?) -> String? {
        guard let document, let node = lines.page.node(of: block) else { return nil }
        var walk = document.descendants(of: node)
        var steps = 0
        let folded = TextFold.fold(name)
        while steps < 64, let below = walk.next() {
            steps += 1
            guard document.isHTML(below, .a), let href = document.attribute(below, .href) else { continue }
            let text = TextFold.fold(ElementText.read(below, of: document, limit: 200))
            let url = document.string(href)
            if text == folded, !url.isEmpty, !url.hasPrefix("javascript:"), !url.hasPrefix("#") { return url }
        }
        return nil
    }
}
