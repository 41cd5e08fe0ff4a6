import Foundation
import Markup
import Pages
import Testing

@testable import Extraction

/// Lines that state a field of the event are no paragraphs; sentences that speak of the same things are.
@Suite("Lines that fields claim")
struct ClaimTests {
    private let extractor: Extractor

    init() throws { extractor = Extractor(bodyExtractor: BodyExtractor(model: try ExtractionModel.embedded())) }

    private static let english = [
        "After eleven years on dry land the ferry that once carried market carts across the river has been lowered again.",
        "Volunteers replaced most of the planks and every rivet of the hull, the association's chairwoman said on Friday.",
        "The town pays for the pilot until October. After that, the council wants to know who crosses in the winter.",
        "A crossing takes four minutes and costs as much as a bus ticket. Bicycles travel free, and dogs do so too.",
    ]
    private static let chinese = [
        "4月2日，停航十一年的渡船重新下水，两岸居民早早来到码头，等着乘坐第一班船过河。",
        "“小时候我们都坐这条船上学。”六十八岁的张德福说，船票还是和公交车一样的价钱，狗也可以免费上船。",
        "志愿者花了三年时间修好了船身，更换了大部分木板和所有的铆钉，协会负责人周五表示。",
        "镇里承担试运行的费用，直到十月。之后将根据冬季的乘客人数决定是否继续运营。",
    ]

    private func article(_ paragraphs: [String], lang: String) throws -> Article {
        let title = lang == "zh" ? "停航十一年的渡船重新下水" : "The ferry is back on the river"
        let html = """
            <!DOCTYPE html><html lang=\(lang)><head><meta charset=utf-8><title>\(title) - Courier</title>
            <meta property=og:type content=article></head><body><nav><a href=/>Home</a> <a href=/n>News</a></nav><article>
            <h1>\(title)</h1>\(paragraphs.map { "<p>\($0)</p>" }.joined())</article><footer>© 2026 The Courier</footer>
            """
        return try extractor.extract(.html(Document.parse(html)), url: "https://courier.example/2026/ferry")
    }

    @Test(
        "lines that lead on are no paragraphs",
        arguments: [
            "ALSO READ: <a href=/b>Brace for bad weather this weekend</a>",
            "<b>Related:</b> <a href=/b>How to plant a hedge</a>",
            "Lesen Sie auch: <a href=/b>Die Fähre fährt wieder</a>", "[Related: <a href=/b>How to plant a hedge</a>]",
            "Read more about <a href=/b>the ferry and its long way back</a>", "यह भी पढ़ें: <a href=/b>नाव फिर चलेगी</a>",
            "Story continues below advertisement", "Tekst se nastavlja ispod oglasa", "Read more", "Sign up here.",
            "Baca juga: Feri kembali berlayar di sungai", "Our Standards: <a href=/t>The Courier Trust Principles.</a>",
        ])
    func leadingOn(_ line: String) throws {
        var paragraphs = Self.english
        paragraphs.insert(line, at: 2)
        #expect(try article(paragraphs, lang: "en").paragraphs == Self.english)
    }

    @Test(
        "appeals with a link that end the text are no paragraphs",
        arguments: [
            "Follow <a href=/t>The Courier</a> and its reporters wherever you read your news in the morning and at night.",
            "Support us: <a href=/give>give what you can</a>, so that we can write about the river and its people next year.",
        ])
    func appeals(_ line: String) throws {
        #expect(try article(Self.english + [line], lang: "en").paragraphs == Self.english)
    }

    @Test("all that stands in one element with an appeal behind the text goes with it, kept or not")
    func appealBox() throws {
        let box = ["Our reporters spend their nights in the rain.", "If you can, please donate: any amount helps."]
        func blocks(_ html: String, kept: Int) -> [Int] {
            let page = Segmenter.segment(Document.parse(html))
            return AppealTail.blocks(PageText(page: page, body: Array(page.blocks.indices.prefix(kept))))
        }
        let text = Self.english.map { "<p>\($0)</p>" }.joined()
        let appeal = box.map { "<p>\($0)</p>" }.joined()
        let (apart, together) = ("<div>\(text)</div><div>\(appeal)</div>", "<div>\(text)\(appeal)</div>")
        #expect(blocks(apart, kept: 6) == [4, 5])
        #expect(blocks(apart, kept: 5) == [4], "the appeal itself was left out")
        #expect(blocks(apart, kept: 4) == [])
        #expect(blocks(together, kept: 6) == [5])
        #expect(blocks(together, kept: 5) == [])
    }

    @Test(
        "appeals to sign up for letters are no paragraphs, wherever they stand",
        arguments: [
            "Sign up for our newsletter and never miss a crossing.",
            "Enjoying this? <a href=/n>Subscribe to our newsletter</a>.",
        ])
    func letters(_ line: String) throws {
        for place in [1, 4] {
            var paragraphs = Self.english
            paragraphs.insert(line, at: place)
            #expect(try article(paragraphs, lang: "en").paragraphs == Self.english)
        }
    }

    private func edges(_ lines: [String]) -> [Int] {
        let page = Segmenter.segment(Document.parse(lines.map { "<p>\($0)</p>" }.joined()))
        return EdgeLines.blocks(PageText(page: page, body: Array(page.blocks.indices)), domain: "courier.example")
    }

    @Test("an original title stands first, a disclaimer last, where it first appeared at either end")
    func edgeLines() {
        let (title, source) = ("原标题：渡船今天下水", "This article originally appeared in The Courier.")
        let disclaimer = "Disclaimer: the Courier owns a share of the ferry."
        #expect(edges([title] + Self.chinese) == [0])
        #expect(edges(Self.chinese + [title]) == [])
        #expect(edges([source] + Self.english) == [0])
        #expect(edges(Self.english + [source]) == [4])
        #expect(edges(Self.english + [disclaimer]) == [4])
        #expect(edges([disclaimer] + Self.english) == [])
        #expect(edges(["点击上方蓝字关注我们"] + Self.chinese + ["长按识别二维码"]) == [0, Self.chinese.count + 1])
        #expect(edges(["读者点击上方链接，就能看到渡船。"] + Self.chinese) == [])
        let middle = Array(Self.english + [disclaimer, source] + Self.english)
        #expect(edges(middle) == [])
    }

    @Test(
        "how to follow, what links earn and the site's own addresses end a text",
        arguments: [
            "Follow the Courier on Facebook and Instagram.", "Some links here may earn us a little.",
            "Write to desk@courier.example", "She can be reached at nora@mail.courier.example.",
        ])
    func appealsAtTheEnd(_ line: String) {
        #expect(edges(Self.english + [line]) == [4])
        #expect(edges([line] + Self.english + Self.english) == [])
    }

    @Test("addresses of others, and signs that are no address, are text")
    func addressesOfOthers() {
        for line in [
            "Places can be booked at ferry@harbour.example.", "The boat is sold by @courier.", "Ask @ the quay.",
        ] {
            #expect(edges(Self.english + [line]) == [], "\(line)")
        }
    }

    private func notes(_ lines: [String], bylines: [String] = ["By Nora Quill and Tom Share", "李晓岚"]) -> [Int] {
        let page = Segmenter.segment(Document.parse(lines.map { "<p>\($0)</p>" }.joined()))
        return AuthorNote.blocks(PageText(page: page, body: Array(page.blocks.indices)), bylines: bylines)
    }

    @Test(
        "what ends a text and begins with who wrote it is no paragraph, labelled or not",
        arguments: [
            "Nora Quill covers the coast for the Courier.", "About the author: Nora Quill lives by the river.",
            "Nora Quill, a lecturer in law, has written two books on ferries.", "作者：李晓岚，长期关注河流。",
        ])
    func authorNotes(_ line: String) {
        #expect(notes(Self.english + [line]) == [4])
        #expect(notes(Self.english + [line, "She is on leave."]) == [4])
        #expect(notes([line] + Self.english + Self.english) == [])
        #expect(notes(Self.english + [line], bylines: ["Owen Dahl"]) == [])
    }

    @Test("whom the article tells of may end it, and a longer name is another's")
    func otherNames() {
        let told = "The first to cross was Nora Quill, who had rowed as a child."
        #expect(notes(Self.english + [told, "Nora Quill came back in the evening."]) == [])
        #expect(notes(Self.english + ["Nora Quillfeather sold the tickets."]) == [])
        #expect(notes(Self.english + ["Nora sold the tickets."], bylines: ["Nora"]) == [])
        #expect(notes(Array(Self.english.prefix(2)) + ["Nora Quill covers the coast."]) == [])
    }

    @Test(
        "a line of tags that ends the text is no paragraph",
        arguments: ["Tags: ferry, river", "Schlagwörter: Fähre, Fluss"])
    func tagLines(_ line: String) throws {
        #expect(try article(Self.english + [line], lang: "en").paragraphs == Self.english)
    }

    @Test("a short label that nothing follows any more goes with what it heads")
    func labels() {
        #expect(edges(Self.english + ["The ferry in numbers:"]) == [4])
        #expect(edges(Self.english + ["Note:", "Disclaimer: the Courier owns a share."]) == [5, 4])
        #expect(edges(Self.chinese + ["相关链接："]) == [4])
        #expect(
            edges(Self.english + ["What the mayor, asked on Friday whether he would take the ferry, had to say:"]) == []
        )
        #expect(edges(["Note:", "x", "The ferry:"] + Self.english) == [])
    }

    @Test("what is all of a body stays")
    func wholeBody() {
        let source = "This article originally appeared in The Courier."
        #expect(edges([source, source, source]) == [])
        #expect(edges(["Note:", "Source:", "More:"]) == [])
        #expect(edges(["The ferry is back.", source]) == [])
    }

    @Test(
        "sentences that begin as such lines do stay",
        arguments: [
            "Related: the town pays for the pilot until October, and for the second ferry until May.",
            "Learn more about <a href=/b>the ferry and its long way back</a>.",
            "<a href=/b>More than two hundred people came to see the ferry on Friday</a>",
        ])
    func sentencesThatLookSo(_ line: String) throws {
        var paragraphs = Self.english
        paragraphs.insert(line, at: 2)
        #expect(try article(paragraphs, lang: "en").paragraphs.count == 5)
    }

    private func tail(_ lines: [String]) -> [Int] {
        let page = Segmenter.segment(Document.parse(lines.map { "<p>\($0)</p>" }.joined()))
        return CommentTail.blocks(PageText(page: page, body: Array(page.blocks.indices)))
    }

    private static let rules = [
        "Please be civil when you comment. Comments that attack other readers are removed by our moderators.",
        "By posting here you agree that we may print your comment and your name.",
    ]

    @Test(
        "rules of commenting behind a line that heads them end the text",
        arguments: CommentTail.titles + ["3 comments", "Leave a reply"])
    func rulesBehindALine(line: String) { #expect(tail(Self.english + [line.capitalized] + Self.rules) == [4, 5, 6]) }

    @Test(
        "a rule of commenting ends the text where what follows speaks of comments too",
        arguments: ["we welcome your comments", "Правила для комментариев", "文明上网"])
    func rulesAlone(rule: String) {
        let own =
            "Note: \(rule) is what comment readers ask of moderators, комментарий, kommentar, comentario, komentarz, 评论, コメント, 댓글, تعليق."
        #expect(tail(Self.english + [own]) == [4])
    }

    @Test("comments that are counted end the text where they are less than it")
    func countedComments() {
        let comments = ["Hank", "About time somebody looked into this, if you ask me."]
        #expect(tail(Self.english + ["2 Comments"] + comments) == [4, 5, 6])
        #expect(tail(["The ferry is back on the river."] + ["2 Comments"] + comments + Self.english) == [])
    }

    private static let consent = [
        "Klicken Sie auf Zustimmen, damit wir und unsere Partner Ihre Daten verarbeiten dürfen.",
        "Ihre Einwilligung umfasst die Verarbeitung personenbezogener Daten und gilt bis auf Widerruf.",
        "Speichern von Informationen",
        "Einige Partner verarbeiten Ihre Daten auf der Grundlage berechtigten Interesses.",
    ]

    private func consent(_ lines: [String]) -> [Int] {
        let page = Segmenter.segment(Document.parse(lines.map { "<p>\($0)</p>" }.joined()))
        return ConsentTail.blocks(PageText(page: page, body: Array(page.blocks.indices)))
    }

    @Test("the text of a consent dialog ends an article about something else, and none about data")
    func consentDialogs() {
        #expect(consent(Self.english + Self.consent) == [4, 5, 6, 7])
        #expect(consent(Array(Self.consent[..<1]) + Self.english + Self.consent[1...]) == [])
        #expect(consent(Self.english + Self.consent[..<2]) == [])
        #expect(consent(Self.english + Self.consent + Self.english) == [])
        #expect(consent(Self.consent) == [])
    }

    private static let notice = [
        "What this notice covers",
        "This notice explains how Coast Media and its vendors use cookies when you visit our sites or open our letters.",
        "Which technologies there are",
        "Small files and pixels are placed by us and by others, and may recognise your browser across visits.",
        "You may change your preferences at any time, as the choice is stored in a cookie of your browser.",
    ]

    /// The blocks of a page's last container that are taken off as a notice, counted from that container's first.
    private func notice(_ open: String, _ lines: [String], article: [String] = english, around tag: String = "article")
        -> [Int]
    {
        let paragraphs = { (lines: [String]) in lines.map { "<p>\($0)</p>" }.joined() }
        let document = Document.parse("<\(tag)>\(paragraphs(article))</\(tag)>\(open)\(paragraphs(lines))</div>")
        let page = Segmenter.segment(document)
        let found = ConsentTail.layer(PageText(page: page, body: Array(page.blocks.indices)), of: document)
        return found.map { $0 - article.count }
    }

    @Test("a notice on cookies behind the article's element, or called so by its container, is taken off whole")
    func consentLayers() {
        let all = Array(Self.notice.indices)
        #expect(notice("<div class=layer>", Self.notice) == all)
        for open in [
            "<div id=cookie-policy>", "<div class=legal-overlay>", "<div role=alertdialog>",
            "<div><div class='site modal'>",
        ] {
            #expect(notice(open, Self.notice, around: "section") == all, "\(open)")
        }
        // Nothing tells it from the article's text.
        #expect(notice("<div class=layer>", Self.notice, around: "section") == [])
        // An article on such data, and a section of which one paragraph speaks of them.
        #expect(notice("<div class=layer>", Self.notice, article: [Self.notice[1]] + Self.english) == [])
        #expect(notice("<div class=layer>", [Self.notice[1]] + Self.english) == [])
    }

    @Test(
        "an article that speaks of comments keeps its text",
        arguments: [
            [
                "Comments from the bank",
                "The bank raised its forecast for the year on Friday and named no reason for that.",
            ],
            ["The mayor's comments drew praise from both sides.", "A crossing takes four minutes."],
        ])
    func articlesOnComments(lines: [String]) { #expect(tail(Self.english + lines) == []) }

    @Test("words of lines that lead on, each by itself", arguments: ReadMoreLine.leading)
    func everyLabel(_ words: String) {
        let page = Segmenter.segment(
            Document.parse(
                "<p>x</p><p>\(words.capitalized): <a href=/b>The ferry is back on the river, and the whole town is there</a></p><p>x</p>"
            ))
        #expect(ReadMoreLine.isOne(1, PageText(page: page, body: [0, 1, 2])))
    }

    @Test("lines that lead past an advertisement, each by itself", arguments: ReadMoreLine.passing)
    func everyPassingLine(_ words: String) {
        let page = Segmenter.segment(Document.parse("<p>x</p><p>\(words.capitalized)</p><p>x</p>"))
        #expect(ReadMoreLine.isOne(1, PageText(page: page, body: [0, 1, 2])))
    }

    @Test(
        "a sentence stays, first or last",
        arguments: [
            "She holds the copyright on the song, which she wrote in 1994.",
            "Residents may call us at the town hall, the mayor said.",
            "The paper has an ISSN and a licence no one has asked for.",
            "\"Contact us at once,\" the captain told the crew.",
            "The next crossing is on 4 May 2026.",
            "Author Nora Quill was there to see it.",
        ])
    func englishSentences(_ sentence: String) throws {
        #expect(try article([sentence] + Self.english, lang: "en").paragraphs.first == sentence)
        let last = try article(Self.english + [sentence], lang: "en")
        #expect(last.paragraphs.last == sentence)
        #expect(last.published.isEmpty)
    }

    @Test(arguments: ["该厂已取得排污许可证，将于下月投产。", "项目已在县发改局备案。", "水的来源：山上的泉。", "本报讯（记者 李晓岚）昨日，青河渡船复航。"])
    func chineseSentences(_ sentence: String) throws {
        let first = try article([sentence] + Self.chinese, lang: "zh")
        #expect(first.paragraphs.first == sentence)
        #expect(first.source == nil)
        #expect(try article(Self.chinese + [sentence], lang: "zh").paragraphs.last == sentence)
    }

    @Test(
        "lines that state rights, contacts, sources or days go",
        arguments: [
            "© 2026 The Courier. All rights reserved.",
            "Copyright 2026 The Courier. This text may not be published elsewhere.",
            "Source: River News", "Published 3 May 2026", "Spotted an error? Email us at news@courier.example.",
            "Got a tip? Call us at 0123 456789.", "nora.quill@courier.example",
        ])
    func lines(_ line: String) throws {
        #expect(try article(Self.english + [line], lang: "en").paragraphs == Self.english)
    }

    @Test(
        "lines that announce an advertisement or lead on go from between the paragraphs",
        arguments: ["Advertisement", "Advertisement — story continues below", "Read more:", "اقرأ المزيد", "广告"])
    func leads(_ line: String) throws {
        let between = Array(Self.english.prefix(2)) + [line] + Self.english.suffix(2)
        #expect(try article(between, lang: "en").paragraphs == Self.english)
    }

    @Test(
        "lines of buttons are no paragraphs",
        arguments: [
            "<span>Kommentare</span><span>Drucken</span><span>Teilen</span>", "Share Print Save", "A- A+ | Listen",
            "<b>A-</b><b>A+</b><b>Haberin Devamı</b>", "字体 大 中 小", "Facebook Twitter WhatsApp Email",
        ])
    func tools(_ line: String) throws {
        #expect(try article([line] + Self.english, lang: "en").paragraphs == Self.english)
    }

    @Test("what buttons say, each by itself", arguments: ToolLine.others)
    func everyTool(_ words: String) {
        let page = Segmenter.segment(Document.parse("<p>Share \(words)</p><p>Share \(words) the river</p>"))
        let lines = PageText(page: page, body: [0, 1])
        #expect(ToolLine.isOne(0, lines))
        #expect(!ToolLine.isOne(1, lines))
    }

    @Test("whom the press may ask is no paragraph, a list of contacts is one")
    func contacts() throws {
        let contact = ["Media contact:", "Tom Silva", "Ferry Association", "614-555-0134"]
        #expect(try article(Self.english + contact, lang: "en").paragraphs == Self.english)
        func dropped(_ paragraphs: [String]) -> [String] {
            let page = Segmenter.segment(Document.parse(paragraphs.map { "<p>\($0)</p>" }.joined()))
            let lines = PageText(page: page, body: Array(page.blocks.indices))
            return EndLines.contacts(of: lines).map { page.text(of: $0) }
        }
        #expect(dropped(Self.english + Self.english + contact + [Self.english[0]]) == contact)
        #expect(dropped(Self.english + ["Contacts", "Call logs", "Calendars"]) == [])
        #expect(dropped(contact + Self.english) == [])
    }

    @Test("labels before whom the press may ask, each by itself", arguments: EndLines.contactWords)
    func everyContact(_ words: String) {
        let page = Segmenter.segment(Document.parse("<p>One.</p><p>Two.</p><p>\(words):</p><p>press@ferry.example</p>"))
        #expect(EndLines.contacts(of: PageText(page: page, body: [0, 1, 2, 3])) == [2, 3])
    }

    @Test("the place that a report comes from and its first paragraph are one")
    func places() throws {
        var paragraphs = Self.english
        paragraphs[0] = "Harwick - " + paragraphs[0]
        #expect(try article(["<b>Harwick</b> - "] + Self.english, lang: "en").paragraphs == paragraphs)
        let page = Segmenter.segment(Document.parse("<p>Filter: -</p><p>One.</p><p>No place - </p><p>x</p><p>Two.</p>"))
        #expect(Paragraphs.lines(of: [0, 1, 2, 4], in: page) == ["Filter: -", "One.", "No place -", "Two."])
    }

    @Test("what stands in the box that asks to subscribe is no paragraph, text behind such a line is one")
    func paywallBox() {
        let offers = ["Do you want to read on? Try the Courier for four weeks.", "All articles", "Cancel any time"]
        func dropped(_ before: [String], _ box: String, after: String = "") -> [String] {
            let page = Segmenter.segment(
                Document.parse("<article>\(before.map { "<p>\($0)</p>" }.joined())<div>\(box)</div>\(after)</article>"))
            let body = page.blocks.indices.filter { !page.text(of: $0).hasPrefix("Already") }
            return PaywallBox.blocks(PageText(page: page, body: Array(body))).map { page.text(of: $0) }
        }
        let box = "<h2>Already a subscriber?</h2><p>\(offers[0])</p><ul><li>\(offers[1])</li><li>\(offers[2])</li></ul>"
        #expect(dropped(Self.english, box) == offers)
        #expect(dropped(Self.english, box, after: "<p>\(Self.english[0])</p>") == offers)
        #expect(dropped([], box) == [])
        let rest = Self.english.map { "<p>\($0)</p>" }.joined()
        #expect(dropped([Self.english[0]], "<h2>Already a subscriber?</h2>\(rest)\(rest)") == [])
        #expect(dropped(Self.english, "", after: "<p>Already a subscriber?</p><p>\(Self.english[0])</p>") == [])
    }

    @Test("a line that holds nothing but the source's name is no paragraph")
    func sourceName() throws {
        let found = try article(["River News"] + Self.english + ["Source: River News"], lang: "en")
        #expect(found.paragraphs == Self.english)
    }
}
