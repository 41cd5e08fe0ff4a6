internal import Markup

/// What the classes of a page's elements tell, where a decision asks for it.
struct ElementClasses {
    private let page: PageBlocks
    private let document: Document?

    init(_ page: PageBlocks, of document: Document?) {
        self.page = page
        self.document = document
    }

    /// Whether two elements have a class in common.
    func areShared(_ one: Int, _ other: Int) -> Bool { !classes(of: one).isDisjoint(with: classes(of: other)) }

    /// Whether two elements have a class in common, or none.
    func areAlike(_ one: Int, _ other: Int) -> Bool {
        let (classes, others) = (classes(of: one), classes(of: other))
        return classes.isEmpty ? others.isEmpty : !classes.isDisjoint(with: others)
    }

    /// Of some blocks those that stand in an element which says that it holds a transcript; none where the first few do not.
    func inTranscript(_ rows: [Int]) -> [Int] {
        guard document != nil, rows.prefix(12).contains(where: isInTranscript) else { return [] }
        return rows.filter(isInTranscript)
    }

    private func isInTranscript(_ row: Int) -> Bool {
        guard let document else { return false }
        if Self.beginsWithSound(page.buffer.span.extracting(page.blocks[row].text)) { return true }
        var here = page.blocks[row].element
        // A transcript is no deeper in its element.
        for _ in 0..<8 where here >= 0 {
            let node = page.elements[Int(here)].node
            for name in [AttributeName.class_, .id] {
                let words = document.attribute(node, name)?.prefix(ContentAttributes.most)
                if let words, Self.namesTranscript(document.utf8(words)) { return true }
            }
            if page.elements[Int(here)].kind == .details, hasTranscriptSummary(node, document) { return true }
            here = page.elements[Int(here)].parent
        }
        return false
    }

    private func hasTranscriptSummary(_ details: Node, _ document: Document) -> Bool {
        let first = document.descendants(of: details).prefix(4)
        guard let summary = first.first(where: { document.tag($0) == .summary }) else { return false }
        let text = Array(document.text(of: summary).prefix(ContentAttributes.most))
        return Self.namesTranscript(text.span)
    }

    /// Whether a text has the word for a transcript, in the languages that write it alike.
    private static func namesTranscript(_ text: Span<UInt8>) -> Bool {
        contains(text, "transcri") || contains(text, "transkri") || contains(text, "trascri")
    }

    /// Whether a text begins as those do that tell what is heard, in capitals: `[MUSIC PLAYING] Hello everyone`.
    private static func beginsWithSound(_ text: Span<UInt8>) -> Bool {
        guard text.count > 40, text[0] == UInt8(ascii: "["),
            let end = (1..<32).first(where: { text[$0] == UInt8(ascii: "]") })
        else { return false }
        let words = text.extracting(1..<end)
        return words.indices.allSatisfy { words[$0] &- 0x61 >= 26 } && sounds.contains { contains(words, $0) }
    }

    /// Music in the languages that write it alike; letters with accents have the same last five bits in capitals.
    private static let sounds: [StaticString] = ["music", "musik", "musiq", "música", "muzyk", "muziek", "müzik"]

    /// Whether a block's own element, or the one right around it, is shown to nobody.
    func isHidden(_ row: Int) -> Bool {
        guard let document else { return false }
        let own = page.blocks[row].element
        guard own >= 0 else { return false }
        for element in [own, page.elements[Int(own)].parent] where element >= 0 {
            let node = page.elements[Int(element)].node
            if document.attribute(node, .hidden) != nil { return true }
            let style = document.attribute(node, .style)?.prefix(ContentAttributes.most)
            if let style, HidingStyle.hides(document.utf8(style)) { return true }
        }
        return false
    }

    private func classes(of element: Int) -> Set<String> {
        guard let document, let value = document.attribute(page.elements[element].node, .class_) else { return [] }
        let words = String(bytes: document.utf8(value.prefix(ContentAttributes.most))).lowercased()
        return Set(words.split(separator: " ").map(String.init))
    }
}
