import Markup
import Pages
import Testing

@testable import Extraction

/// What hostile and very long pages cost: counted in steps, not in time.
@Suite struct CostTests {
    private static let blocks = 100_000

    /// Pages of 100,000 blocks or text nodes, of shapes that a careless walk is quadratic on.
    private static let shapes: [(name: String, html: String)] = [
        ("paragraphs", String(repeating: "<p>One line of text.", count: blocks)),
        ("line breaks in one element", "<div>" + String(repeating: "One line of text.<br>", count: blocks)),
        ("one block of many text nodes", "<p>" + String(repeating: "one <b>word</b> ", count: blocks / 2)),
        (
            "text nodes below a deep stack of inline elements",
            "<p>first " + String(repeating: "<span>", count: 400)
                + String(repeating: "word <i>and</i> ", count: blocks / 2)
        ),
        ("deep stacks side by side", String(repeating: deep, count: blocks / 100)),
        ("list items with links", "<ul>" + String(repeating: "<li><a href='/x'>A headline</a>", count: blocks)),
    ]
    private static let deep =
        "<p>x" + String(repeating: "<span>a ", count: 100) + String(repeating: "</span>b ", count: 100) + "</p>"

    @Test(arguments: shapes.map(\.name))
    func cuttingAPageIsLinear(shape: String) throws {
        let html = try #require(Self.shapes.first { $0.name == shape }?.html)
        let document = Document.parse(html)
        let page = Segmenter.segment(document)
        #expect(page.steps <= 3 * document.nodeCount + 10)
        #expect(!page.blocks.isEmpty)
    }

    @Test func everyBlockOfAVeryLongPageIsMeasured() {
        let document = Document.parse(String(repeating: "<p>One line of text.", count: Self.blocks))
        let page = Segmenter.segment(document)
        #expect(page.blocks.count == Self.blocks)
        let analysis = PageAnalysis(
            page, of: document, table: ClassTable(values: []), phrases: PhraseTable(values: []))
        #expect(analysis.measures.count == Self.blocks)
        #expect(analysis.features[Self.blocks - 1, .copiesBefore] == 9)
        let around = NeighbourhoodFeatures(analysis, probabilities: Array(repeating: 0.5, count: Self.blocks))
        #expect(around.matrix.values.count == Self.blocks * NeighbourhoodFeatures.columns)
    }
}
