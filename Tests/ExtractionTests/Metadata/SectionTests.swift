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

    private func article(_ html: String, url: String? = nil) -> Article {
        let document = Document.parse(html)
        let page = Segmenter.segment(document)
        let body = page.blocks.indices.filter { page.blocks[$0].text.count > 60 }
        let facts = FactCollector.collect(document, elements: page.elements)
        return MetadataReader.read(page: page, body: body, facts: facts, document: document, url: url).article
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
            "<div class=rm_path><a>Home</a>&gt;&gt;<a>City</a></div>",
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

    @Test(
        "a site is called as a link to its front page is, or as its host, where the machine title says so too",
        arguments: [
            ("Harbour opens - The Courier", "<a href=/>The Courier</a>", "The Courier"),
            ("Harbour opens | City | The Courier", "<a href=https://www.news.example/>The Courier</a>", "The Courier"),
            ("The Courier: Harbour opens", "<a href=/index.html><img alt='The Courier logo'></a>", "The Courier"),
            ("Harbour opens · The Courier", "<a href=/ title='The Courier'><svg></svg></a>", "The Courier"),
            ("Harbour opens – Daily Bugle", "", "Daily Bugle"),
            ("Harbour opens - The Courier", "<a href=https://other.example/>The Courier</a>", nil),
            ("Harbour opens - The Courier", "<a href=/city>The Courier</a>", nil),
            ("Harbour opens - City", "<a href=/>Home</a>", nil),
        ] as [(String, String, String?)])
    func homeLinks(title: String, link: String, name: String?) {
        let host = title.hasSuffix("Bugle") ? "dailybugle.com" : "news.example"
        let found = article(
            "<title>\(title)</title><header>\(link)</header><h1>Harbour opens</h1><p>\(prose)</p>",
            url: "https://www.\(host)/2026/harbour")
        #expect(found.siteName?.text == name)
        #expect(found.title?.text == "Harbour opens")
    }

    @Test(
        "which addresses lead to a front page, and of which host",
        arguments: [
            ("/", ""), ("//www.Courier.example", "courier.example"), ("https://courier.example/", "courier.example"),
            ("http://courier.example/index.html", "courier.example"), ("/index.php", ""), ("/city", nil), ("", nil),
            ("//", ""), ("https://", nil), ("https://courier.example/city", nil), ("#top", nil), ("h:", nil),
            ("//courier.example/city/", nil),
        ] as [(String, String?)])
    func frontPages(address: String, host: String?) { #expect(HomeLink.host(address.utf8.span) == host) }

    @Test(
        "the section is a folder of the page's address that a link beside the headline leads to",
        arguments: [
            ("<a href=/city/>City</a>", "City"), ("<a href=https://news.example/city>City</a>", "City"),
            ("<a href=/sport/>Sport</a>", nil), ("<a href=/city/harbour>3 comments</a>", nil),
            ("<a href=/city/harbour#c>3 comments</a>", nil), ("<a href=/city/>City</a> <a href=/sport/>Sport</a>", nil),
            ("<a href=/>Home</a>", nil), ("<a href=/city>Did you know that we have a page for it?</a>", nil),
        ] as [(String, String?)])
    func folders(link: String, section: String?) {
        let found = article(
            "<title>Harbour opens</title><div>\(link)</div><h1>Harbour opens</h1><p>\(prose)</p>",
            url: "https://news.example/city/harbour/")
        #expect(found.section?.text == section)
    }

    @Test("the section is a part of the machine title that a folder of the address is called")
    func titledSections() {
        func section(_ title: String, _ path: String) -> String? {
            article("<title>\(title)</title><h1>Arde el monte</h1><p>\(prose)</p>", url: "https://news.example\(path)")
                .section?
                .text
        }
        #expect(section("Arde el monte | Economía | Diario", "/economia/2026/monte") == "Economía")
        #expect(section("Arde el monte - | Sociedad - | Diario", "/sociedad/monte.html") == "Sociedad")
        #expect(section("Arde el monte | Economía | Diario", "/2026/monte") == nil)
        #expect(section("Monte", "/monte/monte") == nil)
    }

    @Test("a path of one item is the section, unless it leads to the front page")
    func singleCrumb() {
        func section(_ href: String, _ name: String) -> String? {
            article(
                "<title>Harbour opens</title><div class=breadcrumb><a href=\(href)>\(name)</a></div><h1>Harbour opens</h1><p>\(prose)</p>"
            ).section?.text
        }
        #expect(section("/cotidiano", "Cotidiano") == "Cotidiano")
        #expect(section("/", "Courier") == nil)
    }

    @Test(
        "the press that a portal names in brackets behind the headline, and beside it",
        arguments: [
            ("港が開く（川辺新聞） - ポータル", "<p>4/28(火) 10:02 配信 川辺新聞</p>", "川辺新聞"),
            ("港が開く（川辺新聞）", "<p><a href=/m>川辺新聞</a></p>", "川辺新聞"),
            ("港が開く（川辺新聞） - ポータル", "", nil), ("港が開く（2026） - ポータル", "<p>2026 </p>", nil),
            ("Harbour opens (AI)", "<p>The AI</p>", nil),
        ] as [(String, String, String?)])
    func bracketedPress(title: String, line: String, name: String?) {
        let prose = String(repeating: "渡船停航十一年之后今天重新下水，两岸居民早早来到码头。", count: 3)
        #expect(article("<title>\(title)</title><h1>港が開く</h1>\(line)<p>\(prose)</p>").source?.name == name)
    }

    @Test("the press whose article a portal shows")
    func portal() {
        func source(_ author: String) -> String? {
            article(
                "<meta property=og:site_name content=Portal><meta property=og:article:author content='\(author)'><h1>Harbour opens</h1><p>\(prose)</p>"
            ).source?.name
        }
        #expect(source("River Daily | Portal") == "River Daily")
        #expect(source("River Daily") == nil)
        #expect(source("Ann Lee | River Daily") == nil)
    }

    @Test("the line that closes a press release names its source")
    func released() {
        func source(_ line: String) -> String? {
            article("<h1>Harbour opens</h1><p>\(prose)</p><p>\(line)</p>").source?.name
        }
        #expect(source("SOURCE Harbor Foods") == "Harbor Foods")
        #expect(source("SOURCE Harbor Foods, Inc.") == "Harbor Foods, Inc.")
        #expect(source("SOURCE OF THE RIVER") == nil)
        #expect(source("Sources Harbor Foods") == nil)
    }
}
