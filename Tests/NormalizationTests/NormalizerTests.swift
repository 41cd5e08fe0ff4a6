import Pages
import Testing

@testable import Normalization

/// A whole article of the kind a text dump gives: Chinese, without a URL.
@Suite struct NormalizerTests {
    static let version = ExtractorVersion(version: "1.2.3", rulesetSerial: 42)

    static var article: Article {
        var article = Article()
        article.title = Finding("海城市港口扩建工程开工:三年建成 年吞吐量翻番", origin: .heading, confidence: 0.95)
        article.paragraphs = [
            "12月7日上午9时,海城市港口扩建工程正式开工。", "市长周大海在开工仪式上说,工程将分三期进行,", "预计2024年全部建成。",
        ]
        article.published = [Finding("2021-12-08 07:45:00 稿源: 海城新闻网", origin: .text, confidence: 0.96)]
        article.bylines = [
            Byline("海城新闻网记者\u{A0}林小满", origin: .text),
            Byline("编辑: 周宁纠错:12345@example.com/13700000000", origin: .text),
        ]
        article.source = SourceLine(label: "稿源", name: "海城新闻网")
        article.breadcrumb = ["海城新闻网", "新闻中心", "海城", "时政·经济"]
        article.publisherLegalName = Finding("海城潮声传媒股份有限公司", origin: .text, confidence: 0.9)
        article.copyrightNotice = Finding(
            "Copyright(C) 2003-2021 haicheng.com.cn All Rights Reserved", origin: .text, confidence: 0.9)
        article.copyrightDomain = "haicheng.com.cn"
        article.licences = [Licence(name: "互联网新闻信息服务许可证", number: "1234567890")]
        article.duplicateCopies = 1
        article.confidence = 0.97
        return article
    }

    private func event(_ change: (inout Article, inout RawPage) -> Void = { _, _ in }) -> ArticleEvent {
        var article = Self.article
        var page = RawPage(body: [])
        change(&article, &page)
        return Normalizer(version: Self.version).event(from: article, page: page)
    }

    @Test func aChineseDumpGivesEveryField() {
        let event = event()
        #expect(event.status == .ok)
        #expect(event.published?.rfc3339 == "2021-12-08T07:45:00+08:00")
        #expect(event.published?.ms == 1_638_920_700_000)
        #expect(event.published?.raw == "2021-12-08 07:45:00")
        #expect(event.published?.precision == .second)
        #expect(event.published?.zoneBasis == .assumed)
        #expect(event.sourceName == "海城新闻网" && event.sourceLabelRaw == "稿源" && event.isOriginal == true)
        #expect(event.bylineRaw == "海城新闻网记者 林小满")
        #expect(event.authors == ["林小满"])
        #expect(
            event.contributors == [
                Contributor(name: "林小满", role: .reporter, roleRaw: "记者", affiliation: "海城新闻网"),
                Contributor(name: "周宁", role: .editor, roleRaw: "编辑"),
            ])
        #expect(event.sectionPath == ["新闻中心", "海城", "时政·经济"] && event.section == "时政·经济")
        #expect(event.siteName == "海城新闻网" && event.siteDomain == "haicheng.com.cn")
        #expect(event.siteDomainBasis == .copyrightLine && event.country == "CN")
        #expect(event.language == "zh-Hans" && event.duplicateCopies == 1)
        #expect(event.warnings == [.urlMissing, .zoneAssumed])
        #expect(event.articleID == "c-" + event.dedupHash.prefix(32))
        #expect(event.charCount == event.paragraphs.reduce(0) { $0 + $1.unicodeScalars.count })
        #expect(event.simhash != nil && event.qualityScore > 0.7)
    }

    @Test func theSameInputGivesTheSameEvent() {
        #expect(event() == event())
    }

    @Test func aURLGivesIdentityDomainCountryAndZone() {
        let event = event { article, page in
            page.url = "https://news.haicheng.cn/a/1.html?utm_source=x"
            article.canonicalURL = "/a/1.html"
            article.images = [ArticleImage(url: "img/1.jpg", alt: " "), ArticleImage(url: "data:image/png,x")]
        }
        #expect(event.articleID.hasPrefix("u-"))
        #expect(event.siteDomain == "haicheng.cn" && event.siteDomainBasis == .url)
        #expect(event.canonicalURL == "https://news.haicheng.cn/a/1.html")
        #expect(event.images == [ArticleImage(url: "https://news.haicheng.cn/a/img/1.jpg")])
        #expect(event.published?.zoneBasis == .site && event.warnings.isEmpty)
    }

    @Test func aCanonicalURLElsewhereIsNotTaken() {
        let event = event { article, page in
            page.url = "https://news.haicheng.cn/a/1.html"
            article.canonicalURL = "https://other.example.com/a"
        }
        #expect(event.canonicalURL == nil)
    }

    @Test(
        arguments: [
            ("https://news.haicheng.cn/b/2.html", "https://news.haicheng.cn/b/2.html"),
            (" /b/2.html?x={1}", nil), ("https://news.haicheng.cn/{{slug}}", nil), ("/%7B%7Bslug%7D%7D", nil),
            ("/<?= $slug ?>", nil), ("../..https://news.haicheng.cn/b/2.html", nil),
            ("https://news.haicheng.cn/https://news.haicheng.cn/b", nil),
            ("news.haicheng.cn/b/2.html", "https://news.haicheng.cn/b/2.html"),
            ("b/news.haicheng.cn/2.html", "https://news.haicheng.cn/a/b/news.haicheng.cn/2.html"),
            ("https://news.haicheng.cn/", nil), ("//news.haicheng.cn", nil),
            ("/?id=2", "https://news.haicheng.cn/?id=2"),
            ("/s?u=https://x.example/", "https://news.haicheng.cn/s?u=https://x.example/"),
        ] as [(String, String?)])
    func aCanonicalURLThatCannotBeMeantIsNotTaken(stated: String, expected: String?) {
        let event = event { article, page in
            page.url = "https://news.haicheng.cn/a/1.html"
            article.canonicalURL = stated
        }
        #expect(event.canonicalURL == expected)
    }

    @Test func theFrontPageIsItsOwnCanonicalURL() {
        let event = event { article, page in
            page.url = "https://news.haicheng.cn/"
            article.canonicalURL = "https://news.haicheng.cn/"
        }
        #expect(event.canonicalURL == "https://news.haicheng.cn/")
    }

    @Test func anotherSourceIsNoOriginal() {
        let event = event { article, _ in article.source = SourceLine(label: "来源", name: "远山日报") }
        #expect(event.isOriginal == false)
    }

    @Test func aMissingTitleOrACutPageIsPartial() {
        #expect(event { article, _ in article.title = nil }.status == .partial)
        #expect(event { article, _ in article.title = nil }.warnings.contains(.titleMissing))
        #expect(event { _, page in page.truncated = .length }.status == .partial)
        #expect(event { _, page in page.truncated = .length }.warnings.contains(.truncatedInput))
    }

    @Test func machineAndTextBylinesAreOnePerson() {
        let event = event { article, _ in
            article.bylines.insert(Byline("林小满", origin: .jsonLD, role: .author), at: 0)
        }
        #expect(event.authors == ["林小满"])
        #expect(event.contributors.first?.role == .reporter)
        #expect(event.bylineRaw == "海城新闻网记者 林小满")
    }

    @Test func allFieldsOfTheFirstKindNameAuthors() {
        let event = event { article, _ in
            article.bylines = [
                Byline("Jane Doe", origin: .jsonLD, role: .author), Byline("John Roe", origin: .jsonLD, role: .author),
                Byline("Max Moe", origin: .meta, role: .author), Byline("By Jane Doe and Tim Toe", origin: .text),
                Byline("Photos by Ann Lee", origin: .text),
            ]
        }
        #expect(event.authors == ["Jane Doe", "John Roe"])
        #expect(event.contributors.map(\.name) == ["Jane Doe", "John Roe", "Ann Lee"])
        #expect(event.bylineRaw == "By Jane Doe and Tim Toe")
    }

    @Test func linesOfTextAddRolesNotSeenYet() {
        let event = event { article, _ in
            article.bylines = [
                Byline("记者 张三", origin: .text), Byline("通讯员 李四", origin: .text), Byline("记者 王五", origin: .text),
            ]
        }
        #expect(event.authors == ["张三", "李四"])
    }

    @Test func aFinerTimeOfTheSameDayIsTaken() {
        let event = event { article, _ in
            article.published = [
                Finding("2021-12-08", origin: .meta, confidence: 0.9),
                Finding("2021-12-08 07:45", origin: .text, confidence: 0.8),
            ]
        }
        #expect(event.published?.precision == .minute)
        #expect(event.published?.rfc3339 == "2021-12-08T07:45:00+08:00")
    }

    @Test func confidenceStaysWithinBounds() {
        let event = event { article, _ in
            article.confidence = .infinity
            article.title?.confidence = -3
        }
        #expect(
            event.fieldConfidence.values.allSatisfy { (0...1).contains($0) } && (0...1).contains(event.qualityScore))
    }

    @Test func anEmptyArticleDoesNotTrap() {
        let event = Normalizer(version: Self.version).event(from: Article(), page: RawPage(body: []))
        #expect(event.status == .partial && event.title == nil && event.language == nil && event.simhash == nil)
    }

    private static func found(_ texts: [String]) -> [Finding] {
        texts.map { Finding($0, origin: .meta, confidence: 0.9) }
    }

    @Test(arguments: [
        ("2021-12-08 07:45", "2021-12-08 07:44", false), ("2021-12-08 07:45", "2021-12-08 07:46", true),
        ("2021-12-08 07:45", "2021-12-08", true), ("2021-12-08 07:45", "2021-12-07", false),
        ("2021-12-08", "2021-12-08 07:45", true),
    ])
    func aChangeBeforeThePublicationIsNone(published: String, modified: String, isKept: Bool) {
        let event = event { article, _ in
            article.published = Self.found([published])
            article.modified = Self.found([modified])
        }
        #expect((event.modified != nil) == isKept)
    }

    @Test(arguments: [
        (["08/04/2026", "2026-04-08"], "2026-04-08"), (["08/04/2026", "2026-08-04"], "2026-08-04"),
        (["2026-08-04", "08/04/2026"], "2026-08-04"), (["08/04/2026", "2026-05-05"], "2026-08-04"),
        (["28/04/2026", "2026-05-05"], "2026-04-28"),
    ])
    func anotherStatementTellsDayFromMonth(texts: [String], day: String) {
        let event = event { article, page in
            article.declaredLanguage = "en-US"
            article.paragraphs = [
                "The harbour opened on Monday, the mayor said, and many people came to see the ships."
            ]
            article.published = Self.found(texts)
            page.url = "https://example.com/a"
        }
        #expect(event.published?.rfc3339.prefix(10) == day[...])
    }

    @Test func aStatementOfTheSameClockTellsTheZone() {
        let event = event { article, _ in
            article.published = Self.found(["2023-12-18 21:02:58", "2023-12-18T21:02:58-05:00"])
        }
        #expect(event.published?.rfc3339 == "2023-12-18T21:02:58-05:00")
        #expect(event.published?.zoneBasis == .explicit)
    }

    @Test(arguments: [
        ("Example Media GmbH", true), ("Wydawnictwo Sp. z o.o.", true), ("Example S.A.", true), ("示例传媒有限公司", true),
        ("Example Co., Ltd.", true), ("ООО", false), ("Luis Sá", false), ("Kim Se", false), ("Limited", false),
        ("", false),
    ])
    func companiesAreKnownByTheirLegalForm(name: String, isOne: Bool) { #expect(LegalForm.ends(name) == isOne) }

    @Test func aWithdrawnPageGivesARetractionWithTheSameID() {
        var page = RawPage(body: [], url: "https://example.com/a")
        page.fetchedAtMs = 1_638_920_700_000
        let normalizer = Normalizer(version: Self.version)
        let event = normalizer.retraction(of: page)
        #expect(event?.status == .retracted)
        #expect(event?.articleID == normalizer.event(from: Self.article, page: page).articleID)
        #expect(normalizer.retraction(of: RawPage(body: [])) == nil)
    }

    @Test(arguments: [
        (["Home", "World", "Europe"], "Harbour Post", ["World", "Europe"]),
        (["Harbour Post", "Sport"], "Harbour Post", ["Sport"]), (["首页", "新闻", "正文"], "海城网", ["新闻"]),
        (["Startseite", "Politik", "Der Titel"], "Hafenblatt", ["Politik"]), ([], "x", []),
    ])
    func sectionsLeaveOutSiteAndTitle(breadcrumb: [String], site: String, path: [String]) {
        #expect(Sections.path(of: breadcrumb, site: site, title: "Der Titel") == path)
    }
}
