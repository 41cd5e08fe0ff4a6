import Markup
import Pages
import Testing

@testable import Extraction

/// What the head states in its many vocabularies.
@Suite("Statements of the head")
struct HeadTests {
    private static let prose =
        "The harbour opened on Monday, the mayor said, and many people came to see the first ships sail in."

    private func article(_ head: String, _ extra: String = "") -> Article {
        let document = Document.parse(
            "<head><title>Harbour opens</title>\(head)</head><body><article><h1>Harbour opens</h1>\(extra)<p>\(Self.prose)</p>"
        )
        let page = Segmenter.segment(document)
        let body = page.blocks.indices.filter { page.blocks[$0].text.count > 60 }
        let facts = FactCollector.collect(document, elements: page.elements)
        return MetadataReader.read(page: page, body: body, facts: facts, document: document, url: nil).article
    }

    private static func metas(_ values: [(String, String)]) -> String {
        values.map { "<meta name='\($0.0)' content='\($0.1)'>" }.joined()
    }

    @Test("Dublin Core, its names in the order of libraries")
    func dublinCore() {
        let found = article(
            Self.metas([
                ("DC.creator", "Lee, Ann"), ("DC.date", "2026-05-04"), ("DC.subject", "ferry; river"),
                ("DC.language", "en-GB"),
                ("dcterms.abstract", "A description of the ferry that is long enough."),
            ]))
        #expect(found.bylines.first?.text == "Ann Lee")
        #expect(found.published.first?.text == "2026-05-04")
        #expect(found.tags == ["ferry", "river"])
        #expect(found.section == nil)
        #expect(found.summary?.text == "A description of the ferry that is long enough.")
        #expect(article(Self.metas([("DC.creator", "Ann Lee, Bo Dahl")])).bylines.first?.text == "Ann Lee, Bo Dahl")
    }

    @Test("a canonical address is the page's, whatever else its link says, and not that of a story embedded in it")
    func canonical() {
        let own = "<link href='/own' rel='canonical nofollow'>"
        let embedded = "<aside><link rel=canonical href='/embedded'></aside>"
        #expect(article(own, embedded).canonicalURL == "/own")
        #expect(article("", embedded).canonicalURL == nil)
        #expect(article("<link rel=alternate href='/other'>").canonicalURL == nil)
        // What no head may hold ends it: what comes then stands in the body itself.
        #expect(article("<div>pixel</div>" + own, embedded).canonicalURL == "/own")
    }

    @Test("the names that China's standard for sites of governments has")
    func governments() {
        let title = "关于恢复老渡口通航的通告"
        let head = Self.metas([
            ("SiteName", "河边新区人民政府"), ("ArticleTitle", title), ("ColumnName", "通知公告"),
            ("PubDate", "2026-05-04 16:20"), ("ContentSource", "区交通局"),
        ])
        let document = Document.parse(
            "<head><title>河边新区人民政府 \(title)</title>\(head)</head><body><div>\(title)</div><div>\(Self.prose)</div>")
        let page = Segmenter.segment(document)
        let facts = FactCollector.collect(document, elements: page.elements)
        let found = MetadataReader.read(page: page, body: [1], facts: facts, document: document, url: nil).article
        #expect(found.title?.text == title)
        #expect(found.siteName?.text == "河边新区人民政府")
        #expect(found.section?.text == "通知公告")
        #expect(found.published.first?.text == "2026-05-04 16:20")
        #expect(found.source?.name == "区交通局")
    }

    @Test("Parsely in single elements and in one")
    func parsely() {
        let single = article(
            Self.metas([
                ("parsely-author", "Ann Lee"), ("parsely-section", "River"),
                ("parsely-pub-date", "2026-05-04T07:00:00Z"),
                ("parsely-tags", "ferry,boats"), ("parsely-image-url", "https://example.org/i.jpg"),
            ]))
        let whole = article(
            Self.metas([
                (
                    "parsely-page",
                    #"{"title":"Harbour opens","section":"River","authors":["Ann Lee"],"tags":["ferry","boats"],"#
                        + #""pub_date":"2026-05-04T07:00:00Z","image_url":"https://example.org/i.jpg"}"#
                )
            ]))
        for found in [single, whole] {
            #expect(found.bylines.first?.text == "Ann Lee")
            #expect(found.section?.text == "River")
            #expect(found.published.first?.text == "2026-05-04T07:00:00Z")
            #expect(found.tags == ["ferry", "boats"])
            #expect(found.images.first?.url == "https://example.org/i.jpg")
        }
    }

    @Test("sailthru")
    func sailthru() {
        let found = article(
            Self.metas([
                ("sailthru.author", "Ann Lee"), ("sailthru.date", "2026-05-04 07:00:00"),
                ("sailthru.tags", "ferry, river"),
                ("sailthru.description", "A description of the ferry that is long enough."),
                ("sailthru.image.full", "https://example.org/i.jpg"),
            ]))
        #expect(found.bylines.first?.text == "Ann Lee")
        #expect(found.published.first?.text == "2026-05-04 07:00:00")
        #expect(found.tags == ["ferry", "river"])
        #expect(found.summary?.text == "A description of the ferry that is long enough.")
        #expect(found.images.first?.url == "https://example.org/i.jpg")
    }

    @Test("microdata and RDFa name authors and days on their elements")
    func elements() {
        let microdata = article(
            "",
            "<div itemprop=author itemscope><span itemprop=name>Ann Lee</span></div>"
                + "<time itemprop=datePublished datetime=2026-05-04T07:00:00Z>4 May</time>")
        let rdfa = article(
            "",
            "<span property='schema:author'>Ann Lee</span>"
                + "<span property='schema:datePublished' content='2026-05-04T07:00:00Z'>4 May</span>")
        #expect(microdata.bylines.first?.origin == .microdata)
        #expect(rdfa.bylines.first?.origin == .rdfa)
        for found in [microdata, rdfa] {
            #expect(found.bylines.first?.text == "Ann Lee")
            #expect(found.published.first?.text == "2026-05-04T07:00:00Z")
        }
    }

    @Test("a day behind a word for a change is the day of the change", arguments: TimeRule.changeWords)
    func changes(_ word: String) {
        let found = article("", "<p>\(word.prefix(1).uppercased() + word.dropFirst()): 2026-05-04 08:30</p>")
        #expect(found.modified.map(\.text).contains { $0.hasPrefix("2026-05-04") }, "\(word)")
    }

    @Test("a property may be a list of names, with white space around it")
    func propertyLists() {
        let found = article(
            """
            <meta property="dc:creator twitter:site_name" content="Ann Lee"><meta name=author content=webmaster>
            <meta property="article:published_time " content="2026-05-04T10:00:00Z">
            """)
        #expect(found.bylines.first?.text == "Ann Lee")
        #expect(found.published.first?.text == "2026-05-04T10:00:00Z")
    }

    @Test("a second line that the title says already is no subtitle")
    func subtitles() {
        func linked(_ second: String) -> String {
            "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":\"Harbour opens\","
                + "\"alternativeHeadline\":\"\(second)\"}</script>"
        }
        #expect(article(linked("Ships sail in again")).subtitle?.text == "Ships sail in again")
        #expect(article(linked("Harbour opens")).subtitle == nil)
        #expect(article(linked("opens")).subtitle == nil)
    }

    @Test("a page whose every element claims to hold a name or a day costs no more than asking a thousand")
    func lyingClasses() {
        let count = 4 * FactCollector.maximumAsked
        let lie = String(repeating: "<div class='author date source'><i></i>", count: count)
        let document = Document.parse("<body>\(lie)<p class=author>Ann Lee</p>")
        let page = Segmenter.segment(document)
        let facts = FactCollector.collect(document, elements: page.elements)
        #expect(facts.people.count <= FactCollector.maximumFacts)
        #expect(facts.times.isEmpty)
    }
}
