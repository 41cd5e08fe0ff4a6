import Markup
import Pages
import Testing

@testable import Extraction

@Suite("Headlines")
struct TitleTests {
    @Test(
        "the site's name is cut from a machine title",
        arguments: [
            ("Bridge opens | The Courier", "Bridge opens"), ("Bridge opens - City - The Courier", "Bridge opens"),
            ("The Courier: Bridge opens", "Bridge opens"), ("The Courier | Bridge opens", "Bridge opens"),
            ("Bridge opens", "Bridge opens"), ("大桥通车_江城网", "大桥通车_江城网"),
        ])
    func withoutSite(_ title: String, _ expected: String) {
        #expect(TitleParts(title).withoutSite([TextFold.fold("The Courier")]) == expected)
    }

    @Test(
        "a line that credits a picture is no headline, however near the body it stands",
        arguments: [
            "The bridge of Lower Marsh in the flood. Foto: Ada Marsh",
            "The council met at the bridge | Ada Marsh / Getty Images",
            "The mayor before the vote on the bridge. KNA/Reuters",
            "BRIDGE: The council of Lower Marsh. Photo: Marsh/AFP",
            "Engineers at the bridge in May (Photo by Ada Marsh)",
        ])
    func credits(_ line: String) {
        let body =
            "The council of Lower Marsh voted to mend the bridge before the winter, as engineers had asked for years."
        let texts = ["Council votes on the old bridge", line, body, body + " Work begins in May."]
        let page = Segmenter.segment(Document.parse(texts.map { "<p>\($0)</p>" }.joined()))
        let lines = PageText(page: page, body: [2, 3])
        var rule = TitleRule(siteNames: [])
        LineTitles(lines, words: BodyWords(lines)).add(to: &rule)
        #expect(rule.decide { BodyWords(lines) }?.text == texts[0])
    }

    @Test(
        "head and trunk of a title",
        arguments: [
            ("A - B - C", "A", "A - B"), ("北大桥通车_新闻_江城网", "北大桥通车", "北大桥通车_新闻"),
            ("well-known", "well-known", "well-known"),
            ("В Баку обсудят тему «Мир»", "В Баку обсудят тему «Мир»", "В Баку обсудят тему «Мир»"),
            ("«Мир» и дом » Новости", "«Мир» и дом", "«Мир» и дом"), ("A « B", "A", "A"),
            ("A|B", "A", "A"), ("- A", "- A", "- A"), ("", "", ""),
        ])
    func parts(_ title: String, _ head: String, _ trunk: String) {
        #expect(TitleParts(title).head == head)
        #expect(TitleParts(title).trunk == trunk)
    }

    private func decide(title: String, openGraph: String? = nil, headings: [(Int, String)] = [], site: [String] = [])
        -> String?
    {
        var rule = TitleRule(siteNames: site)
        var facts = PageFacts()
        facts.titleElement = title
        if let openGraph { facts.metas["og:title"] = [openGraph] }
        rule.add(facts: facts, linked: LinkedArticle(JSONLDReader(), title: title))
        let found = headings.enumerated().map { HeadingFact(level: $1.0, text: $1.1, element: $0) }
        rule.add(headings: found, title: title, openGraph: openGraph ?? "", bodyStart: 100)
        return rule.decide { BodyWords(PageText(page: PageBlocks(kind: .html), body: [])) }?.text
    }

    @Test("the h1 that the title element repeats is the headline")
    func heading() {
        let found = decide(
            title: "New bridge opens after nine years | The Courier",
            headings: [(1, "The Courier"), (1, "New bridge opens after nine years"), (2, "What comes next")],
            site: ["The Courier"])
        #expect(found == "New bridge opens after nine years")
    }

    @Test("without headings the machine title without the site is the headline")
    func machineTitle() {
        let found = decide(title: "New bridge opens after nine years - The Courier", site: ["The Courier"])
        #expect(found == "New bridge opens after nine years")
    }

    @Test("a page that states nothing has no headline")
    func none() { #expect(decide(title: "") == nil) }

    @Test(
        "of two machine titles that are as likely the one that stands on the page is the headline", arguments: [0, 1])
    func shownTitle(_ shown: Int) {
        let titles = ["Harbour opens after eleven years", "The day the ships came back"]
        let document = Document.parse(
            """
            <meta name=dc.title content="\(titles[0])"><meta name=parsely-title content="\(titles[1])">
            <body><div class=top>\(titles[shown])</div><p>The harbour opened on Monday, the mayor said, and many people came.</p>
            """)
        let page = Segmenter.segment(document)
        let facts = FactCollector.collect(document, elements: page.elements)
        let article = MetadataReader.read(page: page, body: [1], facts: facts, document: document, url: nil).article
        #expect(article.title?.text == titles[shown])
    }

    @Test("the weights cover every sign")
    func weights() { #expect(TitleSigns.weights.count == 41) }
}

@Suite("Days in URLs")
struct URLDayTests {
    @Test(
        "the day of a path",
        arguments: [
            ("https://a.example/2021/12/08/x", "2021-12-08"), ("https://a.example/2021-12-08-x.html", "2021-12-08"),
            ("https://a.example/n/20211208/x", "2021-12-08"), ("https://a.example/t20211208_77.shtml", "2021-12-08"),
            ("https://a.example/2021-12/08/c_1.htm", "2021-12-08"),
        ])
    func found(_ url: String, _ day: String) { #expect(URLDay.read(url) == day) }

    @Test(
        "numbers that are no days",
        arguments: [
            "https://a.example/2021/13/08/", "https://a.example/12345678901", "https://a.example/2021/12/",
            "https://a.example/",
            "https://a.example/120211208", "2021", "", "https://a.example/202112081530",
        ])
    func none(_ url: String) { #expect(URLDay.read(url) == nil) }
}
