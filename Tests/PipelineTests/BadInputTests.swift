import Foundation
import Pages
import Testing
import Wire

@testable import Pipeline

/// Input that is broken, hostile or lies: one outcome each, with words that say what, and a bounded cost.
@Suite("Bad input")
struct BadInputTests {
    private let pipeline: PagePipeline

    init() throws { pipeline = try TestPipeline.make() }

    private func outcome(_ value: [UInt8]?, _ headers: [(String, String)] = []) -> PageOutcome {
        outcome(value, headers.map { WireHeader($0.0, $0.1) })
    }

    private func outcome(_ value: [UInt8]?, _ headers: [WireHeader]) -> PageOutcome {
        pipeline.process(
            InboundRecord(
                topic: "pages.raw", partition: 0, offset: 0, timestampMs: nil, key: nil, value: value, headers: headers)
        )
    }

    private func rejection(_ outcome: PageOutcome) throws -> Rejection {
        guard case .rejected(let rejection, let record) = outcome else {
            throw Unexpected(outcome: "\(outcome)".prefix(200).description)
        }
        #expect(record.value != nil)
        return rejection
    }

    private func fault(_ outcome: PageOutcome) throws -> PageFault {
        guard case .dead(let fault) = outcome else {
            throw Unexpected(outcome: "\(outcome)".prefix(200).description)
        }
        return fault
    }

    private func event(_ outcome: PageOutcome) throws -> ArticleEvent {
        guard case .article(let event, _) = outcome else {
            throw Unexpected(outcome: "\(outcome)".prefix(200).description)
        }
        return event
    }

    private struct Unexpected: Error { let outcome: String }

    /// A sound page of five paragraphs, with something put in before its article.
    private static func page(_ before: String = "", title: String = "Old ferry returns to the river") -> String {
        let paragraphs = [
            "After eleven years on dry land the ferry that once carried market carts across the river has been lowered.",
            "Volunteers replaced most of the planks and every rivet of the hull, the association's chairwoman said.",
            "The town pays for the pilot until October. After that, the council wants to know who crosses in winter.",
            "A crossing takes four minutes and costs as much as a bus ticket. Bicycles travel free, and dogs do too.",
            "The first regular ferry leaves on Saturday at seven in the morning, and the mayor wants to be on board.",
        ]
        return "<!DOCTYPE html><html><head><title>\(title)</title></head><body>\(before)<article><h1>\(title)</h1>"
            + paragraphs.map { "<p>\($0)</p>" }.joined() + "</article></body></html>"
    }

    @Test("an empty value is rejected as empty; no value at all is a delete request")
    func empty() throws {
        #expect(try rejection(outcome([])).reason == .empty)
        #expect(try rejection(outcome(Array(" \n\t ".utf8))).reason == .empty)
        guard case .tombstone = outcome(nil) else {
            Issue.record("a null value is no page")
            return
        }
    }

    @Test("20 MB of zeros are rejected as empty; more than limits.page_bytes is a dead letter that names the limit")
    func zeros() throws {
        #expect(try rejection(outcome([UInt8](repeating: 0, count: 20_000_000))).reason == .empty)
        let large = try fault(outcome([UInt8](repeating: 0x20, count: 20_971_521)))
        #expect(large.reason == .tooLarge)
        #expect(large.detail.contains("20971520"))
    }

    @Test("a gzip bomb stops at the limit")
    func bomb() throws {
        let bomb = try #require(Data(base64Encoded: Self.thirtyMegabytes))
        #expect(bomb.count < 300)
        let large = try fault(outcome(Array(bomb), [("content-encoding", "gzip, gzip")]))
        #expect(large.reason == .tooLarge)
    }

    /// 30 MB of zeros, gzipped twice.
    private static let thirtyMegabytes =
        "H4sIAAAAAAACA+3dMU7CcBQH4JbWhJiAdXBigIFDdCHBxDA76Gw8AGewiWFicWDwAs5M7BAd9ATiYOIBjIMxToRiewrz5/umN//GX17e606bUaWRfK7i+G8o7rbzr+ZhBAAAAASueLtNqjIg6pWvo/NLAAAAIHTXR+20LgU2V51TcQAAAEDwJoM8qzcEvm/GqTgAAAAgeCe/H8O6C3guF8cX8gAAAIDgrR0MAAAAgL3iYAAAAADsl4dB3q+6gOynXLy3fFb4X5YH90+zs+LxJd4BfubvEghyAAA="

    @Test("what is said to be gzip and is not is a dead letter with the decoder's words")
    func brokenCoding() throws {
        let broken = try fault(outcome(Array("not gzip".utf8), [("content-encoding", "gzip")]))
        #expect(broken.reason == .badContentEncoding)
        #expect(broken.detail.contains("gzip"))
    }

    @Test("past limits.blocks a page ends with its first blocks, and the event says so", arguments: ["html", "text"])
    func blockLimit(kind: String) throws {
        let pipeline = try TestPipeline.make(limits: Limits(blocks: 40))
        let lines = (0..<200).map {
            "On day \($0) the ferry carried \($0 * 7) passengers across the river, the town said on Friday evening."
        }
        let title = "Old ferry returns to the river"
        let page =
            kind == "html"
            ? "<!DOCTYPE html><title>\(title)</title><article><h1>\(title)</h1>"
                + lines.map { "<p>\($0)</p>" }.joined()
            : ([title, ""] + lines).joined(separator: "\n")
        let record = InboundRecord(topic: "pages.raw", partition: 0, offset: 0, value: Array(page.utf8))
        let event = try event(pipeline.process(record))
        #expect(event.warnings.contains(.limitReached))
        #expect(event.status == .partial)
        #expect((30...40).contains(event.paragraphs.count))
        #expect(event.paragraphs.allSatisfy { lines.contains($0) })
    }

    @Test("numbers of any size in attributes leave the article as it is")
    func numbers() throws {
        let numbers = ["9223372036854775807", "-9223372036854775808", "1e308", "00", "99999999999999999999", "-1px"]
        let images = numbers.flatMap { width in numbers.map { "<img src=/a.jpg width=\(width) height=\($0)>" } }
            .joined()
        let event = try event(outcome(Array(Self.page(images).utf8)))
        #expect(event.paragraphs.count == 5)
    }

    @Test("more or larger headers than limits.header_bytes are a dead letter that says how many")
    func headers() throws {
        let many = (0..<5000).map { WireHeader("x\($0)", "") }
        let large = [WireHeader("x", String(repeating: "a", count: 300_000))]
        for headers in [many, large] {
            let fault = try fault(outcome(Array(Self.page().utf8), headers))
            #expect(fault.reason == .headersTooLarge)
            #expect(fault.detail.contains("\(headers.count) headers") && fault.detail.contains("limits.header_bytes"))
        }
        _ = try event(outcome(Array(Self.page().utf8), Array(many.prefix(3000))))
    }

    @Test("whoever keeps a budget is told what a page unfolds to")
    func growth() throws {
        let page = Array((Self.page() + String(repeating: " ", count: 1_000_000)).utf8)
        var told: [Int] = []
        let envelope = try JSONSerialization.data(withJSONObject: ["html": String(decoding: page, as: UTF8.self)])
        _ = pipeline.process(
            InboundRecord(
                topic: "pages.raw", partition: 0, offset: 0, value: Array(envelope),
                headers: [WireHeader("content-type", "application/json")]),
            for: PageHost(grew: { told.append($0) }))
        #expect(told == [page.count])
    }

    @Test("100,000 nested elements around the article do not hide it")
    func deepNesting() throws {
        let page = Self.page(String(repeating: "<div>", count: 100_000))
        let event = try event(outcome(Array(page.utf8)))
        #expect(event.title == "Old ferry returns to the river")
        #expect(event.paragraphs.count == 5)
    }

    @Test(
        "100,000 of any construct that invites quadratic work leave the article in reach",
        arguments: [
            "<b>", "<a href=x>", "<p><b><i>", "<table><tr><td>", "<svg>", "<template>", "<select><option>", "</p>",
            "<!--", "&amp", "<x y='", "<font color=red>x", "<li><ul>",
        ])
    func hostileMarkup(_ piece: String) throws {
        let page = Self.page() + String(repeating: piece, count: 100_000)
        switch outcome(Array(page.utf8)) {
        case .article(let event, _): #expect(event.title == "Old ferry returns to the river")
        case .rejected, .dead, .tombstone: Issue.record("the article was lost")
        }
    }

    @Test("a UTF-8 sequence cut in half becomes a replacement character, and the event says so")
    func halfSequence() throws {
        var bytes = Array(Self.page("<p>Été à la plage, où l’on rêve</p>", title: "Caf").utf8)
        bytes.replace(Array("<h1>Caf".utf8), with: Array("<h1>Caf".utf8) + [0xC3])
        let event = try event(outcome(bytes, [("content-type", "text/html; charset=utf-8")]))
        #expect(event.warnings.contains(.malformedText))
        #expect(event.paragraphs.count == 5)
    }

    @Test("UTF-8 that was encoded twice is read twice, and the event says so")
    func doubleUTF8() throws {
        let title = "Café près de l’école: la fête continue"
        let page = Self.page(
            "<p>Les élèves, très émus, ont été reçus près du môle où l’on répète déjà</p>", title: title)
        let twice = String(String.UnicodeScalarView(page.utf8.map { Unicode.Scalar($0) }))
        let event = try event(outcome(Array(twice.utf8), [("content-type", "text/html; charset=utf-8")]))
        #expect(event.title == title)
        #expect(event.warnings.contains(.textRepaired) && event.warnings.contains(.malformedText))
    }

    @Test("a declared charset that lies is overridden, and the event says so")
    func lyingCharset() throws {
        let title = "Café près de l’école: la fête continue"
        let event = try event(
            outcome(Array(Self.page(title: title).utf8), [("content-type", "text/html; charset=gb2312")]))
        #expect(event.title == title)
        #expect(event.warnings.contains(.charsetOverridden))
    }

    @Test("headers that are not UTF-8 are left out, and the event says so")
    func headerBytes() throws {
        let headers = [
            WireHeader("content-type", "text/html"), WireHeader(name: "ce_subject", value: [0xFF, 0xFE, 0x80]),
        ]
        let event = try event(outcome(Array(Self.page().utf8), headers))
        #expect(event.url == nil)
        #expect(event.warnings.contains(.headerNotUTF8))
    }

    @Test("other kinds of files are rejected by name")
    func otherFiles() throws {
        let rejection = try rejection(outcome(Array("%PDF-1.7\n1 0 obj".utf8)))
        #expect(rejection.reason == .unsupportedType)
        #expect(rejection.detail.contains("application/pdf"))
    }

    @Test("an HTTP error is rejected with its status, whatever the page looks like")
    func httpError() throws {
        let envelope: [String: Any] = ["url": "https://courier.example/a", "status": 404, "html": Self.page()]
        let value = try JSONSerialization.data(withJSONObject: envelope)
        let rejection = try rejection(outcome(Array(value), [("content-type", "application/json")]))
        #expect(rejection.reason == .httpError)
        #expect(rejection.detail.contains("404"))
    }

    @Test("a redirect without a body is an HTTP error, not an empty page")
    func redirect() throws {
        let headers = [("content-type", "text/html"), ("ce_httpstatus", "301")]
        let rejection = try rejection(outcome(Array("  \n".utf8), headers))
        #expect(rejection.reason == .httpError && rejection.detail.contains("301"))
    }

    @Test("random bytes have one outcome", arguments: 0..<40)
    func randomBytes(_ seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        let bytes = (0..<5_000).map { _ -> UInt8 in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return UInt8(truncatingIfNeeded: state)
        }
        switch outcome(bytes) {
        case .rejected, .dead: break
        case .article, .tombstone: Issue.record("noise is no article")
        }
    }
}
