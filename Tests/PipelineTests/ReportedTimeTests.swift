import Pages
import Testing

@testable import Pipeline

/// What users of tools of this kind report of days and times: a row a kind, through the whole pipeline.
@Suite("Times as pages have them")
struct ReportedTimeTests {
    private let pipeline: PagePipeline

    init() throws { pipeline = try TestPipeline.make() }

    struct Row: CustomTestStringConvertible, Sendable {
        var markup: String
        /// The beginning of the time of publication.
        var time: String
        var language = "en"
        var head = ""
        var tail = ""
        var url = "https://news.example/ferry"
        var testDescription: String { "\(language) \(head)\(markup)\(tail)".prefix(120).description }
    }

    static let rows: [Row] = [
        // Two names of one month.
        Row(markup: "<p class=date>7 نيسان/أبريل 2026 الساعة 16:20</p>", time: "2026-04-07T16:20", language: "ar"),
        Row(markup: "<p class=date>9 تشرين الأول/أكتوبر 2025</p>", time: "2025-10-09", language: "ar"),
        // Two digits of a Buddhist year.
        Row(markup: "<p class=date>7 เม.ย. 69 เวลา 16:20 น.</p>", time: "2026-04-07T16:20", language: "th"),
        Row(markup: "<p class=date>7 เมษายน 69</p>", time: "2026-04-07", language: "th"),
        // A list of what was when, before the text.
        Row(
            markup:
                "<dl><dt>Received</dt><dd>3 February 2026</dd><dt>Accepted</dt><dd>20 March 2026</dd><dt>Published</dt><dd>4 April 2026</dd></dl>",
            time: "2026-04-04"),
        Row(
            markup:
                "<table><tr><th>Eingereicht</th><td>3. Februar 2026</td></tr><tr><th>Veröffentlicht</th><td>4. April 2026</td></tr></table>",
            time: "2026-04-04", language: "de"),
        // Datelines.
        Row(
            markup:
                "<p>BERGEN, April 7, 2026 (Coast Wire) - The ferry that once carried market carts was lowered into the water on Tuesday, watched by a crowd.</p>",
            time: "2026-04-07"),
        Row(
            markup:
                "<p>BERGEN – 7 April 2026 – The ferry that once carried market carts was lowered into the water on Tuesday, watched by a crowd of people.</p>",
            time: ""),
        // Other dates than the article's.
        Row(
            markup: "<div class=box>When: 4 July 2026, 18:00</div><p class=pub>Published on 7 April 2026</p>",
            time: "2026-04-07"),
        Row(markup: "<div>Deadline: 30 June 2026</div><p>Posted: 7 April 2026</p>", time: "2026-04-07"),
        Row(
            markup: "<p class=date>7 April 2026</p>", time: "2026-04-07",
            head:
                "<script type=application/ld+json>{\"@type\":\"VideoObject\",\"uploadDate\":\"2025-11-02T08:00:00Z\"}</script>"
        ),
        Row(
            markup: "<p>Published: 7 April 2026, 16:20 CEST</p>", time: "2026-04-07T16:20:00+02:00",
            head: "<meta name=date content=2011-01-01>"),
        Row(
            markup:
                "<ul><li>Received: <time datetime=2025-12-01>1 December 2025</time></li><li>Published: <time datetime=2026-04-07>7 April 2026</time></li></ul>",
            time: "2026-04-07"),
        Row(
            markup: "", time: "",
            tail:
                "<blockquote class=post><p>She floats!</p><time datetime=2025-11-02T08:00:00Z>2 Nov</time></blockquote>"
        ),
        Row(
            markup: "", time: "",
            tail:
                "</article><ul><li><h3><a href=/s/1>Harbour wall to be raised by a metre</a></h3><time>2 November 2025</time></li><li><h3><a href=/s/2>Second bridge opens a year late</a></h3><time>3 November 2025</time></li></ul><article>"
        ),
        // Signs that only say which way text runs.
        Row(markup: "<p class=date>\u{200F}١٧‏/٤‏/٢٠٢٦</p>", time: "2026-04-17", language: "ar"),
        Row(
            markup: "<p class=date>\u{202B}7 أبريل 2026\u{202C} - \u{202A}16:20\u{202C}</p>", time: "2026-04-07T16:20",
            language: "ar"),
        // Four digits before a zone, a weekday before the clock; no year of the Republic of China on an English page.
        Row(markup: "<p class=date>7 April 2026, 1620 GMT</p>", time: "2026-04-07T16:20:00Z"),
        Row(markup: "<p class=date>7 April 2026, 1620</p>", time: "2026-04-07T00:00"),
        Row(markup: "<p class=date>2026. április 7., kedd 16:20</p>", time: "2026-04-07T16:20", language: "hu"),
        Row(markup: "<p class=date>7. dubna 2026, úterý 16:20</p>", time: "2026-04-07T16:20", language: "cs"),
        Row(markup: "<p class=date>115/04/07</p>", time: ""),
        Row(
            markup: "<p class=date>7 aprile 2026 (modifica il 8 aprile 2026 | 09:30)</p>", time: "2026-04-07",
            language: "it"),
        // What lies ahead of the fetch is a template's.
        Row(
            markup: "<p class=date>7 April 2026</p>", time: "2026-04-07",
            head: "<meta property=article:published_time content=2088-12-31T00:00:00Z>"),
        // The zone behind the date.
        Row(markup: "<p class=date>16:20, 7 April 2026 BST</p>", time: "2026-04-07T16:20:00+01:00"),
        // The first of several publications, called so behind its day.
        Row(
            markup: "", time: "2024-04-07",
            tail:
                "<h2>History</h2><ul><li><p>2 May 2026 | Latest version</p></li><li><p>7 April 2024 | First published</p></li></ul>"
        ),
        // The day that page and address show.
        Row(
            markup: "<p class=date>2026-04-07</p>", time: "2026-04-07",
            head: "<meta property=article:published_time content=2026-04-06T22:40:10+00:00>",
            url: "https://news.example/2026/04/07/ferry"),
        // A clock in an element of its own.
        Row(
            markup: "<div><span>发布时间：</span><span>26-04-07</span><span>16:20</span><span>江岸发布</span></div>",
            time: "2026-04-07T16:20", language: "zh"),
    ]

    @Test(arguments: rows)
    func published(row: Row) throws {
        let page = (row.language == "zh" ? ContractPage.chinese : .english).with {
            $0.language = row.language
            $0.head = row.head
        }
        let html = page.html.replacing("</h1>", with: "</h1>\(row.markup)").replacing(
            "</article>", with: "\(row.tail)</article>")
        let event = try #require(pipeline.event(html, url: row.url, fetchedAtMs: Self.fetched))
        let found = event.published?.rfc3339 ?? ""
        #expect(found.hasPrefix(row.time), "\(found)")
    }

    /// 2026-04-07T20:00:00Z.
    private static let fetched: Int64 = 1_775_592_000_000

    /// Times told from now, three units each.
    static let told: [(text: String, language: String, time: String)] = [
        ("3 hours ago", "en", "2026-04-07T17:00"), ("an hour ago", "en", "2026-04-07T19:00"),
        ("2 days ago", "en", "2026-04-05"),
        ("Yesterday", "en", "2026-04-06"), ("vor 3 Stunden", "de", "2026-04-07T17:00"), ("gestern", "de", "2026-04-06"),
        ("il y a 2 jours", "fr", "2026-04-05"), ("hace 3 horas", "es", "2026-04-07T17:00"),
        ("há 3 horas", "pt", "2026-04-07T17:00"),
        ("3 ore fa", "it", "2026-04-07T17:00"), ("3 uur geleden", "nl", "2026-04-07T17:00"),
        ("3 timmar sedan", "sv", "2026-04-07T17:00"),
        ("3 timer siden", "da", "2026-04-07T17:00"), ("3 tuntia sitten", "fi", "2026-04-07T17:00"),
        ("3 godziny temu", "pl", "2026-04-07T17:00"), ("před 3 hodinami", "cs", "2026-04-07T17:00"),
        ("acum 3 ore", "ro", "2026-04-07T17:00"), ("acum 20 de minute", "ro", "2026-04-07T19:40"),
        ("3 órával ezelőtt", "hu", "2026-04-07T17:00"), ("3 часа назад", "ru", "2026-04-07T17:00"),
        ("3 години тому", "uk", "2026-04-07T17:00"), ("преди 3 часа", "bg", "2026-04-07T17:00"),
        ("πριν 3 ώρες", "el", "2026-04-07T17:00"), ("3 saat önce", "tr", "2026-04-07T17:00"),
        ("3 jam yang lalu", "id", "2026-04-07T17:00"), ("3 giờ trước", "vi", "2026-04-07T17:00"),
        ("3 小时前", "zh", "2026-04-07T17:00"), ("3時間前", "ja", "2026-04-07T17:00"), ("3시간 전", "ko", "2026-04-07T17:00"),
        ("3 ชั่วโมงที่แล้ว", "th", "2026-04-07T17:00"), ("منذ 3 ساعات", "ar", "2026-04-07T17:00"),
        ("۳ ساعت پیش", "fa", "2026-04-07T17:00"), ("לפני 3 שעות", "he", "2026-04-07T17:00"),
        ("3 घंटे पहले", "hi", "2026-04-07T17:00"), ("৩ ঘণ্টা আগে", "bn", "2026-04-07T17:00"),
        ("3 orë më parë", "sq", ""), ("fa 3 hores", "ca", "2026-04-07T17:00"),
        ("prije 3 sata", "hr", "2026-04-07T17:00"),
    ]

    @Test(arguments: told.map(\.text))
    func toldFromNow(text: String) throws {
        let row = try #require(Self.told.first { $0.text == text })
        let page = ContractPage.english.with { $0.language = row.language }
        let html = page.html.replacing("</h1>", with: "</h1><span class=date>\(row.text)</span>")
        let found = try #require(pipeline.event(html, url: "https://news.example/f", fetchedAtMs: Self.fetched))
            .published?.rfc3339
        let stated = found ?? ""
        #expect(stated.hasPrefix(row.time) && row.time.isEmpty == stated.isEmpty, "\(stated)")
    }

    @Test(arguments: [
        "Today in sports", "Yesterday, we met the captain", "Today's paper", "An hour of music", "6 min read",
        "5 Minuten Lesezeit", "4 min leestijd",
        "5 min de lectura", "999 years ago",
    ])
    func `words that begin as a time and go on as a title tell none`(text: String) throws {
        let html = ContractPage.english.html.replacing("</h1>", with: "</h1><span class=date>\(text)</span>")
        let event = try #require(pipeline.event(html, url: "https://news.example/f", fetchedAtMs: Self.fetched))
        #expect(event.published == nil)
    }

    @Test func `without a fetch time nothing counts from now, and how long reading takes tells no time`() throws {
        let html = { (text: String) in
            ContractPage.english.html.replacing("</h1>", with: "</h1><span class=date>\(text)</span>")
        }
        #expect(try #require(pipeline.event(html("3 hours ago"), url: "https://news.example/f")).published == nil)
        #expect(
            try #require(pipeline.event(html("6 min read"), url: "https://news.example/f", fetchedAtMs: Self.fetched))
                .published == nil)
    }
}
