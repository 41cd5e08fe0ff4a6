import Foundation
import Pages

@testable import Extraction

/// What the page states, its URL, and what its tokens are worth.
enum StatementRows {
    private static func stated(_ head: String, _ article: Article = Article()) -> JudgedCase {
        JudgedCase(name: "what a page states", html: "<head>\(head)</head><p>Hallo</p>", article: article)
    }

    private static func type(_ type: String) -> JudgedCase { stated("<meta property=og:type content='\(type)'>") }

    private static func linked(_ json: String) -> JudgedCase {
        stated("<script type=application/ld+json>\(json)</script>")
    }

    @RowsOf<PageFeatureRow> private static var types: [PageFeatureRow] {
        type("article").row(.openGraphType, 1)
        type("news.Article").row(.openGraphType, 1)
        type("blog").row(.openGraphType, 1)
        type("website").row(.openGraphType, -1)
        type("product").row(.openGraphType, -2)
        stated("").row(.openGraphType, 0)
        linked(#"{"@type": "NewsArticle"}"#).row(.linkedArticle, 1)
        linked(#"{"@type": "WebPage", "mainEntity": {"@type": "BlogPosting"}}"#).row(.linkedArticle, 1)
        linked(#"{"@type": "WebPage", "a": {"@type": "Thing", "b": {"@type": "Article"}}}"#).row(.linkedArticle, 0)
        linked(#"{"@type": "Product"}"#).row(.linkedArticle, 0)
        linked(#"{"@type": "Product"}"#).row(.linkedOther, 1)
        linked(#"{"@type": "NewsArticle"}"#).row(.linkedOther, 0)
    }

    private static func article(_ fill: (inout Article) -> Void) -> JudgedCase {
        var article = Article()
        fill(&article)
        return stated("", article)
    }

    private static let machine: [Origin] = [.jsonLD, .microdata, .rdfa, .openGraph, .meta, .timeElement]
    private static let human: [Origin] = [.heading, .titleElement, .text, .url, .link]

    @RowsOf<PageFeatureRow> private static var metadata: [PageFeatureRow] {
        for origin in machine {
            article { $0.published = [Finding("2026-05-03", origin: origin, confidence: 1)] }.row(.machineTime, 1)
            article { $0.bylines = [Byline("Anna", origin: origin)] }.row(.machineAuthor, 1)
        }
        for origin in human {
            article { $0.published = [Finding("3. Mai", origin: origin, confidence: 1)] }.row(.machineTime, 0)
            article { $0.bylines = [Byline("von Anna", origin: origin)] }.row(.machineAuthor, 0)
        }
        article { $0.published = ["a", "b"].map { Finding($0, origin: .meta, confidence: 1) } }.row(.times, log(1 + 2))
        article { $0.bylines = ["a", "b", "c"].map { Byline($0, origin: .text) } }.row(.bylines, log(1 + 3))
        article { $0.title = Finding("Titel", origin: .heading, confidence: 0.8) }.row(.titleConfidence, 0.8)
        article { $0.breadcrumb = ["a", "b"] }.row(.breadcrumb, 2)
        article { $0.breadcrumb = Array(repeating: "a", count: 7) }.row(.breadcrumb, 6)
        article { $0.tags = ["a", "b", "c"] }.row(.tags, log(1 + 3))
        for feature in [
            PageFeature.machineTime, .times, .bylines, .machineAuthor, .titleConfidence, .breadcrumb, .tags,
        ] {
            stated("").row(feature, 0)
        }
    }

    private static func url(_ url: String?) -> JudgedCase {
        JudgedCase(name: url ?? "no URL", html: "<p>Hallo</p>", url: url)
    }

    private static let dated = url("https://courier.example/2026/05/alte-faehre_kehrt-zurueck")
    private static let deep = url("https://courier.example/a/b/c/d/e/f/g/h/Forum.html?x=1")
    private static let digits = url("https://courier.example/20260503123456789012")

    @RowsOf<PageFeatureRow> private static var urls: [PageFeatureRow] {
        dated.row(.urlDepth, 3)
        dated.row(.urlHyphens, 3)
        dated.row(.urlDigits, 6)
        dated.row(.urlDate, 1)
        dated.row(.urlLast, log(1 + 25))
        dated.row(.urlOtherWord, 0)
        dated.row(.urlQuery, 0)
        deep.row(.urlDepth, 8)
        deep.row(.urlOtherWord, 1)
        deep.row(.urlQuery, 1)
        deep.row(.urlDate, 0)
        digits.row(.urlDigits, 16)
        digits.row(.urlDate, 1)
        url("https://courier.example/a-b-c-d-e-f-g-h-i-j-k-l-m-n").row(.urlHyphens, 12)
        url("https://courier.example/2026-05-faehre").row(.urlDate, 1)
        url("https://courier.example/2026/13/faehre").row(.urlDate, 0)
        url("https://courier.example/1989/12/faehre").row(.urlDate, 0)
        url("https://courier.example/").row(.urlDepth, 0)
        url("https://courier.example/f%C3%A4hre").row(.urlDigits, 0)
        url("https://courier.example/f%C3%A4hre").row(.urlLast, log(1 + 10))
        url("https://docs.courier.example/").row(.urlOtherHost, 1)
        url("https://www.Forum.courier.example/").row(.urlOtherHost, 1)
        url("https://www.courier.example/docs").row(.urlOtherHost, 0)
        url("https://docs.example/").row(.urlOtherHost, 0)
        url(nil).row(.urlDepth, -1)
        url(nil).row(.urlLast, 0)
    }

    private static let kettle = JudgedCase(
        name: "a kettle", html: "<title>Kettle</title><body class='cart thread'><p>Kettle tea</p><p>tea</p></body>",
        url: "https://courier.example/ferry")

    /// The classes are worth 1.5 and -.5, the words 2 and -1, the title's .75 and the URL's -.25.
    @RowsOf<PageFeatureRow> private static var tokens: [PageFeatureRow] {
        kettle.row(.classesOther, 1.5)
        kettle.row(.classesArticle, -0.5)
        kettle.row(.classesBalance, 1 / (2.0 + 5).squareRoot())
        kettle.row(.wordsOther, 2)
        kettle.row(.wordsArticle, -1)
        kettle.row(.wordsBalance, 1 / (2.0 + 5).squareRoot())
        kettle.row(.statementsOther, 0.75)
        kettle.row(.statementsArticle, -0.25)
        kettle.row(.statementsBalance, 0.5 / (2.0 + 5).squareRoot())
        dated.row(.classesOther, 0)
        dated.row(.wordsArticle, 0)
        dated.row(.statementsBalance, 0)
    }

    static let all = types + metadata + urls + tokens
}
