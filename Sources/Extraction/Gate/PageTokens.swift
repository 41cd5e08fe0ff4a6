import Foundation
internal import Markup
internal import Pages
internal import Text

/// What a page bears that may tell its kind, as hashes: what they tell is learnt (``PageTables``).
struct PageTokens {
    /// Where tokens stand; each has a table of its own.
    enum Place: Int, CaseIterable {
        /// Class tokens of the body's elements, as ``ClassTokens`` cuts them.
        case classes
        /// Words of its text.
        case words
        /// What it states: names of `meta` elements, `og:type`, `generator`, types of linked data, words of title and URL.
        case statements
    }

    private let page: PageBlocks
    private let document: Document
    private let facts: PageFacts
    private let url: String?

    init(_ page: PageBlocks, of document: Document, _ facts: PageFacts, url: String?) {
        self.page = page
        self.document = document
        self.facts = facts
        self.url = url
    }

    /// Calls `body` with each token of a place, some more than once.
    @inline(__always)
    func forEach(of place: Place, _ body: (_ hash: UInt32) -> Void) {
        switch place {
        case .classes: forEachClass(body)
        case .words: forEachWord(body)
        case .statements: statements().forEach(body)
        }
    }

    /// The tokens of a place, each once, in the order of their hashes.
    func distinct(of place: Place) -> [UInt32] {
        var hashes: Set<UInt32> = []
        forEach(of: place) { hashes.insert($0) }
        return hashes.sorted()
    }

    @inline(__always)
    private func forEachClass(_ body: (UInt32) -> Void) {
        // By the low bits of a value's hash the one that was read last: a page has few values, each on many elements.
        var read: [UInt64] = Array(repeating: 0, count: 512)
        for element in page.elements {
            for attribute in document.attributes(element.node) {
                switch attribute.name {
                case .class_, .id, .itemprop, .property, .dataTestid, .role:
                    let value = document.utf8(attribute.value)
                    let hash = Fingerprint.xxh3(value)
                    let place = Int(truncatingIfNeeded: hash & 511)
                    guard read[place] != hash else { continue }
                    read[place] = hash
                    ClassTokens.forEach(in: value) { hash, _ in body(hash) }
                default: break
                }
            }
        }
    }

    @inline(__always)
    private func forEachWord(_ body: (UInt32) -> Void) {
        let buffer = page.buffer.span
        for block in page.blocks { PageWords.forEach(in: buffer.extracting(block.text), body) }
    }

    /// What a statement is about: the same word in a title and in a URL are two tokens.
    private enum Statement: UInt32 {
        case meta = 1, openGraphType, generator, linkedType, title, url

        var seed: UInt32 { Folding.step(Folding.seed, rawValue) }

        /// The hash of a whole value, in lower case.
        func hash(of value: String) -> UInt32 {
            Folding.hash(of: value.lowercased().utf8, seed: seed)
        }
    }

    private func statements() -> [UInt32] {
        var hashes = facts.metas.keys.map { Statement.meta.hash(of: $0) }
        if let type = facts.meta("og:type") { hashes.append(Statement.openGraphType.hash(of: type)) }
        if let generator = facts.meta("generator") {
            hashes += PageWords.hashes(of: generator, seed: Statement.generator.seed).prefix(2)
        }
        for node in facts.linked.nodes { hashes += node.types.map { Statement.linkedType.hash(of: $0) } }
        hashes += PageWords.hashes(of: facts.titleElement, seed: Statement.title.seed)
        let path = url.flatMap { URLComponents(string: $0)?.path } ?? ""
        hashes += PageWords.hashes(of: path, seed: Statement.url.seed)
        return hashes
    }
}
