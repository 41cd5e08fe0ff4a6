import Markup
import Pages
import Testing

@testable import Extraction

/// Which of a page's times is the article's.
@Suite("Times by place")
struct TimeRuleTests {
    private static let prose =
        "The harbour opened on Monday, the mayor said, and many people came to see the first ships sail in."

    private func published(_ above: String, _ below: String = "", url: String? = nil) -> String? {
        let document = Document.parse(
            "<body><div>\(above)</div><div><h1>Harbour opens</h1>\(below)<p>\(Self.prose)</p></div>")
        let page = Segmenter.segment(document)
        let body = page.blocks.indices.filter { page.text(of: $0).hasPrefix("The harbour opened") }
        let facts = FactCollector.collect(document, elements: page.elements)
        return MetadataReader.read(page: page, body: body, facts: facts, document: document, url: url)
            .article.published.first?.text
    }

    @Test(
        "the day above the headline is that of reading, where another stands below or in the address",
        arguments: [
            ("<p>Wednesday, November 25, 2026</p>", "<p>April 8, 2026</p>", nil, "April 8, 2026"),
            ("<p class=date>November 25, 2026 14:30</p>", "<p>April 8, 2026</p>", nil, "April 8, 2026"),
            ("<p>November 25, 2026</p>", "", "https://example.com/2026/04/08/harbour", "2026-04-08"),
            ("<p>April 8, 2026</p>", "", "https://example.com/2026/04/08/harbour", "April 8, 2026"),
            ("<p>April 8, 2026</p>", "", nil, "April 8, 2026"),
        ] as [(String, String, String?, String)])
    func masthead(above: String, below: String, url: String?, expected: String) {
        #expect(published(above, below, url: url) == expected)
    }

    @Test("a line that leads to another article states that one's time")
    func teasers() {
        let teaser = "<p>April 7, 2026 <a href=/x>Another article about something else in the town</a></p>"
        #expect(published("", teaser + "<p>April 8, 2026</p>") == "April 8, 2026")
    }

    @Test(
        "the title of an element that its class calls a date states the time",
        arguments: [
            "<abbr class=published title='2026-04-08T09:12:00+02:00'>this morning</abbr>",
            "<span class=post-date title='2026-04-08T09:12:00+02:00'>8 Apr</span>",
        ])
    func abbreviations(element: String) {
        #expect(published("", "<p>April 9, 2026</p><p>\(element)</p>") == "2026-04-08T09:12:00+02:00")
        #expect(published("", "<p>April 9, 2026</p><p class=date title='A day to remember'>x</p>") == "April 9, 2026")
    }

    @Test(
        "variables of scripts and rare names of the head state times",
        arguments: [
            ("<script>var ct = \"1581418070\";</script>", "1581418070"),
            ("<meta name=published content=2026-04-08>", "2026-04-08"),
        ])
    func rareNames(head: String, expected: String) { #expect(published(head) == expected) }
}
