import Markup
import Testing

@testable import Extraction

@Suite("Blocks as metadata rules see them")
struct PageTextTests {
    @Test(
        "a line is short up to so many bytes, wherever it stands",
        arguments: [("kurz", 4, true), ("länger", 6, false), ("länger", 7, true), ("短い", 6, true), ("短い", 5, false)])
    func shortLines(text: String, limit: Int, isShort: Bool) {
        let page = PageText(page: Segmenter.segment(Document.parse("<p>\(text)</p><p>x</p>")), body: [1])
        #expect(page.isShortLine(0, limit: limit) == isShort)
    }

    @Test("a line of 400 bytes is short where no limit is given")
    func limit() {
        let lines = [400, 401].map { "<p>" + String(repeating: "x", count: $0) + "</p>" }.joined()
        let page = PageText(page: Segmenter.segment(Document.parse(lines)), body: [0, 1])
        #expect(page.isShortLine(0))
        #expect(!page.isShortLine(1))
    }

    @Test("an article's images stand up to the text behind it, captions of its figures left aside")
    func images() throws {
        let figure = "<figure><img src=a.jpg><figcaption>The ferry</figcaption></figure>"
        let html =
            "<article><p>The ferry is back.</p>\(figure)</article><section><img src=b.jpg><h2>More</h2></section>"
        let page = Segmenter.segment(Document.parse("<body>\(html)"))
        let range = try #require(PageText(page: page, body: [0]).imageElements)
        let place = { (kind: ElementKind) in page.elements.firstIndex { $0.kind == kind } }
        #expect(range.contains(try #require(place(.figure))))
        #expect(!range.contains(try #require(place(.section))))
    }
}
