import Markup
import Testing

@testable import Extraction

@Suite("What headings say beside the headline")
struct HeadingTextTests {
    private func facts(_ heading: String) -> PageFacts {
        let document = Document.parse(heading + "<p>x</p>")
        return FactCollector.collect(document, elements: Segmenter.segment(document).elements)
    }

    @Test(
        "a last child with the day is no part of the headline",
        arguments: [
            (
                "<h1>Harbour opens after years<br><span>2026-04-08 08:15 Source: Post</span></h1>",
                "Harbour opens after years"
            ),
            ("<h1>Harbour opens after years <small>04.01.12 12:26</small></h1>", "Harbour opens after years"),
            ("<h1>港口今日重新开放迎客<br/><span>2026-04-08 来源：海城新闻网</span></h1>", "港口今日重新开放迎客"),
            ("<h1>Harbour opens <span>after years</span></h1>", "Harbour opens after years"),
            ("<h1><span>8 April 2026</span></h1>", "8 April 2026"),
            ("<h1>The plan for <span>2026</span></h1>", "The plan for 2026"),
        ])
    func tails(heading: String, text: String) { #expect(facts(heading).headings.map(\.text) == [text]) }

    @Test(
        "the site's own heading is no headline",
        arguments: [
            "<h1 class=logo>Harbour Post</h1>", "<h1 id=site-name><span>Harbour Post</span></h1>",
            "<h1><a href='/'>Harbour Post</a></h1>", "<h1><a href='https://example.com/'>Harbour Post</a></h1>",
            "<h1><a href='https://example.com'>Harbour Post</a></h1>",
        ])
    func sites(heading: String) {
        #expect(facts(heading).headings.isEmpty)
        #expect(facts(heading).siteHeadings == ["Harbour Post"])
    }

    @Test(
        "a heading that leads to its own page is a headline",
        arguments: [
            "<h1><a href='/news/1'>Harbour opens</a></h1>", "<h1 class=blog-title>Harbour opens</h1>",
            "<h1><a href='#'>Harbour opens</a></h1>",
        ])
    func headlines(heading: String) { #expect(facts(heading).headings.map(\.text) == ["Harbour opens"]) }
}
