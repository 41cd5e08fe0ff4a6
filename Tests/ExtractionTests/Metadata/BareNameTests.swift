import Markup
import Pages
import Testing

@testable import Extraction

/// Authors whom no word announces.
@Suite("Names without a label")
struct BareNameTests {
    private static let prose =
        "The harbour opened on Monday, the mayor said, and many people came to see the first ships sail in."

    private func authors(_ before: String = "", after: String = "", head: String = "") -> [String] {
        let document = Document.parse(
            """
            <title>Harbour opens</title>\(head)<body><div><h1>Harbour opens</h1>\(before)<p>\(Self.prose)</p>
            <p>\(Self.prose)</p><p>\(Self.prose)</p>\(after)</div>
            """)
        let page = Segmenter.segment(document)
        let end = after.isEmpty ? page.blocks.count : page.blocks.count + (after.contains("data-chrome") ? -1 : 0)
        let first = page.blocks.indices.first { page.text(of: $0).hasPrefix("The harbour opened") } ?? 0
        let facts = FactCollector.collect(document, elements: page.elements)
        let body = Array(first..<end)
        let article = MetadataReader.read(page: page, body: body, facts: facts, document: document, url: nil).article
        return article.bylines.map(\.text)
    }

    @Test(
        "a name beside the day is the author's",
        arguments: [
            "<p>Lena Ortiz | April 8, 2026</p>", "<p>April 8, 2026 • Lena Ortiz</p>",
            "<p>Lena Ortiz, April 8, 2026</p>",
            "<p>Lena Ortiz - 8 April 2026</p>", "<p>Lena Ortiz</p><p>April 8, 2026</p>",
            "<p><span>Lena Ortiz</span><span>April 8, 2026</span></p>",
            "<p><img src=face.jpg><b>Lena Ortiz</b></p><p>2026-04-08 10:15</p>",
        ])
    func besideTheDay(line: String) { #expect(authors(line) == ["Lena Ortiz"]) }

    @Test(
        "names beside the day are joined by an and, with the places that they report from",
        arguments: [
            "<p>Lena Ortiz and Bo Marsh</p><p>April 8, 2026</p>", "<p>Lena Ortiz & Bo Marsh | April 8, 2026</p>",
            "<p>Lena Ortiz in London and Bo Marsh in Port Ellen</p><p>April 8, 2026</p>",
            "<p>Lena Ortiz (London), Bo Marsh (Correspondent) | April 8, 2026</p>",
            "<p>Lena Ortiz und Bo Marsh, 8. April 2026</p>",
        ])
    func severalNames(line: String) { #expect(authors(line) == ["Lena Ortiz; Bo Marsh"]) }

    @Test("an author's element right behind the body names one, where nothing else does")
    func behindTheBody() {
        let after = "<div data-chrome class=article__author>Lena Ortiz</div>"
        #expect(authors(after: after) == ["Lena Ortiz"])
        #expect(authors("<p>By Bo Marsh</p>", after: after) == ["By Bo Marsh"])
        #expect(authors(after: "<div data-chrome class=article__author>More news</div>") == [])
    }

    @Test(
        "a link to the pages about authors names one, wherever it stands before the body",
        arguments: [
            "/author/lena-ortiz", "https://example.com/staff/l-ortiz/", "/2026/redaktion/ortiz.html", "/yazarlar/lena",
        ])
    func authorLinks(href: String) {
        #expect(authors("<p><a href='\(href)'>Lena Ortiz</a></p><p>News</p><p>Listen</p>") == ["Lena Ortiz"])
    }

    @Test(
        "sections, buttons, labels and names far from the day are no authors",
        arguments: [
            "<p><a href=/galleries>Photo Gallery</a> | April 8, 2026</p>",
            "<p><button>Share</button><button>Save</button></p><p>April 8, 2026</p>",
            "<p><span>Share</span><span>Save</span></p><p>April 8, 2026</p>",
            "<p>Lena Ortiz</p><p>News</p><p>Listen</p><p>Watch</p><p>April 8, 2026</p>",
            "<p><a href='/author'>Lena Ortiz</a></p><p>News</p><p>Sport</p>",
            "<p>Harbour News Tickets And Tours | April 8, 2026</p>",
        ])
    func others(line: String) { #expect(authors(line) == []) }

    @Test(
        "who signs the last line is the author",
        arguments: [
            ("<p>— Lena Ortiz</p>", ["Lena Ortiz"]), ("<p><b>Lena Ortiz</b></p>", ["Lena Ortiz"]),
            ("<p><em>Lena Ortiz</em></p>", ["Lena Ortiz"]), ("<p>Lena Ortiz</p>", []),
            ("<p><b>Anadolu Ajansı</b></p>", []), ("<p><b>With TELEGRAPH</b></p>", []),
            ("<p><b>The harbour is open.</b></p>", []),
        ] as [(String, [String])])
    func signatures(line: String, expected: [String]) { #expect(authors(after: line) == expected) }

    @Test(
        "Chinese papers set the writer in brackets at the end",
        arguments: [
            ("<p>港口于周一开放，许多人前来观看第一批船只。（张巨峰）</p>", ["张巨峰"]), ("<p>（李楠）</p>", ["李楠"]),
            ("<p>港口于周一开放，许多人前来观看第一批船只。（完）</p>", []), ("<p>港口于周一开放（图片由港务局提供）</p>", []),
        ] as [(String, [String])])
    func brackets(line: String, expected: [String]) { #expect(authors(after: line) == expected) }

    @Test(
        "markers that are everyday words elsewhere are read on pages of their language",
        arguments: [
            ("sw", "Na Fatma Juma", ["Na Fatma Juma"]), ("ro", "de Andreea Moga", ["de Andreea Moga"]),
            ("en", "Na Fatma Juma", []),
        ]
            as [(String, String, [String])])
    func markersOfOneLanguage(language: String, line: String, expected: [String]) {
        let html =
            "<html lang=\(language)><title>Harbour opens</title><body><div><h1>Harbour opens</h1><p>\(line)</p><p>\(Self.prose)</p></div>"
        let document = Document.parse(html)
        let page = Segmenter.segment(document)
        let facts = FactCollector.collect(document, elements: page.elements)
        let article = MetadataReader.read(page: page, body: [2], facts: facts, document: document, url: nil).article
        #expect(article.bylines.map(\.text) == expected)
    }

    @Test(
        "class words of other languages name an author where nothing else does, and only a name",
        arguments: [
            ("autor", "Lena Ortiz", ["Lena Ortiz"]), ("article__yazar", "Elif Aydın", ["Elif Aydın"]),
            ("firma", "Nicolás Ferrari", ["Nicolás Ferrari"]),
            ("szerzo-nev", "Nagy Anna", ["Nagy Anna"]), ("autor", "www.example.com", []),
            ("autorizado", "Lena Ortiz", []), ("forum", "Lena Ortiz", []),
        ] as [(String, String, [String])])
    func classWords(word: String, text: String, expected: [String]) {
        #expect(authors("<div class=\(word)>\(text)</div><p>Sport</p>") == expected)
    }

    @Test("a line that heads a part of the text signs nothing where it comes again", arguments: [true, false])
    func heads(isRepeated: Bool) {
        let html =
            "<h1>Harbour opens</h1><p>\(Self.prose)</p><p><b>\(isRepeated ? "Lena Ortiz" : "The piers")</b></p>"
            + "<p>\(Self.prose)</p><p><b>Lena Ortiz</b></p>"
        let document = Document.parse(html)
        let page = Segmenter.segment(document)
        let facts = FactCollector.collect(document, elements: page.elements)
        let read = MetadataReader.read(page: page, body: [1, 2, 3], facts: facts, document: document, url: nil)
        #expect(read.article.bylines.map(\.text) == (isRepeated ? [] : ["Lena Ortiz"]))
    }

    @Test("a signature is no paragraph")
    func claimed() {
        let document = Document.parse(
            "<h1>Harbour opens</h1><p>\(Self.prose)</p><p>\(Self.prose)</p><p><b>Lena Ortiz</b></p>")
        let page = Segmenter.segment(document)
        let facts = FactCollector.collect(document, elements: page.elements)
        let read = MetadataReader.read(page: page, body: [1, 2, 3], facts: facts, document: document, url: nil)
        #expect(read.claimed.contains(3))
    }

    // MARK: Sites, agencies and companies

    @Test(
        "a site, an agency or a company is the author only where nobody writes",
        arguments: [
            ("Example Media GmbH", "", ["Example Media GmbH"]),
            ("Example Media GmbH", "<p>By Lena Ortiz</p>", ["By Lena Ortiz"]),
            ("Harbour News Agency", "<p>By Lena Ortiz</p>", ["By Lena Ortiz"]),
            ("harbour.example", "<p>By Lena Ortiz</p>", ["By Lena Ortiz"]),
            ("Harbour Post | Portal", "<p>By Lena Ortiz</p>", ["By Lena Ortiz"]),
            ("Harbour Post | Lena Ortiz", "", ["Lena Ortiz"]),
            ("Log in? Register", "", []),
        ] as [(String, String, [String])])
    func companies(stated: String, line: String, expected: [String]) {
        #expect(authors(line, head: "<meta name=author content='\(stated)'>") == expected)
    }

    @Test(
        "folders of addresses that lead to authors",
        arguments: [
            ("/author/a", true), ("/Authors/a-b", true), ("/autoren/a", true), ("/author", false), ("/author/", false),
            ("/authority/a", false), ("/people/a", false), ("/news/author.html", false), ("", false),
        ])
    func paths(href: String, isOne: Bool) { #expect(AuthorPath.isIn(href.utf8.span) == isOne) }
}
