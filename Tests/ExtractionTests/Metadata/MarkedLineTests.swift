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
            ("<div class=byline><a>Ann Lee</a><span>Staff Writer</span></div>", "Ann Lee Staff Writer", nil),
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
        #expect(ImageRule.images(facts: facts, linked: linked, near: nil).map(\.url) == ["/i/lead.jpg"])
    }
}
