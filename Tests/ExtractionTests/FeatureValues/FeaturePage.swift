import Markup
import Testing

@testable import Extraction

/// A small page of which features are worked out by hand, with what a model would have learnt of its words.
struct FeaturePage: Sendable {
    /// What the page is about.
    let name: String
    /// Its HTML or, in a dump, its lines.
    let source: String
    /// Whether it is a text dump.
    var isDump = false

    /// Learnt values of class tokens.
    static let classes = ClassTable(
        values: [("alpha", 2), ("beta", -1.5), ("gamma", 0.5), ("delta", -0.25)].map { (ClassTable.hash(of: $0), $1) })
    /// Learnt values of phrases: "sign up for" anywhere, "read more" at a block's start.
    static let phrases = PhraseTable(values: [
        (lastPhrase(of: "sign up for"), -2.5), (lastPhrase(of: "read more"), -1.5),
    ])

    /// The hash of the last phrase of a text that is not a block's end.
    private static func lastPhrase(of text: String) -> UInt32 {
        var meter = TextMeter(titles: TitleWords(), words: .empty)
        let bytes = Array(text.utf8)
        _ = meter.measure(bytes.span)
        var last: UInt32 = 0
        PhraseTable.forEach(in: meter.lead, isWhole: false) { last = $0 }
        return last
    }

    /// The page, analysed.
    var analysis: PageAnalysis {
        if isDump {
            let lines = Array(source.utf8)
            return PageAnalysis(TextSegmenter.segment(lines.span), phrases: Self.phrases)
        }
        let document = Document.parse(source)
        return PageAnalysis(Segmenter.segment(document), of: document, table: Self.classes, phrases: Self.phrases)
    }

    /// A row of the tables below.
    func row(_ feature: Feature, _ block: String, _ value: Double) -> FeatureRow {
        FeatureRow(feature: feature, page: self, block: block, value: value)
    }
}

/// What a feature is of a block.
struct FeatureRow: Sendable, CustomTestStringConvertible {
    let feature: Feature
    let page: FeaturePage
    /// How the block's text begins; the first such block is meant.
    let block: String
    /// The value, worked out from the feature's formula.
    let value: Double

    var testDescription: String { "\(feature) of \"\(block)\" (\(page.name))" }
}

/// Gathers the rows of a table, so that each is a statement of its own.
@resultBuilder enum RowsOf<Row> {
    static func buildPartialBlock(first: Row) -> [Row] { [first] }
    static func buildPartialBlock(first: [Row]) -> [Row] { first }
    static func buildPartialBlock(accumulated: [Row], next: Row) -> [Row] { accumulated + [next] }
    static func buildPartialBlock(accumulated: [Row], next: [Row]) -> [Row] { accumulated + next }
    static func buildArray(_ parts: [[Row]]) -> [Row] { parts.flatMap(\.self) }
}

/// So many tokens, of which only the first is another than in other lines; no sentence.
func words(_ tokens: Int, _ first: String) -> String {
    ([first] + Array(repeating: "onda", count: tokens - 1)).joined(separator: " ")
}

/// The same as a sentence: from 12 tokens on a long block.
func line(_ tokens: Int, _ first: String) -> String { words(tokens, first) + "." }

/// The ordinal of a kind of element.
func kind(_ kind: ElementKind) -> Double { Double(kind.rawValue) }
