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
            "Story continues below advertisement", "Tekst se nastavlja ispod oglasa", "Read more",
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

    @Test("words of lines that lead on, each by itself", arguments: LeadOn.leading)
    func everyLabel(_ words: String) {
        let page = Segmenter.segment(
            Document.parse(
                "<p>x</p><p>\(words.capitalized): <a href=/b>The ferry is back on the river, and the whole town is there</a></p><p>x</p>"
            ))
        #expect(LeadOn.isOne(1, PageText(page: page, body: [0, 1, 2])))
    }

    @Test("lines that lead past an advertisement, each by itself", arguments: LeadOn.passing)
    func everyPassingLine(_ words: String) {
        let page = Segmenter.segment(Document.parse("<p>x</p><p>\(words.capitalized)</p><p>x</p>"))
        #expect(LeadOn.isOne(1, PageText(page: page, body: [0, 1, 2])))
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
}
