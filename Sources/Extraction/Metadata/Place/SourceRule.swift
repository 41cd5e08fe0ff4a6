internal import Markup
internal import Normalization
internal import Pages
internal import Text

/// Finds the line that says where the article comes from, and the link behind the name.
enum SourceRule {
    /// The source, and the block of its line when a line states it: a line with a label near the headline, an element that
    /// is a source by its class, a `meta` field, a line with a label behind the body, the press that the machine title
    /// has in brackets, a name beside the dateline.
    static func find(_ lines: PageText, facts: PageFacts, document: Document?) -> (source: SourceLine, block: Int?)? {
        if let found = labelled(lines.head, lines, document) { return found }
        if let marked = marked(facts, lines) { return (marked, nil) }
        if let stated = stated(facts) { return (stated, nil) }
        if let found = labelled(lines.tail, lines, document) ?? released(lines) { return found }
        if let press = bracketed(facts, lines) { return (press, nil) }
        if let beside = DatelineSource.find(lines) { return (beside.source, nil) }
        return account(facts, lines).map { ($0, nil) }
    }

    /// On a page without any of these, the account that published: platforms of East Asia name it where others name authors.
    private static func account(_ facts: PageFacts, _ lines: PageText) -> SourceLine? {
        let near = lines.articleElements
        for fact in facts.people where fact.basis == .classWord && near?.contains(fact.element) ?? true {
            let scalars = fact.text.unicodeScalars
            let isWide = scalars.contains { Script.of($0.value).isWide }
            guard isWide, (2...16).contains(scalars.count), SourceName.isSound(fact.text),
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
                var source = SourceReader.read(lines.text(block)), SourceName.isSound(source.name),
                !lines.isInFigure(lines.element(block))
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
            guard !lines.isInFigure(fact.element) else { continue }
            var source = SourceReader.read(fact.text) ?? SourceLine(label: nil, name: SourceName.plain(fact.text))
            guard SourceName.isSound(source.name), source.name.unicodeScalars.count <= 30,
                TimeReader.first(in: source.name) == nil
            else { continue }
            if let url = fact.url, !url.hasPrefix("javascript:"), !url.hasPrefix("#") { source.url = url }
            return source
        }
        return nil
    }

    /// The line that closes a press release: `SOURCE Harbor Foods Inc.`
    private static func released(_ lines: PageText) -> (SourceLine, Int?)? {
        for block in lines.tail where lines.isShortLine(block, limit: 120) {
            let line = lines.text(block)
            guard line.hasPrefix("SOURCE ") else { continue }
            let name = Crumbs.trimmed(String(line.dropFirst(7)))
            guard name.contains(where: \.isLowercase), !lines.isSentence(block) || LegalForm.ends(name) else {
                continue
            }
            return (SourceLine(label: "SOURCE", name: name), block)
        }
        return nil
    }

    /// The press that a portal names in brackets behind the headline in its machine title, and beside the headline on the page.
    private static func bracketed(_ facts: PageFacts, _ lines: PageText) -> SourceLine? {
        let stated = facts.titleElement
        guard let close = stated.lastIndex(where: { $0 == "）" || $0 == ")" }),
            let open = stated[..<close].lastIndex(where: { $0 == "（" || $0 == "(" })
        else { return nil }
        let name = String(stated[stated.index(after: open)..<close])
        // Only pages of East Asia do so; elsewhere brackets hold anything.
        guard (2...24).contains(name.count), SourceName.isSound(name), name.contains(where: \.isLetter),
            stated.unicodeScalars.contains(where: { Script.of($0.value).isWide }),
            !(stated[stated.index(after: close)...].first?.isLetter ?? false)
        else { return nil }
        let folded = TextFold.fold(name)
        let start = lines.titleBlock ?? max(0, lines.bodyStart - 8)
        let isShown = (start..<max(start, lines.bodyStart)).contains { block in
            lines.isShortLine(block, limit: 200) && block != lines.titleBlock
                && TextFold.contains(lines.folded(block), folded)
        }
        return isShown ? SourceLine(label: nil, name: name) : nil
    }

    private static func stated(_ facts: PageFacts) -> SourceLine? {
        if let press = portal(facts) { return press }
        guard let stated = facts.meta(metaNames) else { return nil }
        let source = SourceReader.read(stated) ?? SourceLine(label: nil, name: SourceName.plain(stated))
        return source.name.utf8.count < 120 && SourceName.isSound(source.name) ? source : nil
    }

    /// The press whose article a portal shows, where it names both: `Press | Portal`.
    private static func portal(_ facts: PageFacts) -> SourceLine? {
        guard let parts = facts.meta("og:article:author")?.split(separator: "|").map({ Crumbs.trimmed(String($0)) }),
            parts.count == 2, let site = facts.meta("og:site_name"), TextFold.fold(parts[1]) == TextFold.fold(site),
            SourceName.isSound(parts[0])
        else { return nil }
        return SourceLine(label: nil, name: parts[0])
    }

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
