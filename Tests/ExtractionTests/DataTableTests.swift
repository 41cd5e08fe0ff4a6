import Testing

@testable import Extraction
@testable import Markup

/// Tables between the paragraphs of a text.
@Suite struct DataTableTests {
    private static let (before, behind) = (
        "<p>Three wards voted on the new bridge on Sunday, and in all three the bridge was wanted.</p>",
        "<p>Work begins in May, the council said, and ends before the snow comes to the valley again.</p>"
    )

    /// The texts that are kept of a page whose paragraphs alone read like an article.
    private static func kept(_ html: String) throws -> [String] {
        let document = Document.parse("<body><main>\(html)</main>")
        let page = Segmenter.segment(document)
        let probabilities: [Float] = page.blocks.map { page.blocks.count > 1 && $0.text.count > 60 ? 0.9 : 0.1 }
        let judged = try BodyExtractor(model: .embedded()).judge(page, of: document, probabilities: probabilities)
        return judged.decision.kept.map(page.text(of:))
    }

    private static func table(_ rows: [[String]]) -> String {
        "<table>" + rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined() + "</table>"
    }

    private static let results = [
        ["Ward", "For"], ["<a href=/1>Harbour</a>", "61 %"], ["<a href=/2>Mill</a>", "58 %"],
    ]

    @Test(arguments: ["%", "<figure class=table>%</figure>", "<div><div>%</div></div>"])
    func theCellsOfATableBetweenTwoParagraphsAreKept(around: String) throws {
        let html = Self.before + around.replacing("%", with: Self.table(Self.results)) + Self.behind
        #expect(try Self.kept(html).count == 8)
    }

    @Test(
        "what is no table of the text, and what is laid out as one, is left out",
        arguments: [
            (before, table(results), ""),
            ("", table(results), behind),
            (before, table([["Ward", "For"]]), behind),
            (
                before,
                table([["<a href=/1>Harbour</a>"], ["<a href=/2>Mill</a>"], ["<a href=/3>Hill</a>"], ["Weir"]]), behind
            ),
            (
                before, table([["<a href=/1>Harbour</a>", "<a href=/2>Mill</a>"], ["<a href=/3>Hill</a>", "Weir"]]),
                behind
            ),
            (before, table([["<p>Harbour</p>", "<p>Mill</p>"], ["<p>Hill</p>", "<p>Weir</p>"]]), behind),
            (before, "<p>Results</p>" + table(results), behind),
        ])
    func otherTables(before: String, table: String, behind: String) throws {
        #expect(try Self.kept(before + table + behind).allSatisfy { $0.utf8.count > 60 })
    }
}
