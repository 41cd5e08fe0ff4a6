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

    /// Of some blocks those that stand in an element which says that it holds a transcript; none where the first few do not.
    func inTranscript(_ rows: [Int]) -> [Int] {
        guard document != nil, rows.prefix(12).contains(where: isInTranscript) else { return [] }
        return rows.filter(isInTranscript)
    }

    private func isInTranscript(_ row: Int) -> Bool {
        guard let document else { return false }
        var here = page.blocks[row].element
        // A transcript is no deeper in its element.
        for _ in 0..<8 where here >= 0 {
            let words = document.attribute(page.elements[Int(here)].node, .class_)
            if let words, contains(document.utf8(words.prefix(ContentAttributes.most)), "transcript") { return true }
            here = page.elements[Int(here)].parent
        }
        return false
    }

    private func classes(of element: Int) -> Set<String> {
        guard let document, let value = document.attribute(page.elements[element].node, .class_) else { return [] }
        let words = String(bytes: document.utf8(value.prefix(ContentAttributes.most))).lowercased()
        return Set(words.split(separator: " ").map(String.init))
    }
}
