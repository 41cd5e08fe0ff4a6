internal import Markup
internal import Normalization
internal import Pages

/// Finds the line that says where the article comes from, and the link behind the name.
enum SourceRule {
    /// The source, and the block of its line when a line states it.
    static func find(_ lines: PageText, facts: PageFacts, document: Document?) -> (source: SourceLine, block: Int?)? {
        for block in Array(lines.head) + Array(lines.tail) {
            guard lines.isShortLine(block, limit: 300), lines.ask(block, SourceReader.isSourceLine),
                var source = SourceReader.read(lines.text(block))
            else { continue }
            source.url = source.url ?? link(named: source.name, block, lines, document)
            return (source, block)
        }
        guard let stated = facts.meta(metaNames) else { return nil }
        let source = SourceReader.read(stated) ?? SourceLine(label: nil, name: stated)
        return source.name.utf8.count < 120 && !source.name.contains("://") ? (source, nil) : nil
    }

    private static let metaNames = [
        "source", "og:article:source", "article:source", "dc.source", "contentsource", "sourcename",
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
