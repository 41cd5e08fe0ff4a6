import Markup
import Pages
import Testing

@testable import Extraction

@Suite("Sections")
struct SectionTests {
    @Test(
        "a stated section is the first of a list, else as it stands",
        arguments: [
            ("Health", "Health"), (" Arts, Film & Music ", "Arts, Film & Music"),
            ("Sex, Dating and Love", "Sex, Dating and Love"),
            ("Meta,Public Policy,Safety and Expression", "Meta"), ("- City |", "City"),
            ("Brooklyn,Government,Video", "Brooklyn"), ("Health, Science, World", "Health"), ("政治", "政治"),
            ("Health, Beauty", "Health, Beauty"),
        ])
    func names(_ stated: String, _ name: String) {
        #expect(SectionRule.name(stated) == name)
    }

    @Test(
        "addresses, placeholders, days and sentences are none",
        arguments: [
            "", "undefined", "Uncategorized", "未分类", "https://example.org/a", "index.html", "story.shtml", "?p=12",
            "2012", "---", "/world/middle_east", "news/local/crime-courts", "news_pegged_article",
            "Posted on Apr 8, 2021",
            "Based on facts that were either seen by the reporter or reported by people who know of them.",
        ])
    func noNames(_ stated: String) {
        #expect(SectionRule.name(stated) == nil)
    }

    @Test("a title is known in a breadcrumb where it is put otherwise")
    func titles() {
        let title = TitleWording("Top 11 Ways to Mend an Old Boat in 2025")
        #expect(title.isIn("Top 11 ways to mend an old boat in 2025"))
        #expect(title.isIn("11 Ways to Mend an Old Boat and Stay Dry"))
        #expect(!title.isIn("Boats"))
        #expect(!title.isIn("Ways to Mend"))
        #expect(title.isAlike("How to Mend an Old Boat"))
        #expect(!title.isAlike("Old Boat Ways"))
        #expect(!TitleWording("Premier League: the harbour club goes up").isIn("Premier League"))
    }

    private func article(_ html: String) -> Article {
        let document = Document.parse(html)
        let page = Segmenter.segment(document)
        let body = page.blocks.indices.filter { page.blocks[$0].text.count > 60 }
        let facts = FactCollector.collect(document, elements: page.elements)
        return MetadataReader.read(page: page, body: body, facts: facts, document: document, url: nil).article
    }

    private let prose =
        "The harbour opened on Monday, the mayor said, and many people came to see the first ships sail in."

    @Test("the breadcrumb ends before the article's own title, whatever follows it")
    func breadcrumb() {
        let found = article(
            """
            <title>Harbour opens after ten years</title><nav class=breadcrumb><a href=/>Home</a> / <a href=/n>News</a> /
            <span>Harbour opens after ten years</span> <a href=/n>Back to all news</a></nav>
            <h1>Harbour opens after ten years</h1><p>\(prose)</p>
            """)
        #expect(found.breadcrumb == ["Home", "News"])
    }

    @Test(
        "breadcrumbs in the words of other languages, and what stands in them beside the sections",
        arguments: [
            "<div class=fil-ariane><a>Home</a> > <a>City</a></div>",
            "<div class=migas-de-pan><a>Home</a> > <a>City</a></div>",
            "<ul id=kruimelpad><li>Home<li>City</ul>", "<ul class=brotkrumen><li>Home<li>City</ul>",
            "<nav class=breadcrumb><h2>Breadcrumb Trail Links</h2><a>Home</a> <a>City</a></nav>",
            "<nav class=breadcrumb><a>Home -</a> <a>City -</a></nav>",
            "<nav class=breadcrumb><a>Home</a> <a>City</a> <i>Old harbour reopens after ten years</i></nav>",
        ])
    func paths(markup: String) {
        let title = "<title>Harbour opens after ten years</title>"
        #expect(
            article("\(title)\(markup)<h1>Harbour opens after ten years</h1><p>\(prose)</p>").breadcrumb == [
                "Home", "City",
            ])
    }

    @Test(
        "a site's name is none that is an address or the article's title",
        arguments: [
            ("The Courier", "The Courier"), ("courier.example", "courier.example"), ("www.courier.example", nil),
            ("https://courier.example", nil), ("Harbour opens after ten years", nil),
            ("Harbour opens after ten years - The Courier", "The Courier"),
        ] as [(String, String?)])
    func siteNames(stated: String, name: String?) {
        #expect(SiteRule.plainName(stated, title: "Harbour opens after ten years") == name)
    }

    @Test(
        "beside a day a person's name is no source",
        arguments: [("王小明 2026-05-04", nil), ("홍길동 2026-05-04", nil), ("江城晚报 2026-05-04", "江城晚报")]
            as [(String, String?)])
    func people(line: String, source: String?) {
        let prose = String(repeating: "渡船停航十一年之后今天重新下水，两岸居民早早来到码头。", count: 3)
        #expect(article("<title>渡船重新下水</title><h1>渡船重新下水</h1><p>\(line)</p><p>\(prose)</p>").source?.name == source)
    }

    @Test(
        "what a line, an element or a meta element calls the source",
        arguments: [
            ("<p>Source: Harbour Times 03/11/11-16:49</p>", "Harbour Times"),
            ("<p class=source>From: Harbour Times</p>", "Harbour Times"),
            ("<p class=source>HT —</p>", "HT"),
            ("<p>来源：江城日报 网友：水手</p>", "江城日报"),
            ("<p>来源：江城日报 [ 2596 ]</p>", "江城日报"),
            ("<p>Quelle: Verband der Fischer (VdF)</p>", "Verband der Fischer (VdF)"),
        ])
    func sources(_ line: String, _ name: String) {
        #expect(article("<h1>Harbour opens</h1>\(line)<p>\(prose)</p>").source?.name == name)
    }

    @Test(
        "credits of photographs, buttons and words with source in them name no source",
        arguments: [
            "<p class=source>(Bild: Harbour)</p>", "<p class=source>Ann Lee / Lehtikuva</p>",
            "<p class=source>Getty Images</p>",
            "<p class=source>View snippet source</p>", "<p class=open-source>The Harbour Tool</p>",
            "<p class=source>by: Ann</p>",
            "<figure><img src=a.jpg><figcaption>Quelle: Harbour Times</figcaption></figure>",
        ])
    func noSources(_ line: String) {
        #expect(article("<h1>Harbour opens</h1>\(line)<p>\(prose)</p>").source == nil)
    }
}
