public import Markup

/// What the trainer needs of a page, computed by the code that serves: no feature exists twice.
public struct FeatureExport: Sendable {
    private let table: ClassTable

    /// An exporter with the learnt values of class tokens (none while they are being learnt).
    public init(classValues: [(hash: UInt32, value: Float)] = []) {
        table = ClassTable(values: classValues)
    }

    /// The analysis of an HTML page.
    public func analysis(of document: Document) -> PageAnalysis {
        PageAnalysis(Segmenter.segment(document), of: document, table: table)
    }

    /// The analysis of a text dump; `flat` takes its indentation away, as dumps of other programs have none.
    public func analysis(ofText text: Span<UInt8>, flat: Bool = false) -> PageAnalysis {
        var page = TextSegmenter.segment(text)
        if flat { for index in page.blocks.indices { page.blocks[index].indentation = 0 } }
        return PageAnalysis(page)
    }

    /// The second stage's features, row by row.
    public static func secondStage(_ analysis: PageAnalysis, probabilities: [Float]) -> [Float] {
        NeighbourhoodFeatures(analysis, probabilities: probabilities).values
    }

    /// Tokens of each block, as the labels weigh them.
    public static func tokens(_ analysis: PageAnalysis) -> [Int32] { analysis.measures.map(\.tokens) }

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
