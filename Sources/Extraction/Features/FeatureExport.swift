public import Markup

/// What the trainer needs of a page, computed by the code that serves: no feature exists twice.
public struct FeatureExport: Sendable {
    private let table: ClassTable
    private let phrases: PhraseTable

    /// An exporter with the learnt values of class tokens and phrases (none while they are being learnt).
    public init(classValues: [(hash: UInt32, value: Float)] = [], phraseValues: [(hash: UInt32, value: Float)] = []) {
        table = ClassTable(values: classValues)
        phrases = PhraseTable(values: phraseValues)
    }

    /// The analysis of an HTML page.
    public func analysis(of document: Document) -> PageAnalysis {
        PageAnalysis(Segmenter.segment(document), of: document, table: table, phrases: phrases)
    }

    /// The analysis of a text dump; `flat` takes its indentation away, as dumps of other programs have none.
    public func analysis(ofText text: Span<UInt8>, flat: Bool = false) -> PageAnalysis {
        var page = TextSegmenter.segment(text)
        if flat { for index in page.blocks.indices { page.blocks[index].indentation = 0 } }
        return PageAnalysis(page, phrases: phrases)
    }

    /// The analysis of a text dump without indentation that is made of an HTML page: dumps are rarer than pages, and the model of
    /// dumps learns of these too.
    public func analysis(ofDumped document: Document) -> PageAnalysis {
        analysis(ofText: Self.dump(Segmenter.segment(document)).span, flat: true)
    }

    /// A line a block, as text browsers print pages: a blank line between blocks that stand apart, a star before list items.
    static func dump(_ page: PageBlocks) -> [UInt8] {
        var text: [UInt8] = []
        var before: PageElement?
        for block in page.blocks {
            let element = page.elements[Int(block.element)]
            let isSame = before?.node == element.node
            if let before, !isSame, standsApart(before.kind) || standsApart(element.kind) { text.append(0x0A) }
            if element.kind == .li, !isSame { text += Array("* ".utf8) }
            text += page.buffer[block.text]
            text.append(0x0A)
            before = element
        }
        return text
    }

    private static func standsApart(_ kind: ElementKind) -> Bool {
        switch kind {
        case .p, .blockquote, .pre, .table, .caption, .figcaption, .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }

    /// The second stage's features, row by row.
    public static func secondStage(_ analysis: PageAnalysis, probabilities: [Float]) -> [Float] {
        NeighbourhoodFeatures(analysis, probabilities: probabilities).matrix.values
    }

    /// Tokens of each block, as the labels weigh them.
    public static func tokens(_ analysis: PageAnalysis) -> [Int32] { analysis.measures.map(\.tokens) }

    /// The hashes of the phrases in each block's first tokens.
    public static func phrases(_ analysis: PageAnalysis) -> [[UInt32]] {
        var meter = TextMeter(titles: TitleWords(), words: .empty)
        let buffer = analysis.page.buffer.span
        return analysis.page.blocks.map { block in
            let tokens = Int(meter.measure(buffer.extracting(block.text)).tokens)
            var hashes: [UInt32] = []
            PhraseTable.forEach(in: meter.lead, isWhole: meter.lead.count == tokens) { hashes.append($0) }
            return hashes
        }
    }

    /// The class tokens of an element: hash and spelling.
    public static func classTokens(of node: Node, in document: Document) -> [(hash: UInt32, token: String)] {
        var tokens: [(hash: UInt32, token: String)] = []
        for attribute in document.attributes(node) {
            switch attribute.name {
            case .class_, .id, .itemprop, .property, .dataTestid, .role:
                let value = document.utf8(attribute.value)
                ClassTokens.forEach(in: value) { hash, range in
                    let bytes = range.map { value[$0] | 0x20 }
                    tokens.append((hash, String(decoding: bytes, as: UTF8.self)))
                }
            default: break
            }
        }
        return tokens
    }
}
