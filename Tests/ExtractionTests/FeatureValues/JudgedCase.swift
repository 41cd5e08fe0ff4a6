import Markup
import Pages
import Testing

@testable import Extraction

/// A page as the gate sees it: with a probability a block (it is kept from .5 on), and with what its metadata are.
struct JudgedCase: Sendable {
    /// What the page is about.
    let name: String
    let html: String
    var p: [Float] = []
    var url: String?
    var article = Article()

    /// Learnt values of tokens: of classes, of words, and of the word "kettle" in a title and "ferry" in a URL.
    private static let tables = PageTables([
        ValueTable([(ClassTable.hash(of: "cart"), 1.5), (ClassTable.hash(of: "thread"), -0.5)]),
        ValueTable([(PageWords.hashes(of: "kettle")[0], 2), (PageWords.hashes(of: "tea")[0], -1)]),
        ValueTable([
            (statement("<title>Kettle</title>", nil), 0.75), (statement("", "https://example.org/ferry"), -0.25),
        ]),
    ])

    /// The hash of the only statement of a page.
    private static func statement(_ html: String, _ url: String?) -> UInt32 {
        let document = Document.parse(html)
        let page = Segmenter.segment(document)
        let facts = FactCollector.collect(document, elements: page.elements)
        return PageTokens(page, of: document, facts, url: url).distinct(of: .statements)[0]
    }

    /// The page's features.
    var features: PageFeatures {
        let document = Document.parse(html)
        let page = Segmenter.segment(document)
        let analysis = PageAnalysis(page, of: document, table: FeaturePage.classes, phrases: FeaturePage.phrases)
        let probabilities = page.blocks.indices.map { $0 < p.count ? p[$0] : 0 }
        let decision = Decision(analysis, probabilities: probabilities, threshold: 0.5, options: BodyOptions())
        let judged = JudgedPage(analysis: analysis, probabilities: probabilities, threshold: 0.5, decision: decision)
        let facts = FactCollector.collect(document, elements: page.elements)
        let tokens = PageTokens(page, of: document, facts, url: url)
        return PageFeatures(judged, article, facts, tokens, Self.tables, url: url)
    }

    /// A row of the tables of values.
    func row(_ feature: PageFeature, _ value: Double) -> PageFeatureRow {
        PageFeatureRow(feature: feature, page: self, value: value)
    }
}

/// What a feature is of a page.
struct PageFeatureRow: Sendable, CustomTestStringConvertible {
    let feature: PageFeature
    let page: JudgedCase
    /// The value, worked out from the feature's formula.
    let value: Double

    var testDescription: String { "\(feature) of \(page.name)" }
}
