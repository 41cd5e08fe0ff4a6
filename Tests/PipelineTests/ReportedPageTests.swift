import Pages
import Testing

@testable import Pipeline

/// What users of tools of this kind report of headlines, images, languages, bodies and refusals, through the whole pipeline.
@Suite("Pages as users report them")
struct ReportedPageTests {
    private let pipeline: PagePipeline
    private static let url = "https://news.example/ferry"

    init() throws { pipeline = try TestPipeline.make() }

    // MARK: Headlines

    @Test(arguments: [
        ("<h1>Old ferry returns <small>Several hundred people came to watch it</small></h1>", "Old ferry returns"),
        ("<h1>Old ferry returns <span>Several hundred people came to watch it</span></h1>", "Old ferry returns"),
        ("<h1>Old ferry returns <em>at last</em></h1>", "Old ferry returns at last"),
    ])
    func `a line below the headline, set small or left out of the title element, is no part of it`(
        markup: String, title: String
    ) throws {
        let html = ContractPage.english.html.replacing("<h1>Old ferry returns to the river</h1>", with: markup)
            .replacing("<title>Old ferry returns to the river", with: "<title>Old ferry returns - Ferry Town Gazette")
        #expect(try #require(pipeline.event(html, url: Self.url)).title == title)
    }

    @Test func `the h1 that readers see is the headline where the head words it for search engines`() throws {
        let html = ContractPage.english.html
            .replacing(
                "<title>Old ferry returns to the river</title>",
                with:
                    "<title>Guide to the River Ferry Return | Gazette</title><meta property=og:title content='Guide to the River Ferry Return'>"
            )
        #expect(try #require(pipeline.event(html, url: Self.url)).title == "Old ferry returns to the river")
    }

    @Test(arguments: [
        ("Ferry timetable, fares and parking", "Old ferry returns to the river"),
        // What the h1 tells no better, and what is a name of the site's part, is no headline of the page.
        (
            "Ferry returns after years: how the old boat came back",
            "Ferry returns after years: how the old boat came back"
        ),
    ])
    func `the h1 that tells of the text is the headline where the head tells of something else`(
        head: String, title: String
    ) throws {
        let html = ContractPage.english.html.replacing(
            "<title>Old ferry returns to the river</title>",
            with: "<title>\(head) | Gazette</title><meta property=og:title content='\(head)'>")
        #expect(try #require(pipeline.event(html, url: Self.url)).title == title)
        let section = html.replacing("<h1>Old ferry returns to the river</h1>", with: "<h1>News from the county</h1>")
        #expect(try #require(pipeline.event(section, url: Self.url)).title == head)
    }

    @Test func `a name that a template states as og title is no headline`() throws {
        let html = ContractPage.english.html
            .replacing("<h1>Old ferry returns to the river</h1>", with: "")
            .replacing(
                "</title>",
                with: "</title><meta property=og:title content='Mara Quist'><meta name=author content='Mara Quist'>")
        #expect(try #require(pipeline.event(html, url: Self.url)).title == "Old ferry returns to the river")
    }

    @Test func `a capital set large in a block of its own begins the paragraph behind it`() throws {
        let page = ContractPage.english
        let html = page.html.replacing("<p>After eleven", with: "<div class=initial>A</div><p>fter eleven")
        #expect(try #require(pipeline.event(html, url: Self.url)).paragraphs == page.paragraphs)
        // A letter before a paragraph that begins by itself is none of it.
        let other = page.html.replacing("<p>After eleven", with: "<div>A</div><p>After eleven")
        let paragraphs = try #require(pipeline.event(other, url: Self.url)).paragraphs
        #expect(paragraphs.suffix(page.paragraphs.count) == page.paragraphs[...])
    }

    // MARK: Images

    @Test(arguments: [
        ("<img src='data:image/gif;base64,R0lGOD' data-echo=/i/ferry.jpg>", "https://news.example/i/ferry.jpg"),
        ("<img src=/i/blank.gif data-hi-res-src=/i/ferry.jpg>", "https://news.example/i/ferry.jpg"),
        (
            "<img src='data:image/gif;base64,R0lGOD' data-ll-src='/i/a.jpg 400w, /i/ferry.jpg 1200w'>",
            "https://news.example/i/ferry.jpg"
        ),
        (
            "<figure><img src=/i/logo-of-the-fair.jpg width=900 height=600></figure>",
            "https://news.example/i/logo-of-the-fair.jpg"
        ),
        (
            "<figure><img src=/i/spacer-module.jpg width=900 height=600><figcaption>The module</figcaption></figure>",
            "https://news.example/i/spacer-module.jpg"
        ),
        ("<figure><img src=/m/-1x-1.png width=900 height=600></figure>", "https://news.example/m/-1x-1.png"),
        (
            "<figure><picture><source type=image/webp data-srcset='/i/f.webp 900w'><source data-srcset='/i/f.jpg 900w'><img src='data:image/gif;base64,R0lGOD'></picture></figure>",
            "https://news.example/i/f.jpg"
        ),
        (
            "<figure><div style=\"background-image: url('/i/ferry.jpg')\"></div><figcaption>The ferry</figcaption></figure>",
            "https://news.example/i/ferry.jpg"
        ),
        (
            "<div role=img aria-label=Ferry style='background:url(/i/ferry.jpg) center'></div>",
            "https://news.example/i/ferry.jpg"
        ),
        ("<img src='/i/fähre am kai.jpg'>", "https://news.example/i/f%C3%A4hre%20am%20kai.jpg"),
        ("<img src='/i/%C3%A4.jpg?x=ä'>", "https://news.example/i/%C3%A4.jpg?x=%C3%A4"),
    ])
    func `an article's image is found wherever the page keeps its address`(markup: String, url: String) throws {
        let html = ContractPage.english.html.replacing("<p>Volunteers", with: "\(markup)<p>Volunteers")
        #expect(try #require(pipeline.event(html, url: Self.url)).images.map(\.url) == [url])
    }

    @Test(arguments: [
        "<img src=/i/renderTimingPixel.png width=900 height=600>", "<img src=/i/site-logo.png>",
        "<img src=/i/facebook-icon.png>", "<img src=/i/1x1.gif width=900 height=600>",
        "<img src=https://ads.gazette.example/b.jpg width=900 height=600>", "<div style='background:#fff'></div>",
        "<figure><div style='background-image:linear-gradient(red, blue)'></div></figure>",
    ])
    func `signs, counters and advertisements are none of them`(markup: String) throws {
        let html = ContractPage.english.html.replacing("<p>Volunteers", with: "\(markup)<p>Volunteers")
        #expect(try #require(pipeline.event(html, url: Self.url)).images.isEmpty)
    }

    @Test func `letters that grow in small letters, and styles that break off, do no harm`() throws {
        for style in [
            String(repeating: "İ", count: 400) + " background:url(/i/ferry.jpg)", "background:url(", "background:url('",
            "url(/a.jpg)",
        ] {
            let html = ContractPage.english.html.replacing(
                "<p>Volunteers", with: "<figure><div style=\"\(style)\"></div></figure><p>Volunteers")
            let images = try #require(pipeline.event(html, url: Self.url)).images.map(\.url)
            #expect(
                images
                    == (style.hasSuffix(".jpg)") && style.contains("background")
                        ? ["https://news.example/i/ferry.jpg"] : []))
        }
    }

    // MARK: Language

    @Test func `one quotation in another language does not turn an article's language`() throws {
        let quote =
            "<p>« Il fallait refaire presque toutes les planches et chaque rivet de la coque avant de pouvoir remettre le bac à l'eau », a dit Inès Roland.</p>"
        let html = ContractPage.english.html.replacing("<html lang=\"en\">", with: "<html>").replacing(
            "<p>The town", with: "\(quote)<p>The town")
        #expect(try #require(pipeline.event(html, url: Self.url)).language == "en")
    }

    // MARK: Bodies

    private static let story = ContractPage.english.paragraphs.map { "<p>\($0)</p>" }.joined()
    private static let archive = (2001...2030).map { "<li><a href=/\($0)>Articles of the year \($0)</a></li>" }.joined()

    @Test(arguments: [
        ("<div id=app></div><noscript><h1>Old ferry returns</h1>\(story)</noscript>", "text/html"),
        (
            "<h1>Old ferry returns</h1><div><script type='text/template'>\(story)</script><noscript>\(story)</noscript></div>"
                + "<ul>\(archive)</ul>", "text/html"
        ),
        (
            "<x-story><template shadowrootmode=open><article><h1>Old ferry returns</h1>\(story)</article></template></x-story>",
            "text/html"
        ),
        ("<script src='/a.js' /><div class='x' /><h1>Old ferry returns</h1>\(story)", "application/xhtml+xml"),
    ])
    func `text that only some readers' browsers show is the article's`(body: String, type: String) throws {
        let html = "<html><head><title>Old ferry returns</title></head><body>\(body)</body></html>"
        #expect(
            try #require(pipeline.event(html, url: Self.url, contentType: type)).paragraphs
                == ContractPage.english.paragraphs)
    }

    @Test func `noscript beside an article adds nothing, and served as HTML a tag does not close itself`() throws {
        let html = ContractPage.english.html.replacing(
            "</article>",
            with:
                "<noscript><p>Please turn on JavaScript to read the comments below this article.</p></noscript></article>"
        )
        #expect(try #require(pipeline.event(html, url: Self.url)).paragraphs == ContractPage.english.paragraphs)
        let open =
            "<html><head><title>Old ferry returns</title></head><body><script src='/a.js' /><h1>Old</h1>\(Self.story)</body></html>"
        #expect(pipeline.event(open, url: Self.url, contentType: "text/html") == nil)
    }

    /// What stands behind or before the text and is none of it.
    @Test(arguments: [
        "<p>Press contact: Mara Quist, +47 555 123 45 67, press@ferry.example</p>",
        "<div><h3>Stand by us</h3><p>Our newsroom is small. If you value this work, please donate: as little as three pounds a month keeps a reporter at the quay.</p></div>",
        "<div class=list><dl><dt><a href=/n/1>The market hall will be closed for a week</a></dt><dd>The market hall will be closed for a week from Monday while its roof is mended by the town's builders.</dd><dt><a href=/n/2>Two trams collided in the fog this morning</a></dt><dd>Two trams collided in the fog this morning, and nobody was hurt, the company said at noon.</dd></dl></div>",
        "</article><article class=more><h2>Tram strike ends today</h2><time datetime=2026-03-04>4 March</time><p>The crews of the trams go back to work on Monday after three weeks, both sides said late last night.</p><p>Wages rise by four per cent in two steps, and the union keeps its seat on the board.</p>",
        "<p>İletişim: Kadir Alkan, 0464 555 01 23, basin@ferry.example</p>",
        "<p>Bu içerik abonelere özeldir. Hemen abone olun, ilk ay yalnızca 1 lira.</p>",
    ])
    func `what stands behind an article is none of its paragraphs`(markup: String) throws {
        let html = ContractPage.english.html.replacing("</article>", with: "\(markup)</article>")
        #expect(try #require(pipeline.event(html, url: Self.url)).paragraphs == ContractPage.english.paragraphs)
    }

    @Test(arguments: [
        "<p style='display: none'>", "<p hidden>", "<div style='VISIBILITY:hidden'>",
    ])
    func `a line within the text that no browser shows is no paragraph`(tag: String) throws {
        let line =
            "\(tag)This copy was printed from the Valley Post and may not be passed on without leave.</\(tag.dropFirst().prefix { $0.isLetter })>"
        let html = ContractPage.english.html.replacing("<p>The town", with: "\(line)<p>The town")
        #expect(try #require(pipeline.event(html, url: Self.url)).paragraphs == ContractPage.english.paragraphs)
    }

    @Test func `phrases for screen readers are no part of a paragraph, signs between words are`() throws {
        let html = ContractPage.english.html.replacing(
            "into the water",
            with: "into<span class=sr-only> (opens in a new tab)</span> the<span class=visually-hidden> </span>water"
        ).replacing(
            "The town",
            with: "<span class=VisuallyHidden_root__x1>Photo 2 of 9: </span>The<i class=u-srOnly> (old)</i> town"
        ).replacing(
            "</p>", with: "<span style='position:absolute;clip:rect(0,0,0,0)'> (read this aloud)</span></p>")
        #expect(try #require(pipeline.event(html, url: Self.url)).paragraphs == ContractPage.english.paragraphs)
    }

    @Test func `markup that was escaped once too often is read as markup`() throws {
        let escaped = ContractPage.english.paragraphs.map {
            "&lt;p&gt;\($0.replacing("'", with: "&amp;rsquo;"))&lt;/p&gt;"
        }.joined()
        let html = ContractPage.english.html.replacing(
            Self.story.replacing("</p>", with: "</p>\n"), with: "<div class=text>\(escaped)</div>")
        let paragraphs = try #require(pipeline.event(html, url: Self.url)).paragraphs
        #expect(paragraphs == ContractPage.english.paragraphs.map { $0.replacing("'", with: "’") })
    }

    /// Tags of phrases and line breaks, and entities, that readers see; a text that speaks of them keeps them.
    @Test func `tags of phrases and entities that were escaped are read, those that a text speaks of stay`() throws {
        let paragraphs = ContractPage.english.paragraphs
        func read(_ body: String) throws -> [String] {
            let html = ContractPage.english.html.replacing(
                Self.story.replacing("</p>", with: "</p>\n"), with: "<div class=text>\(body)</div>")
            return try #require(pipeline.event(html, url: Self.url)).paragraphs
        }
        let breaks = paragraphs.map { "&lt;b&gt;\($0.prefix(3))&lt;/b&gt;\($0.dropFirst(3))" }
        #expect(try read(breaks.joined(separator: "&lt;br /&gt;&lt;br /&gt;")) == paragraphs)
        #expect(try read(breaks.map { "<p>\($0)</p>" }.joined()) == paragraphs)
        let dashed = paragraphs.map { "<p>\($0)&amp;nbsp;– so it&amp;rsquo;s said.</p>" }.joined()
        #expect(try read(dashed) == paragraphs.map { "\($0) – so it’s said." })
        let spoken =
            Self.story
            + "<p>Write &amp;nbsp; for a space, &amp;mdash; for a dash and &lt;b&gt; for bold letters, she says.</p>"
        #expect(
            try read(spoken).last == "Write &nbsp; for a space, &mdash; for a dash and <b> for bold letters, she says.")
    }

    @Test func `a block that holds the whole text once more is a copy`() throws {
        let copy = "<div class=data><div>\(ContractPage.english.paragraphs.joined(separator: " "))</div></div>"
        let html = ContractPage.english.html.replacing("</body>", with: "\(copy)</body>")
        #expect(try #require(pipeline.event(html, url: Self.url)).paragraphs == ContractPage.english.paragraphs)
    }

    @Test(arguments: [
        ("<div class=film-transcript>", "Welcome", "</div>"), ("<div class=transkript>", "Welcome", "</div>"),
        ("<div id=transcription>", "Welcome", "</div>"), ("<div class=vt>", "[MUSIC PLAYING] Welcome", "</div>"),
        ("<details><summary>Transcript</summary><p>", "Welcome", "</details>"),
    ])
    func `the transcript of a film above the text is no paragraph`(start: String, first: String, end: String) throws {
        let film =
            "<div class=film>\(start)\(first) back to the quay, where the old ferry is to be lowered into the water any minute now, and where the whole town has come to see it.\(end)</div>"
        let html = ContractPage.english.html.replacing("</h1>", with: "</h1>\(film)")
        #expect(try #require(pipeline.event(html, url: Self.url)).paragraphs == ContractPage.english.paragraphs)
    }

    @Test(arguments: [
        "[Music review] The ferry's old band played", "[Jessica Quill] The crew had waited", "[서울=뉴시스] 강변시는",
    ])
    func `a first paragraph that begins with brackets is no transcript`(start: String) throws {
        let first = "\(start) for an hour before anything moved on the river, and nobody minded that at all."
        let html = ContractPage.english.html.replacing("<p>After eleven", with: "<p>\(first)</p><p>After eleven")
        #expect(
            try #require(pipeline.event(html, url: Self.url)).paragraphs == [first] + ContractPage.english.paragraphs)
    }

    @Test(arguments: [
        "<figure class=quote><blockquote><p>We replaced almost every plank and every rivet of the hull</p></blockquote></figure>",
        "<aside><p>“We replaced almost every plank and every rivet of the hull”</p></aside>",
    ])
    func `a sentence of the text that is set large once more is said once`(quote: String) throws {
        for text in [
            "“We replaced almost every plank and every rivet of the hull,” said the carpenter who led the work.",
            "The carpenter said: „We replaced almost every plank and every rivet of the hull“, and laughed at that.",
            "We replaced almost every plank and every rivet of the hull. Nobody had thought that it would take so long.",
        ] {
            let html = ContractPage.english.html.replacing(
                "<p>Volunteers", with: "<p>\(text)</p>\(quote)<p>Volunteers")
            let event = try #require(pipeline.event(html, url: Self.url))
            #expect(event.paragraphs.filter { $0.contains("almost every plank") } == [text])
        }
    }

    @Test(arguments: [
        "<p>A line between.</p>", "<p>Nobody thought that we would see her on the water, but here she is.</p>",
    ])
    func `what another person says in a quotation stays, and what goes on elsewhere`(text: String) throws {
        let quote = "<blockquote><p>Nobody thought that we would see her on the water.</p></blockquote>"
        let html = ContractPage.english.html.replacing("<p>Volunteers", with: "\(text)\(quote)<p>Volunteers")
        let event = try #require(pipeline.event(html, url: Self.url))
        #expect(event.paragraphs.contains("Nobody thought that we would see her on the water."))
    }

    @Test(arguments: [
        ["External content from a film site", "A film of the yard.", "To view this post, allow external content."],
        ["Empfohlener redaktioneller Inhalt", "Hier steht ein Film.", "Externen Inhalt anzeigen"],
        ["Ce contenu est bloqué", "Pour afficher ce contenu, acceptez les cookies."],
    ])
    func `a box that asks for consent before a post is shown is no text of the article`(lines: [String]) throws {
        let box = "<div class=embed>\(lines.map { "<p>\($0)</p>" }.joined())</div>"
        let html = ContractPage.english.html.replacing("<p>Volunteers", with: "\(box)<p>Volunteers")
        #expect(try #require(pipeline.event(html, url: Self.url)).paragraphs == ContractPage.english.paragraphs)
    }

    @Test func `readings above characters are no text`() throws {
        let html = ContractPage.english.html.replacing(
            "<p>Volunteers", with: "<p><ruby>渡船<rp>(</rp><rt>わたしぶね</rt><rp>)</rp></ruby> Volunteers")
        let event = try #require(pipeline.event(html, url: Self.url))
        #expect(event.paragraphs.contains { $0.hasPrefix("渡船 Volunteers") })
    }

    @Test func `keywords stand without the quotes that a template put around them`() throws {
        let html = ContractPage.english.html.replacing(
            "</title>", with: "</title><meta name=keywords content='\"ferry\", “harbour”, &quot;, the \"Ida\" yard'>")
        let tags = try #require(pipeline.event(html, url: Self.url)).tags
        #expect(tags == ["ferry", "harbour", "the \"Ida\" yard"])
    }

    // MARK: Refusals

    @Test(arguments: ["Page not found", "Page not found | Ferry Town Gazette", "Just a moment..."])
    func `a short page without a day whose title says that it stands in for another is refused`(title: String) throws {
        let text =
            "<p>We are sorry about this. Try the search at the top of this page, or go back to where you came from and take another way.</p><p>If you think that something is broken here, then write to the people who keep this site and tell them what you did.</p>"
        let html =
            "<html lang=en><head><title>\(title)</title></head><body><main><h1>Sorry</h1>\(text)</main></body></html>"
        #expect(pipeline.event(html, url: Self.url) == nil)
    }

    @Test func `a page that offers a product is a shop's, one that reviews it is an article`() throws {
        func page(_ more: String) -> String {
            let linked =
                "{\"@type\":\"Product\",\"name\":\"Ferry lamp\"\(more)}"
            return ContractPage.english.html.replacing(
                "</title>", with: "</title><script type=application/ld+json>\(linked)</script>")
        }
        #expect(
            pipeline.event(page(",\"offers\":{\"@type\":\"Offer\",\"price\":\"29\"}"), url: Self.url) == nil)
        #expect(
            pipeline.event(page(",\"review\":{\"@type\":\"Review\",\"reviewBody\":\"Bright\"}"), url: Self.url) != nil)
        #expect(pipeline.event(page(""), url: Self.url) != nil)
    }

    @Test func `a thread of posts is no article, sections with headings are one`() throws {
        func page(_ item: (Int) -> String) -> String {
            "<html lang=en><head><title>Which ferry to take?</title></head><body><main><h1>Which ferry to take?</h1>\((1...5).map(item).joined())</main></body></html>"
        }
        let texts =
            ContractPage.english.paragraphs + [
                "The last boat leaves at nine in the evening and takes no carts, as far as I remember from last summer."
            ]
        let thread = page {
            "<div class=post><div class=who><a href=/u/\($0)>captain\($0)</a> <time>\($0) March 2026</time></div><div class=what><p>\(texts[$0 - 1])</p></div></div>"
        }
        let article = page { "<div class=part><h2>Part \($0)</h2><p>\(texts[$0 - 1])</p></div>" }
        #expect(pipeline.event(thread, url: "https://forum.example/t/1") == nil)
        #expect(pipeline.event(article, url: Self.url) != nil)
    }

    @Test func `a page that calls itself Home is none`() throws {
        let html = ContractPage.english.with { $0.title = "Home" }.html
        #expect(pipeline.event(html, url: "https://news.example/") == nil)
    }
}

extension PagePipeline {
    /// The event of a page, `nil` where it is refused.
    func event(_ html: String, url: String, contentType: String? = "text/html", fetchedAtMs: Int64? = nil)
        -> ArticleEvent?
    {
        let page = RawPage(body: Array(html.utf8), contentType: contentType, url: url, fetchedAtMs: fetchedAtMs)
        return try? explanation(of: page).event
    }
}
