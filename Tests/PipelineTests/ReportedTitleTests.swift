import Pages
import Testing

@testable import Pipeline

/// Where headlines stand and what stands beside them: a row a kind, through the whole pipeline.
@Suite("Headlines as pages have them")
struct ReportedTitleTests {
    private let pipeline: PagePipeline

    init() throws { pipeline = try TestPipeline.make() }

    struct Row: CustomTestStringConvertible, Sendable {
        var kind: String
        /// The `title` element, none where it is empty.
        var element: String
        var markup: String
        var title = headline
        var head = ""
        var testDescription: String { kind }
    }

    private static let headline = "Old ferry returns to the river"

    static let rows: [Row] = [
        Row(
            kind: "headline, section and site in the title element",
            element: "Old ferry returns to the river | Town | Gazette",
            markup: "<h1>Old ferry returns to the river</h1>"),
        Row(kind: "the same without a heading", element: "Old ferry returns to the river | Town | Gazette", markup: ""),
        Row(
            kind: "the site before a colon", element: "Gazette: Old ferry returns to the river", markup: "",
            head: "<meta property=og:site_name content=Gazette>"),
        Row(
            kind: "the site as h1, the headline below", element: "Gazette – Old ferry returns to the river",
            markup: "<h1><a href='/'>Gazette</a></h1><h2>Old ferry returns to the river</h2>",
            head: "<meta property=og:site_name content=Gazette>"),
        Row(
            kind: "nothing but the site's name in the head", element: "Gazette",
            markup: "<h1>Old ferry returns to the river</h1>",
            head: "<meta property=og:title content='Gazette'><meta property=og:site_name content=Gazette>"),
        Row(
            kind: "a logo as h1", element: "Gazette",
            markup: "<h1 class=logo>Gazette</h1><h2>Old ferry returns to the river</h2>",
            head: "<meta property=og:title content='Gazette'>"),
        Row(
            kind: "the head worded for search engines", element: "Ferry timetable, fares and news 2026",
            markup: "<h1>Old ferry returns to the river</h1>",
            head: "<meta property=og:title content='Ferry timetable, fares and news 2026'>"),
        Row(
            kind: "a headline cut short in the head", element: "Old ferry returns to…",
            markup: "<h1>Old ferry returns to the river</h1>",
            head: "<meta property=og:title content='Old ferry returns to…'>"),
        Row(
            kind: "cut short, whole in the linked data", element: "Old ferry returns to ...", markup: "",
            head:
                "<meta property=og:title content='Old ferry returns to ...'><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Old ferry returns to the river\"}</script>"
        ),
        Row(
            kind: "a line below, set small", element: "Old ferry returns to the river - Gazette",
            markup: "<h1>Old ferry returns to the river <small>Hundreds watched from the quay</small></h1>"),
        Row(
            kind: "a kicker inside the heading", element: "Old ferry returns to the river - Gazette",
            markup: "<h1><span class=kicker>Shipping</span> Old ferry returns to the river</h1>"),
        Row(
            kind: "a kicker with a colon", element: "Old ferry returns to the river - Gazette",
            markup: "<h1><span class=dachzeile>Shipping:</span><span> Old ferry returns to the river</span></h1>"),
        Row(
            kind: "when and where from inside the heading", element: "Old ferry returns to the river - Gazette",
            markup: "<h1>Old ferry returns to the river<br><span>2026-04-08 10:22 Source: Gazette</span></h1>"),
        Row(
            kind: "a second h1 for something else", element: "Old ferry returns to the river - Gazette",
            markup: "<h1>Old ferry returns to the river</h1><h1>Subscribe to our newsletter</h1>"),
        Row(
            kind: "an h1 before that heads a box", element: "Old ferry returns to the river - Gazette",
            markup: "<h1>Most read</h1><h1>Old ferry returns to the river</h1>"),
        Row(
            kind: "a template that states the author as og:title", element: "Old ferry returns to the river - Gazette",
            markup: "", head: "<meta property=og:title content='Mara Quist'><meta name=author content='Mara Quist'>"),
        Row(
            kind: "references to characters", element: "Ferry &#8220;Ada&#8221; returns to the river - Gazette",
            markup: "<h1>Ferry &#8220;Ada&#8221; returns to the river</h1>", title: "Ferry “Ada” returns to the river"),
        Row(
            kind: "references written twice", element: "Ferry &amp;amp; quay: what comes next - Gazette", markup: "",
            title: "Ferry & quay: what comes next",
            head: "<meta property=og:title content='Ferry &amp;amp; quay: what comes next'>"),
        Row(
            kind: "the subject and a colon", element: "Town council - 14 June - Gazette",
            markup: "<h1>Town council: Old ferry returns to the river</h1>",
            title: "Town council: Old ferry returns to the river"),
        Row(
            kind: "dashes without spaces", element: "Win-win for ferry-goers: Old ferry returns to the river - Gazette",
            markup: "<h1>Win-win for ferry-goers: Old ferry returns to the river</h1>",
            title: "Win-win for ferry-goers: Old ferry returns to the river"),
        Row(
            kind: "a title element that says nothing", element: "Home",
            markup: "<h3>Old ferry returns to the river</h3>"),
        Row(
            kind: "a headline marked by its class alone", element: "Untitled Document",
            markup: "<p class=headline>Old ferry returns to the river</p><p>By Ann Lee, 4 May 2026</p>"),
        Row(
            kind: "no title element", element: "",
            markup: "<div class=article-title>Old ferry returns to the river</div>"),
        Row(
            kind: "a line below as h2", element: "Old ferry returns to the river - Gazette",
            markup:
                "<h1>Old ferry returns to the river</h1><h2>Hundreds watched from the quay as the crane lowered it</h2>"
        ),
        Row(
            kind: "a teaser beside", element: "Old ferry returns to the river - Gazette",
            markup:
                "<h1 itemprop=headline>Old ferry returns to the river</h1><aside><h2>New bridge delayed again until spring</h2></aside>"
        ),
        Row(
            kind: "twitter:title alone", element: "Live - Gazette", markup: "",
            head: "<meta name=twitter:title content='Old ferry returns to the river'>"),
        Row(
            kind: "how many messages wait, before the title", element: "(3) Old ferry returns to the river - Gazette",
            markup: "<h1>Old ferry returns to the river</h1>"),
        Row(
            kind: "signs around the title", element: "▷ Old ferry returns to the river ✅ Gazette",
            markup: "<h1>Old ferry returns to the river</h1>"),
        Row(
            kind: "spaces and breaks inside the heading", element: "Old ferry returns to the river - Gazette",
            markup: "<h1>\n  Old ferry returns\n to\u{A0}the river\n\n</h1><div class=share>Share</div>"),
        Row(
            kind: "capitals in the head", element: "OLD FERRY RETURNS TO THE RIVER - Gazette",
            markup: "<h1>Old ferry returns to the river</h1>"),
        Row(
            kind: "two colons before the site", element: "Old ferry returns to the river :: Gazette", markup: "",
            head: "<meta property=og:title content='Old ferry returns to the river :: Gazette'>"),
        Row(
            kind: "the section before a bar", element: "Opinion | Old ferry returns to the river",
            markup: "<h1>Old ferry returns to the river</h1>",
            head: "<meta property=og:title content='Opinion | Old ferry returns to the river'>"),
        Row(
            kind: "the number of a page", element: "Old ferry returns to the river - Page 2 - Gazette",
            markup: "<h1>Old ferry returns to the river</h1>"),
        Row(
            kind: "a hidden h1 for machines", element: "Old ferry returns to the river - Gazette",
            markup:
                "<h1 style='display:none'>Gazette news</h1><h2 class=entry-title>Old ferry returns to the river</h2>"),
        Row(
            kind: "a link to the comments inside the heading", element: "Old ferry returns to the river - Gazette",
            markup: "<h1>Old ferry returns to the river<a href=#comments>3 comments</a></h1>"),
        Row(
            kind: "words for screen readers inside the heading", element: "Old ferry returns to the river - Gazette",
            markup: "<h1>Old ferry returns to the river<span class=sr-only> - opens in a new window</span></h1>"),
        Row(
            kind: "a headline below the first paragraph", element: "Old ferry returns to the river - Gazette",
            markup: "<p>It was a long way back.</p><h1>Old ferry returns to the river</h1>"),
    ]

    @Test("the headline alone is the title", arguments: rows)
    func title(_ row: Row) throws {
        let paragraphs = ContractPage.english.paragraphs.map { "<p>\($0)</p>" }.joined()
        let element = row.element.isEmpty ? "" : "<title>\(row.element)</title>"
        let html =
            "<!DOCTYPE html><html lang=en><head><meta charset=utf-8>\(element)\(row.head)</head><body><header><a href=/>Gazette</a></header>"
            + "<article>\(row.markup)\(paragraphs)</article></body></html>"
        #expect(try #require(pipeline.event(html, url: "https://news.example/2026/ferry")).title == row.title)
    }
}
