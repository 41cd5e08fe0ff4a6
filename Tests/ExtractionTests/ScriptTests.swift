import Markup
import Pages
import Testing

@testable import Extraction

/// Articles whose text or time stands in scripts only.
@Suite("Bodies and times in scripts")
struct ScriptTests {
    private let extractor: Extractor

    init() throws { extractor = Extractor(bodyExtractor: BodyExtractor(model: try ExtractionModel.embedded())) }

    private func article(_ html: String) -> Article? {
        do throws(Extractor.Failure) {
            return try extractor.extract(.html(Document.parse(html)), url: nil)
        } catch {
            return nil
        }
    }

    private static let sentences = [
        "After eleven years on dry land the ferry that once carried market carts across the river has been lowered again.",
        "Volunteers replaced most of the planks and every rivet of the hull, the association's chairwoman said on Friday.",
        "The town pays for the pilot until October. After that, the council wants to know who crosses in the winter.",
        "A crossing takes four minutes and costs as much as a bus ticket. Bicycles travel free, and dogs do so too.",
        "The first passengers were two sisters, eighty and eighty-four, who had taken the last crossing in their youth.",
        "On Sunday the ferry will run until midnight, weather permitting, and the brass band will play on the landing.",
    ]

    private static func page(_ script: String, type: String = "article", body: String = "<div id=root></div>") -> String
    {
        "<!DOCTYPE html><html><head><title>The ferry is back</title><meta property=og:type content=\(type)></head><body>"
            + body + "<script>\(script)</script></body></html>"
    }

    private static let html = sentences.map { "<p>\($0)<\\/p>" }.joined()

    @Test(
        "a body that only scripts hold is found in its paragraphs",
        arguments: [
            page(#"window.__STATE__ = {"post": {"title": "The ferry is back", "contentHtml": "\#(html)"}};"#),
            page(
                #"{"props":{"pageProps":{"blocks":["#
                    + sentences.map { #"{"kind":"paragraph","text":"\#($0)"}"# }.joined(separator: ",") + "]}}}"),
            page(
                "var article = { paragraphs: ["
                    + sentences.map { "'" + $0.replacing("'", with: #"\'"#) + "'" }.joined(separator: ", ") + "] };"),
            page(
                "__init(JSON.parse(\""
                    + #"{"body":"\#(sentences.map { "<p>\($0)</p>" }.joined())"}"#.replacing("\"", with: "\\\"")
                    .replacing("<", with: #"\u003C"#) + "\"))"),
            page("`not a body`; /* it's a comment */ let text = `" + sentences.joined(separator: "\n") + "`"),
        ])
    func hydration(_ html: String) { #expect(article(html)?.paragraphs == Self.sentences) }

    @Test("linked data that state the body are believed before other data")
    func linkedData() {
        let linked = "{\"@type\":\"NewsArticle\",\"articleBody\":\"\(Self.sentences.joined(separator: "\\n\\n"))\"}"
        let other = Self.sentences.map {
            "{\"text\":\"\($0) And more of it, which is a comment on the article, of course.\"}"
        }
        let html = Self.page(
            "x = [" + other.joined(separator: ",") + "]", body: "<script type=application/ld+json>\(linked)</script>")
        #expect(article(html)?.paragraphs == Self.sentences)
    }

    @Test("a brief is believed of linked data, and of no other")
    func brief() {
        let brief = Self.sentences.prefix(3).joined(separator: " ")
        let linked =
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"\(brief)\"}</script>"
        #expect(article(Self.page("x = 1", body: linked))?.paragraphs == [brief])
        #expect(article(Self.page("x = {\"text\":\"\(brief)\"}")) == nil)
    }

    @Test("a page that does not say that it is an article is none by its scripts")
    func noEvidence() {
        #expect(article(Self.page(#"s = {"contentHtml": "\#(Self.html)"}"#, type: "website")) == nil)
    }

    @Test("a page that shows nothing is believed by the one day that its data states")
    func dated() {
        func found(_ days: [String], name: String = "body", body: String = "<div id=root></div>") -> [String]? {
            let texts = Self.sentences.map { "\"\($0)\"" }.joined(separator: ",")
            let stated = days.map { "\"publishedAt\":\"\($0)\"," }.joined()
            return article(Self.page("{\"a\":{\(stated)\"\(name)\":[\(texts)]}}", type: "website", body: body))?
                .paragraphs
        }
        #expect(found(["2026-05-04T10:00:00Z"]) == Self.sentences)
        #expect(found(["2026-05-04T10:00:00Z", "2026-05-05T10:00:00Z"]) == nil)
        #expect(found([]) == nil)
        #expect(found(["2026-05-04T10:00:00Z"], name: "summary") == nil)
        let frame = String(repeating: "<p>Imprint Privacy Contact Terms of use About us</p>", count: 4)
        #expect(found(["2026-05-04T10:00:00Z"], body: frame) == nil)
    }

    @Test("a page that shows its article keeps it")
    func shown() {
        let shown = Self.sentences.prefix(4).map { "<p>\($0)</p>" }.joined()
        let other = Self.sentences.map {
            "{\"text\":\"\($0) It is another article, longer than the one that is shown.\"}"
        }
        let html = Self.page(
            "x = [" + other.joined(separator: ",") + "]", body: "<article><h1>The ferry is back</h1>\(shown)</article>")
        #expect(article(html)?.paragraphs == Array(Self.sentences.prefix(4)))
    }

    @Test(
        "a time that only a variable states is found",
        arguments: [
            "var publish_time = \"2026-05-04 07:15\";", "window.cfg={pubDate:'2026-05-04T07:15:00'}",
            #"{"articleInfo":{"publishedAt":"2026-05-04 07:15:00","id":7}}"#,
        ])
    func times(_ script: String) {
        let body = "<article><h1>The ferry is back</h1>" + Self.sentences.map { "<p>\($0)</p>" }.joined() + "</article>"
        #expect(article(Self.page(script, body: body))?.published.first?.text.hasPrefix("2026-05-04") == true)
    }

    private static let brokenScripts: [(name: String, script: String)] = [
        ("half a pair", #"x = "\uD83D""#), ("cut escapes", #"x = {"a": "\ud83d\ude00 \u12"#), ("an apostrophe", "it's"),
        ("a quote", "'"), ("a quote and a backslash", "\"\\"), ("signs", "[[[[[[,,,,::::===="),
        ("names", "a:b:c:'d':'e'"),
        ("deep lists", String(repeating: "{\"a\":[", count: 50_000)),
        ("quotes", String(repeating: "\"", count: 100_001)),
        ("quotes that open nothing", "\"" + String(repeating: "\\\"", count: 1_000_000)),
    ]

    @Test("broken scripts cost nothing but their text", arguments: brokenScripts.map(\.name))
    func broken(name: String) throws {
        let script = try #require(Self.brokenScripts.first { $0.name == name }?.script)
        let body = "<article>" + Self.sentences.map { "<p>\($0)</p>" }.joined() + "</article>"
        #expect(article(Self.page(script))?.paragraphs == nil)
        #expect(article(Self.page(script, body: body))?.paragraphs == Self.sentences)
    }
}
