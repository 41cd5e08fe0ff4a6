import Markup
import Pages
import Testing

@testable import Extraction

/// What the lines and lists around an article state by their markup.
@Suite("Marked lines and lists")
struct MarkedLineTests {
    private static let prose =
        "The harbour opened on Monday, the mayor said, and many people came to see the first ships sail in."

    /// The article of a page with something between headline and body, and something behind the body.
    private func article(_ before: String = "", after: String = "", prose: String = Self.prose) -> Article {
        let document = Document.parse(
            "<title>Harbour opens</title><body><div><h1>Harbour opens</h1>\(before)<p>\(prose)</p>\(after)</div>")
        let page = Segmenter.segment(document)
        let body = page.blocks.indices.filter { page.text(of: $0).hasPrefix("The harbour opened") }
        let facts = FactCollector.collect(document, elements: page.elements)
        return MetadataReader.read(page: page, body: body, facts: facts, document: document, url: nil).article
    }

    // MARK: Lines whose parts only a style sheet sets apart

    @Test(
        "words that meet between two elements are two",
        arguments: [
            ("<p><span>By Ann Lee</span><span>May 4, 2026</span></p>", "By Ann Lee May 4, 2026", "May 4, 2026"),
            ("<p><b>May 4, 2026</b><i>By Ann Lee</i></p>", "May 4, 2026 By Ann Lee", "May 4, 2026"),
            ("<div class=byline><a>Ann Lee</a><span>Staff Writer</span></div>", "Ann Lee | Staff Writer", nil),
            (
                "<p><span>Автор: Анна Лебедева</span><span>4 мая 2026</span></p>", "Автор: Анна Лебедева 4 мая 2026",
                "4 мая 2026"
            ),
        ] as [(String, String, String?)])
    func seams(line: String, byline: String, day: String?) {
        let found = article(line)
        #expect(found.bylines.first?.text == byline)
        #expect(found.published.first?.text == day)
    }

    @Test("a block knows its seams, and its text has none of them")
    func blocks() {
        func parted(_ html: String) -> [String] {
            let page = Segmenter.segment(Document.parse(html))
            return page.blocks.indices.flatMap { [page.text(of: $0), page.partedText(of: $0)] }
        }
        #expect(parted("<p><i>one</i><i>Two</i><b>3</b><b>Four</b>") == ["oneTwo3Four", "one Two 3 Four"])
        #expect(parted("<p><i>é</i><i>É</i> <i>a</i> <i>B</i>") == ["éÉ a B", "é É a B"])
        #expect(
            parted("<p>1<sup>st</sup>, m<sup>²</sup>, x<b>y</b>, 港<b>口</b>")
                == Array(repeating: "1st, m², xy, 港口", count: 2))
        #expect(parted("<p><i>रवि मिश्र</i><i>Updated</i>") == ["रवि मिश्रUpdated", "रवि मिश्र Updated"])
        #expect(parted("<p><i>ليلى منصور</i><i>الخميس</i>") == ["ليلى منصورالخميس", "ليلى منصور الخميس"])
        #expect(parted("<p>a<b>B</b><p>c<b>D</b>") == ["aB", "a B", "cD", "c D"])
    }

    // MARK: Lines that name authors by their place

    @Test(
        "the line behind a label names an author, a team or a nickname too",
        arguments: [
            ("<p>Written by</p><p>Ann Lee</p>", "Ann Lee"), ("<p>By</p><p>The Harbour Team</p>", "The Harbour Team"),
            ("<p>von</p><p>Hafenkatze7</p>", "Hafenkatze7"), ("<p>Autor:</p><p>Ann Lee</p>", "Ann Lee"),
            ("<p>Автор:</p><p>Анна Лебедева</p>", "Анна Лебедева"),
            ("<p>By Harbour Online</p>", "By Harbour Online"),
            ("<p>Ann Lee</p><p>May 4, 2026</p>", "Ann Lee"),
            ("<p>May 4, 2026</p><p>Ann van der Lee</p>", "Ann van der Lee"),
        ])
    func places(lines: String, byline: String) { #expect(article(lines).bylines.first?.text == byline) }

    @Test(
        "no author is what stands behind a field's name, a day, a sentence, or without a day beside it",
        arguments: [
            "<p>Autor</p><p>Opis</p>", "<p>Autor:</p><p>Opis:</p>", "<p>By</p><p>May 4, 2026</p>",
            "<p>By</p><p>The mayor said on Monday that the harbour would open.</p>", "<p>Photo by</p><p>Ann Lee</p>",
            "<p>Ann Lee</p><p>Sports</p>", "<p>The Harbour</p><p>May 4, 2026</p>", "<p>ANN LEE</p><p>May 4, 2026</p>",
            "<p>Harbour</p><p>May 4, 2026</p>",
        ])
    func noPlaces(lines: String) { #expect(article(lines).bylines.allSatisfy { $0.role != .author }, "\(lines)") }

    @Test("the site's name behind a label is the author when nothing else names one")
    func siteBehindLabel() {
        let label = "<meta property=og:site_name content='The Courier'><p>By</p><p>The Courier</p>"
        #expect(article(label).bylines.map(\.text) == ["The Courier"])
        #expect(article(label + "<p>By Ann Lee</p>").bylines.map(\.text) == ["By Ann Lee"])
    }

    // MARK: Subtitles

    @Test(
        "a line that is marked as the one below the headline is the subtitle",
        arguments: [
            "<p class=standfirst>%</p>", "<h2 class='article-subtitle'>%</h2>", "<div class=\"post__dek\">%</div>",
            "<p id=subheadline>%</p>", "<h2 class=sub-title>%</h2>", "<p class='Artikel-Untertitel'>%</p>",
        ])
    func subtitle(markup: String) {
        func found(_ text: String) -> String? {
            article(markup.replacing("%", with: text)).subtitle?.text
        }
        #expect(found("Ten years late, the new quay is in use") == "Ten years late, the new quay is in use")
        #expect(found("新码头在延期十年后启用") == "新码头在延期十年后启用")
        for none in [
            "Opinion", "Harbour opens", "Ann Lee", "Last changed on May 4, 2026", "By Ann Lee for the Courier",
        ] {
            #expect(found(none) == nil, "\(none)")
        }
    }

    @Test(
        "a lead between headline and body is the subtitle, one that is the body's beginning is not",
        arguments: [
            "lead", "article-excerpt", "chapo", "entradilla", "post__intro", "vorspann", "chapeau", "linha-fina",
            "abstract", "article__desc", "description", "leadtext", "manchet", "perex", "sommario", "synopsis",
            "subheading", "spot", "underrubrik",
        ])
    func lead(name: String) {
        let text = "Ten years late, the new quay is in use"
        #expect(article("<p class=\(name)>\(text)</p>").subtitle?.text == text)
        #expect(article("<div class=\(name)><p>\(text)</p><p>And more of it</p></div>").subtitle == nil)
        #expect(article("<p class='\(name) image-caption'>\(text)</p>").subtitle == nil)
        let first = Document.parse(
            "<title>Harbour opens</title><h1>Harbour opens</h1><p class=\(name)>\(text)</p><p>\(Self.prose)</p>")
        let page = Segmenter.segment(first)
        let facts = FactCollector.collect(first, elements: page.elements)
        let read = MetadataReader.read(page: page, body: [1, 2], facts: facts, document: first, url: nil)
        #expect(read.article.subtitle == nil)
    }

    @Test("no subtitle is what stands elsewhere, or is marked as something else")
    func noSubtitle() {
        let text = "Ten years late, the new quay is in use"
        #expect(article(after: "<h3 class=subtitle>\(text)</h3>").subtitle == nil)
        for name in ["deckchair", "dekor", "redeck"] {
            #expect(article("<p class=\(name)>\(text)</p>").subtitle == nil, "\(name)")
        }
    }

    // MARK: Tags

    @Test(
        "links that their markup calls tags",
        arguments: [
            "<div class=tags>Tags: <a>ferry</a>, <a>#river</a>, <a>Old Town</a></div>",
            "<ul class='post-tags'><li><a>ferry</a><li><a>river,</a><li><a>Old Town</a></ul>",
            "<a class=tag>ferry</a> <a class=tag>river</a> <a class=tag>Old Town</a>",
            "<p id=article_tags><a>ferry</a> · <a>river</a> · <a>Old Town</a> · <a>Tweet</a></p>",
        ])
    func tags(markup: String) {
        #expect(article(markup).tags == ["ferry", "river", "Old Town"])
        #expect(article(after: markup).tags == ["ferry", "river", "Old Town"])
    }

    @Test("links that are no article's tags")
    func noTags() {
        let cloud = (1...16).map { "<a>place \($0)</a> " }.joined()
        #expect(article(after: "<div class=tags>\(cloud)</div>").tags.isEmpty, "a cloud")
        #expect(article(after: "<div class=stage><a>ferry</a></div>").tags.isEmpty)
        let far = String(repeating: "<p>Another line of the page.</p>", count: 30)
        #expect(article(after: far + "<div class=tags><a>ferry</a></div>").tags.isEmpty, "far below")
        #expect(article(prose: Self.prose + " <a class=tag>ferry</a>").tags.isEmpty, "within the text")
        let whole = Document.parse(
            "<title>Harbour opens</title><article class='post tag-ferry'><h1>Harbour opens</h1><p>\(Self.prose) \(Self.prose)"
                + " \(Self.prose) \(Self.prose) <a>somewhere</a></p></article>")
        #expect(FactCollector.collect(whole, elements: Segmenter.segment(whole).elements).classTags.isEmpty)
    }

    private static let statedTags: [(name: String, values: [String], tags: [String])] = [
        ("article:tag", ["Gaza,Israel"], ["Gaza", "Israel"]),
        ("article:tag", ["ferry, river, quay"], ["ferry", "river", "quay"]),
        ("article:tag", ["Food, Wine & Spirits"], ["Food, Wine & Spirits"]),
        ("article:tag", ["Mayer, Marissa"], ["Mayer, Marissa"]),
        ("article:tag", ["Harbour opens", "ferry", "Ferry"], ["ferry"]),
        ("article:tag", ["The Courier", "ferry"], ["ferry"]),
        ("article:tag", ["language:english", "contentId: 12", "NLP Category: General", "ferry"], ["ferry"]),
        ("article:tag", ["cce15240-c52a-4887-a61a-cd64701d6596", "_x", "20", "2026"], ["2026"]),
        ("article:tag", ["https://a.example", "Star Wars: Andor"], ["Star Wars: Andor"]),
        ("keywords", ["news, sport, weather, shopping"], []),
        ("keywords", ["news, sport, weather, ships"], ["news", "sport", "weather", "ships"]),
    ]

    @Test("lists that hold lists, the title, the site's name and codes", arguments: statedTags)
    func stated(name: String, values: [String], tags: [String]) {
        let metas = values.map { "<meta name='\(name)' content='\($0)'>" }.joined()
        #expect(article("<meta property=og:site_name content='The Courier'>" + metas).tags == tags)
    }

    @Test("more than twenty keywords are a site's")
    func manyKeywords() {
        func tags(_ count: Int) -> [String] {
            let keywords = (1...count).map { "ships \($0)" }.joined(separator: ",")
            return article("<meta name=keywords content='\(keywords)'>").tags
        }
        #expect(tags(20).count == 20)
        #expect(tags(21).isEmpty)
    }

    @Test("a title cut into its words is no list of tags, some of its words are")
    func titleWords() {
        func tags(_ keywords: String) -> [String] {
            let document = Document.parse(
                "<title>Old ferry sinks in the harbour</title><meta name=keywords content='\(keywords)'><h1>Old ferry sinks in the harbour</h1>"
            )
            let page = Segmenter.segment(document)
            let facts = FactCollector.collect(document, elements: page.elements)
            return MetadataReader.read(page: page, body: [], facts: facts, document: document, url: nil).article.tags
        }
        #expect(tags("Old,ferry,sinks,harbour") == [])
        #expect(tags("ships,Old,ferry,sinks,harbour,river") == ["ships", "river"])
        #expect(tags("harbour,ferry,river") == ["harbour", "ferry", "river"])
    }

    @Test("links to a category name the section, links to a tag are tags")
    func categories() {
        let found = article(
            "<a rel='category tag' href=/category/city/>City</a>", after: "<a rel=tag href=/tag/ferry/>ferry</a>")
        #expect(found.section?.text == "City")
        #expect(found.tags == ["ferry"])
        #expect(article("<div class=tags><a href=/category/city/>City</a></div>").tags == [])
        #expect(
            article(after: "<p><a href=/tag/ferry>ferry</a> <a href=/tag/quay>quay</a></p>").tags == ["ferry", "quay"])
    }

    @Test(
        "a link or a line near the headline names the section where nothing else does",
        arguments: [
            "<span class=cat-links>Posted in <a>City</a></span>", "<a class=post-category>City</a>",
            "<p class=rubrik>City</p>",
            "<div class='entry-categories entry-category'><a>City</a>, <a>River</a></div>",
        ])
    func section(markup: String) {
        #expect(article(markup).section?.text == "City")
        #expect(article("<meta property=article:section content=News>" + markup).section?.text == "News")
        #expect(article(after: markup).section == nil)
        #expect(article((1...5).map { "<a class=post-category>Place \($0)</a>" }.joined()).section == nil, "a menu")
    }

    // MARK: Images and captions

    @Test("images stand up to the text that follows the body")
    func imagesBehindTheBody() {
        let image = "<img src=/i/ferry.jpg>"
        #expect(article(after: "<p>\(image)</p>").images.map(\.url) == ["/i/ferry.jpg"])
        #expect(article(after: "<ul><li>\(image)<a>The next article</a></ul>").images.isEmpty)
        #expect(article(prose: Self.prose + "<br>\(image)").images.map(\.url) == ["/i/ferry.jpg"])
    }

    @Test(
        "a caption is apart from its credit and without buttons",
        arguments: [
            ("The ferry.<span>Ann Lee</span>", "The ferry. Ann Lee"),
            ("The ferry<span>Ann Lee</span>", "The ferry Ann Lee"),
            ("The ferry <button>Show more</button>", "The ferry"), ("<a>Enlarge</a> / The ferry", "The ferry"),
        ])
    func captions(markup: String, caption: String) {
        let figure = "<figure><img src=/i/ferry.jpg><figcaption>\(markup)</figcaption></figure>"
        #expect(article(figure).images.map(\.caption) == [caption])
    }

    // MARK: Microdata

    @Test(
        "a breadcrumb is known by its type",
        arguments: [
            "itemscope itemtype='https://schema.org/BreadcrumbList'",
            "vocab='https://schema.org/' typeof=BreadcrumbList",
        ])
    func breadcrumb(type: String) {
        let document = Document.parse(
            "<body><ol \(type)><li><a href=/><span>Home</span></a></li><li><a href=/c><span>City</span></a></li></ol>")
        let facts = FactCollector.collect(document, elements: Segmenter.segment(document).elements)
        #expect(facts.crumbs == [["Home", "City"]])
    }

    @Test(
        "images that microdata state",
        arguments: [
            "<link itemprop=image href=/i/ferry.jpg>", "<meta itemprop=image content=/i/ferry.jpg>",
            "<div itemprop=image itemscope itemtype=https://schema.org/ImageObject><meta itemprop=width content=9>"
                + "<meta itemprop=url content=/i/ferry.jpg></div>",
            "<span property=image typeof=ImageObject><link itemprop=contentUrl href=/i/ferry.jpg></span>",
            "<meta itemprop=thumbnailUrl content=/i/ferry.jpg>",
        ])
    func image(markup: String) {
        #expect(article(markup).images.map(\.url) == ["/i/ferry.jpg"])
        let stated = Document.parse("<meta property=og:image content=/i/lead.jpg>" + markup)
        let facts = FactCollector.collect(stated, elements: Segmenter.segment(stated).elements)
        let linked = LinkedArticle(facts.linked, title: "")
        #expect(ImageRule.images(facts: facts, linked: linked, document: nil, near: nil).map(\.url) == ["/i/lead.jpg"])
    }

    @Test("a lead that credits a picture or is its caption is no subtitle")
    func credits() {
        #expect(article("<p class=desc>The quay in the morning (Fot. Jan Nowak)</p>").subtitle == nil)
        #expect(article("<p class=desc>Ann Lee on the quay. Courier file photo</p>").subtitle == nil)
    }

    @Test(
        "captions are known by the words of other languages",
        arguments: [
            "didascalia", "bildunterschrift", "bildtext", "billedtekst", "bildetekst", "epigrafe", "legende", "legenda",
            "onderschrift", "podpis",
        ])
    func captions(name: String) {
        let found = article(after: "<img src=/quay.jpg width=800 height=600><p class=\(name)>The quay on Monday</p>")
        #expect(found.images.first?.caption == "The quay on Monday")
    }

    @Test("of an author's element with several lines the first is read when it alone is a name")
    func lines() {
        func byline(_ markup: String) -> String? { article("<div class=author>\(markup)</div>").bylines.first?.text }
        #expect(byline("<p>Mariana Tavares</p><p>Colaboração para o Portal</p>") == "Mariana Tavares")
        #expect(byline("<p>Ann Lee</p><p>Bob Ray</p>") == "Ann Lee | Bob Ray")
        #expect(byline("<p>By</p><p>Ann Lee</p>") == "By Ann Lee")
    }

    @Test("tags stand behind what calls them so, the whole of it in their list or above it")
    func labelledTags() {
        func tags(_ markup: String) -> [String] { article(after: markup).tags }
        let list = "<ul><li><a href=/a>Ships</a></li><li><a href=/b>Quays</a></li></ul>"
        #expect(tags("<h3>Archivado en</h3>\(list)") == ["Ships", "Quays"])
        #expect(tags("<p>Tags:</p>\(list)<div><a href=/c>Contact us</a></div>") == ["Ships", "Quays"])
        #expect(tags("<h3>More news</h3>\(list)") == [])
        #expect(tags("<h3>Categories</h3>\(list)") == [])
        #expect(tags("<h3>Tags</h3><p><a href=/a>Ships</a><a href=/b>Quays</a></p>") == [])
        #expect(
            tags("<div class=tag>แท็กที่เกี่ยวข้อง <a href=/a>เรือ</a> <a href=/b>ท่าเรือ</a></div>") == ["เรือ", "ท่าเรือ"])
    }

    @Test("what lists of tags are called, each by itself", arguments: Tags.more)
    func everyLabel(_ words: String) {
        #expect(article(after: "<h3>\(words)</h3><ul><li><a href=/a>Ships</a></li></ul>").tags == ["Ships"])
    }

    @Test("a name in bold that stands right behind the body signs it")
    func signature() {
        let long = Self.prose + " " + Self.prose
        let document = Document.parse(
            "<title>Harbour opens</title><h1>Harbour opens</h1><p>\(long)</p><p>\(long)</p><p>\(long)</p><p><i>Ann Lee</i></p><p>Photo: Harbour</p>"
        )
        let page = Segmenter.segment(document)
        let facts = FactCollector.collect(document, elements: page.elements)
        let read = MetadataReader.read(page: page, body: [1, 2, 3], facts: facts, document: document, url: nil)
        #expect(read.article.bylines.map(\.text) == ["Ann Lee"])
    }
}
