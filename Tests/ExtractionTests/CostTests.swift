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
        ("paragraphs in noscript in noscript", String(repeating: "<noscript><div>" + lines, count: blocks / 10)),
        (
            "deep noscript with paragraphs",
            String(repeating: String(repeating: "<noscript>", count: 50) + lines, count: 1000)
        ),
        ("list items with links", "<ul>" + String(repeating: "<li><a href='/x'>A headline</a>", count: blocks)),
    ]
    private static let lines = String(repeating: "<p>" + String(repeating: "word ", count: 20) + "</p>", count: 3)
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

    /// Pages of 100,000 elements that claim to state something, side by side or one in another.
    private static let claims: [(name: String, html: String)] = [
        ("headings in headings", String(repeating: "<h2><div>", count: blocks / 2)),
        ("empty headings", String(repeating: "<h2><i></i></h2>", count: blocks / 2)),
        ("captions in captions", String(repeating: "<figure><figcaption><div>", count: blocks / 3)),
        (
            "classes in classes",
            String(repeating: "<div class='tags subtitle author date source lead category breadcrumb'>", count: blocks)
        ),
        (
            "classes side by side",
            String(
                repeating: "<p class='tags subtitle author date source lead crumb category'><a href=/tag/x>x</a>",
                count: blocks / 2)
        ),
        ("times in times", String(repeating: "<time><div>", count: blocks / 2)),
        ("images in images", String(repeating: "<div itemprop='image author'>", count: blocks)),
        ("titles in titles", String(repeating: "<div itemprop='headline keywords'>", count: blocks)),
        ("the site's headings", String(repeating: "<h1 class=logo><a href=/>x</a></h1>", count: blocks / 2)),
        ("authors by address", String(repeating: "<a href=/author/x class=autor>x</a>", count: blocks)),
        ("authors and tags in links", String(repeating: "<a rel='tag author'>x</a>", count: blocks / 2)),
    ]

    @Test("reading what a page states is linear, whatever its elements claim", arguments: claims.map(\.name))
    func collectingFactsIsLinear(shape: String) throws {
        let html = try #require(Self.claims.first { $0.name == shape }?.html)
        let document = Document.parse(html)
        let facts = FactCollector.collect(document, elements: Segmenter.segment(document).elements)
        #expect(facts.steps <= 24 * document.nodeCount)
    }

    @Test(
        "a megabyte of line feeds is read once, and so are line feeds between words",
        arguments: ["\n", "\n \n", "x\n", "x.\n\n"])
    func lineFeeds(part: String) {
        let gap = String(repeating: part, count: 1_000_000 / part.utf8.count)
        let page = Segmenter.segment(Document.parse("<p>One line of text.\(gap)And one more.</p>"))
        #expect(page.blocks.count == 1)
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
