import Pages
import Testing

@testable import Pipeline

/// What users of tools of this kind report of bylines: a row a kind, through the whole pipeline.
@Suite("Bylines as pages have them")
struct ReportedPeopleTests {
    private let pipeline: PagePipeline

    init() throws { pipeline = try TestPipeline.make() }

    struct Row: CustomTestStringConvertible, Sendable {
        var markup: String
        var names: [String]
        var language = "en"
        var head = ""
        var tail = ""
        var testDescription: String { "\(language) \(head)\(markup)\(tail)".prefix(120).description }
    }

    static let rows: [Row] = [
        // Elements beside one another are several people, or a name and what is told of its bearer.
        Row(
            markup: "<div class=byline>By <a href=/w/1>Mara Quist</a><a href=/w/2>Owen Dahl</a></div>",
            names: ["Mara Quist", "Owen Dahl"]),
        Row(
            markup:
                "<div class=author-line><span class=author>Mara Quist</span> <span class=outlet>Ferry Town Gazette</span></div>",
            names: ["Mara Quist"]),
        Row(
            markup:
                "<div class=author-box><div><div class=author-name>Mara Quist</div><div class=author-role>Head of Trade and Ferry Affairs</div></div></div>",
            names: ["Mara Quist"]),
        Row(markup: "<p class=byline><span>Mara</span> <span>Quist</span></p>", names: ["Mara Quist"]),
        // Where they report from, and what they do.
        Row(
            markup: "<p class=byline>By Mara Quist in Bergen and Owen Dahl, transport correspondent</p>",
            names: ["Mara Quist", "Owen Dahl"]),
        Row(markup: "<p class=byline>By Mara Quist, New Orleans</p>", names: ["Mara Quist"]),
        Row(markup: "<p class=byline>Mara Quist covers ferries for the Harbour Gazette</p>", names: ["Mara Quist"]),
        // Who wrote and who took the pictures, in one phrase; the place of the report first.
        Row(markup: "<p>Text und Fotos: Jule Brandt</p>", names: ["Jule Brandt"], language: "de"),
        Row(markup: "<p>Text & Foto: Jule Brandt</p>", names: ["Jule Brandt"], language: "de"),
        Row(markup: "<p>Texte et photos Jule Roland</p>", names: ["Jule Roland"], language: "fr"),
        Row(markup: "<p>Texte Jule Roland, photos Karl Maas</p>", names: ["Jule Roland", "Karl Maas"], language: "fr"),
        Row(markup: "<p>Words and photos by Mara Quist</p>", names: ["Mara Quist"]),
        Row(markup: "<p>Texto y fotos: Inés Soler</p>", names: ["Inés Soler"], language: "es"),
        Row(markup: "<p>Testo e foto di Lia Conti</p>", names: ["Lia Conti"], language: "it"),
        Row(markup: "<p>Tekst en foto's: Noor Visser</p>", names: ["Noor Visser"], language: "nl"),
        Row(markup: "<p>Text och foto: Elin Dahl</p>", names: ["Elin Dahl"], language: "sv"),
        Row(markup: "<p>Tekst i zdjęcia: Ewa Lis</p>", names: ["Ewa Lis"], language: "pl"),
        Row(markup: "<p>Текст и фото: Анна Лисова</p>", names: ["Анна Лисова"], language: "ru"),
        Row(markup: "<p class=author>Aus Selm berichtet Jule Brandt</p>", names: ["Jule Brandt"], language: "de"),
        Row(
            markup: "<p>Aus Bad Oldesloe berichten Jule Brandt und Karl Maas</p>", names: ["Jule Brandt", "Karl Maas"],
            language: "de"),
        // Surnames that are words elsewhere.
        Row(markup: "<p class=byline>By Tom Share</p>", names: ["Tom Share"]),
        Row(markup: "<p class=byline>Autor: Ewa Wąs</p>", names: ["Ewa Wąs"], language: "pl"),
        // What is in a name's place in the head of a page whose template was left as it is, or whose script found nothing.
        Row(
            markup: "<p class=byline>By Mara Quist</p>", names: ["Mara Quist"],
            head: "<meta name=author content='{{ page.author }}'>"),
        Row(
            markup: "<p class=byline>By Mara Quist</p>", names: ["Mara Quist"],
            head: "<meta name=author content='null undefined'>"),
        Row(markup: "", names: [], head: "<meta name=author content='%AUTHOR%'>"),
        Row(markup: "", names: [], head: "<meta name=author content='Author Name'>"),
        // A mail address behind the name.
        Row(
            markup: "<div class=byline>Mara Quist<br><a href=mailto:mq@gazette.example>mq@gazette.example</a></div>",
            names: ["Mara Quist"]),
        Row(markup: "<div class=autor>Mara Quist | mq@gazette.example</div>", names: ["Mara Quist"], language: "de"),
        // How the name is read.
        Row(markup: "<p class=author>高梨悠（たかなし・ゆう）</p>", names: ["高梨悠"], language: "ja"),
        Row(
            markup: "<p class=byline>文：<ruby>高梨悠<rp>(</rp><rt>たかなしゆう</rt><rp>)</rp></ruby></p>", names: ["高梨悠"],
            language: "ja"),
        // What kind of text it is.
        Row(markup: "<p class=zeile>Ein Gastbeitrag von Mara Quist</p>", names: ["Mara Quist"], language: "de"),
        Row(
            markup: "<p class=byline>Eine Reportage von Mara Quist und Owen Dahl</p>",
            names: ["Mara Quist", "Owen Dahl"], language: "de"),
        Row(markup: "<p>Analysis by Mara Quist</p>", names: ["Mara Quist"]),
        // Who wrote a post that is quoted, and the article behind a teaser, did not write this one.
        Row(
            markup: "", names: [],
            tail:
                "<blockquote class=post><p>She floats!</p><a rel=author href=/u/3>Owen Dahl</a></blockquote><p>The town paid.</p>"
        ),
        Row(
            markup: "", names: [],
            tail:
                "</article><div class=side><div class=item><h3><a href=/s/1>Harbour wall to be raised by a metre</a></h3><span class=author>By Owen Dahl</span></div><div class=item><h3><a href=/s/2>Second bridge opens a year late</a></h3><span class=author>By Pia Rohde</span></div></div><article>"
        ),
        // The family name first.
        Row(markup: "", names: ["Mara Quist"], head: "<meta name=author content='Quist, Mara'>"),
        Row(markup: "", names: ["Mara E. Quist"], head: "<meta name=author content='Quist, Mara E.'>"),
        Row(markup: "", names: ["Mara Quist"], head: "<meta name=author content=mara.quist>"),
        // Organisations, sites and feeds in the head lose to a person on the page, and stay where there is none.
        Row(
            markup: "<p class=byline>By Mara Quist</p>", names: ["Mara Quist"],
            head: "<meta name=author content='Coastal Broadcasting Corporation'>"),
        Row(
            markup: "<p class=byline>By Mara Quist</p>", names: ["Mara Quist"],
            head: "<meta name=author content='Harbour feed'>"),
        Row(
            markup: "<p class=byline>By Mara Quist</p>", names: ["Mara Quist"],
            head: "<meta property=og:site_name content='Ferry Times'><meta name=author content='Ferry Times'>"),
        Row(
            markup: "", names: ["Coastal Broadcasting Corporation"],
            head: "<meta name=author content='Coastal Broadcasting Corporation'>"),
        // Names without a word that says so.
        Row(markup: "<div><div class=card_name>Mara Quist</div><div>4 min read</div></div>", names: ["Mara Quist"]),
        Row(markup: "<p><strong>Mara Quist</strong></p>", names: ["Mara Quist"]),
        // Agencies sign below the text.
        Row(
            markup: "", names: ["Mara Quist", "Owen Dahl", "Pia Rohde"],
            tail: "<p>(Reporting by Mara Quist and Owen Dahl; Editing by Pia Rohde)</p>"),
        // Other languages.
        Row(markup: "<p class=byline>文・小川光</p>", names: ["小川光"], language: "ja"),
        Row(markup: "<p class=byline>ライター：小川光</p>", names: ["小川光"], language: "ja"),
        Row(markup: "<p class=byline>राधा जोशी, पटना</p>", names: ["राधा जोशी"], language: "hi"),
        Row(markup: "<p class=byline>எழுதியவர்: கவிதா ராமன்</p>", names: ["கவிதா ராமன்"], language: "ta"),
        Row(markup: "<p class=byline>รายงานโดย มานี รักดี</p>", names: ["มานี รักดี"], language: "th"),
        Row(markup: "<p class=byline>گزارشگر: لیلا کریمی</p>", names: ["لیلا کریمی"], language: "fa"),
        Row(markup: "<p class=byline>מאת: נועה לוי</p>", names: ["נועה לוי"], language: "he"),
        Row(markup: "<p class=byline>Haber: Deniz Aksoy</p>", names: ["Deniz Aksoy"], language: "tr"),
        Row(markup: "<p class=byline>Reporter: Budi Santoso</p>", names: ["Budi Santoso"], language: "id"),
        Row(markup: "<p class=byline>লিখেছেন: রুমা সেন</p>", names: ["রুমা সেন"], language: "bn"),
    ]

    @Test(arguments: rows)
    func people(row: Row) throws {
        let page = ContractPage.english.with {
            $0.language = row.language
            $0.head = row.head
        }
        let html = page.html.replacing("</h1>", with: "</h1>\(row.markup)").replacing(
            "</article>", with: "\(row.tail)</article>")
        let event = try #require(pipeline.event(html, url: "https://news.example/ferry"))
        #expect(event.contributors.map(\.name) == row.names)
    }

    @Test func `roles of an agency's line are told apart, and the line is no paragraph`() throws {
        let line = "(Reporting by Mara Quist in Bergen; Additional reporting by Owen Dahl; Editing by Pia Rohde)"
        let event = try #require(
            pipeline.event(
                ContractPage.english.html.replacing("</article>", with: "<p>\(line)</p></article>"),
                url: "https://news.example/ferry"))
        #expect(event.contributors.first { $0.name == "Mara Quist" }?.role == .reporter)
        #expect(event.contributors.first { $0.name == "Pia Rohde" }?.role == .editor)
        #expect(!event.paragraphs.contains(line))
    }

    @Test func `a signature in brackets ends a Japanese text and is no paragraph; a note in brackets signs nothing`()
        throws
    {
        func event(_ tail: String) throws -> ArticleEvent {
            let page = ContractPage(
                language: "ja", title: "港の渡し船が十一年ぶりに復活",
                paragraphs: [
                    "十一年ぶりに修理を終えた渡し船が、四日朝、数百人の町民が見守る中で川へ戻された。", "板の大半と鋲のすべてを取り換えたと、保存会の代表は話した。",
                    "町は十月まで船頭の費用を負担し、その後は利用者の数を見て続けるかどうかを決める。",
                ])
            return try #require(
                pipeline.event(
                    page.html.replacing("</article>", with: "<p>\(tail)</p></article>"), url: "https://news.example/f"))
        }
        let signed = try event("【高梨悠】")
        #expect(signed.contributors.map(\.name) == ["高梨悠"])
        #expect(!signed.paragraphs.contains("【高梨悠】"))
        #expect(try event("（共同）").contributors.isEmpty)
    }
}
