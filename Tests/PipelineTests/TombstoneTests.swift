import Foundation
import Pages
import Pipeline
import Testing
import Wire

@Suite("Articles that are withdrawn")
struct TombstoneTests {
    private func pipeline(_ policy: TombstonePolicy) throws -> PagePipeline {
        var options = PagePipeline.Options()
        options.tombstones = policy
        return try TestPipeline.make(options: options)
    }

    private func record(
        _ value: String?, key: String? = nil, headers: [WireHeader] = [], offset: Int64 = 7
    ) -> InboundRecord {
        InboundRecord(
            topic: "pages.raw", partition: 2, offset: offset, timestampMs: 1_709_285_400_300,
            key: key.map { Array($0.utf8) }, value: value.map { Array($0.utf8) }, headers: headers)
    }

    private let page =
        "<html><title>The ferry sails again</title><article><h1>The ferry sails again</h1>"
        + String(
            repeating:
                "<p>After eleven weeks in dock the harbour ferry went back to work on Friday morning, with forty passengers.</p>",
            count: 6)
        + "</article></html>"

    @Test(arguments: ["https://www.news.example/ferry", "HTTPS://www.news.example:443/ferry?utm_source=x#top"])
    func aNullValueWithdrawsTheArticleOfItsKey(key: String) throws {
        let pipeline = try pipeline(.delete)
        let url = WireHeader("ce_subject", "https://www.news.example/ferry")
        guard case .article(let event, _) = pipeline.process(record(page, headers: [url])),
            case .article(let gone, let published) = pipeline.process(record(nil, key: key, offset: 8))
        else {
            Issue.record("no article")
            return
        }
        #expect(gone.status == .retracted && gone.articleID == event.articleID && gone.eventID != event.eventID)
        #expect(published.key == Array(event.articleID.utf8))
        #expect(gone.rowVersion == event.rowVersion && gone.paragraphs.isEmpty && gone.title == nil)
        #expect(gone.provenance.offset == 8 && gone.fetchedAtMs == 1_709_285_400_300)
    }

    @Test func anArticleIDAsKeyWithdrawsThatArticle() throws {
        let id = "c-0123456789abcdef0123456789abcdef"
        guard case .article(let gone, let published) = try pipeline(.delete).process(record(nil, key: id)) else {
            Issue.record("no retraction")
            return
        }
        #expect(gone.status == .retracted && gone.articleID == id && gone.url == nil)
        #expect(published.key == Array(id.utf8))
        // What is published of it is read as any event is.
        #expect(try OutcomeReader().event(published.value ?? []) == gone)
    }

    @Test func aHeaderTellsTheURLBeforeTheKey() throws {
        let subject = WireHeader("ce_subject", "https://www.news.example/a")
        guard
            case .article(let gone, _) = try pipeline(.delete).process(
                record(nil, key: "www.news.example", headers: [subject]))
        else {
            Issue.record("no retraction")
            return
        }
        #expect(gone.url == "https://www.news.example/a")
    }

    @Test(arguments: [nil, "www.news.example", "", "u-12", "42"])
    func aKeyThatTellsNoArticleIsPassedOver(key: String?) throws {
        guard case .tombstone = try pipeline(.delete).process(record(nil, key: key)) else {
            Issue.record("something was withdrawn")
            return
        }
    }

    @Test(arguments: [404, 410])
    func aPageThatIsGoneWithdrawsItsArticle(status: Int) throws {
        let headers = [
            WireHeader("ce_subject", "https://www.news.example/ferry"), WireHeader("ce_httpstatus", String(status)),
        ]
        guard case .article(let gone, _) = try pipeline(.delete).process(record("<p>Not found</p>", headers: headers))
        else {
            Issue.record("no retraction")
            return
        }
        #expect(gone.status == .retracted && gone.url == "https://www.news.example/ferry")
        guard
            case .rejected(let rejection, _) = try pipeline(.skip).process(record("<p>Not found</p>", headers: headers))
        else {
            Issue.record("no rejection")
            return
        }
        #expect(rejection.reason == .httpError)
    }

    @Test func otherErrorsAndPagesWithoutAURLWithdrawNothing() throws {
        let pipeline = try pipeline(.delete)
        for headers in [
            [WireHeader("ce_subject", "https://n.example/a"), WireHeader("ce_httpstatus", "500")],
            [WireHeader("ce_httpstatus", "404")],
        ] {
            guard case .rejected = pipeline.process(record("<p>Error</p>", headers: headers)) else {
                Issue.record("no rejection")
                continue
            }
        }
    }

    @Test func withoutThePolicyNullValuesArePassedOver() throws {
        guard case .tombstone = try pipeline(.skip).process(record(nil, key: "https://www.news.example/ferry")) else {
            Issue.record("something was withdrawn")
            return
        }
    }
}
