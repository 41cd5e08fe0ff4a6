import Foundation
import Pages
import Testing

@testable import Wire

/// Envelopes as crawlers and platforms write them, each with a page of its own.
@Suite("Envelopes as people have them")
struct EnvelopeKindTests {
    private let decoder = RawPageDecoder()
    private static let page = "<!doctype html><title>Ferry</title><p>The ferry sails again."

    private func decode(_ json: String, type: String? = nil) throws -> RawPage {
        let headers = type.map { [WireHeader("content-type", $0)] } ?? []
        return try decoder.decode(inbound(json, headers))
    }

    @Test(arguments: [
        // Firecrawl, flat and as its answer; what it made of the page stands before the page.
        #"{"markdown": "Ferry", "html": "<div>cut</div>", "rawHtml": "PAGE", "metadata": {"sourceURL": "https://a.example/1", "statusCode": 200}}"#,
        #"{"success": true, "data": {"html": "<div>cut</div>", "rawHtml": "PAGE", "metadata": {"url": "https://a.example/1"}}}"#,
        // Crawl4AI, Crawlee and Apify, ScrapingBee.
        #"{"url": "https://a.example/r", "redirected_url": "https://a.example/1", "html": "PAGE", "cleaned_html": "<p>x"}"#,
        #"{"url": "https://a.example/r", "loadedUrl": "https://a.example/1", "html": "PAGE", "text": "The ferry"}"#,
        #"{"body": "PAGE", "resolved-url": "https://a.example/1", "initial-status-code": 200, "type": "html"}"#,
        // Kafka Connect's converter with its schema.
        #"{"schema": {"type": "struct", "fields": []}, "payload": {"url": "https://a.example/1", "html": "PAGE"}}"#,
        // StormCrawler, Nutch, plain items whose text stands before their page.
        #"{"url": "https://a.example/1", "content": "PAGE", "metadata": {"fetch.statusCode": ["200"]}}"#,
        #"{"url": "https://a.example/1", "body": "The ferry sails again.", "html": "PAGE"}"#,
        #"{"url": "https://a.example/1", "content": "The ferry", "browserHtml": "PAGE", "score": NaN, "x": [-Infinity, Infinity]}"#,
    ])
    func itsPageAndURLAreFound(envelope: String) throws {
        for type in [nil, "application/json"] {
            let page = try decode(envelope.replacing("PAGE", with: Self.page), type: type)
            #expect(text(page) == Self.page && page.url == "https://a.example/1")
        }
    }

    @Test("what is said within an envelope wins over what is said around it, which fills its gaps")
    func inner() throws {
        let page = try decode(
            #"{"url": "U", "status": 500, "crawl_id": "c", "payload": {"html": "<p>", "status": 404}}"#)
        #expect(page.url == "U" && page.httpStatus == 404 && page.crawlID == "c")
        // An object beside a body is no envelope.
        #expect(try text(decode(#"{"html": "<p>own", "data": {"html": "<p>other"}}"#)) == "<p>own")
        #expect(throws: PageFault.self) { try decode(#"{"payload": {"data": {"x": 1}}}"#) }
    }

    @Test("a body in base64 that no one calls so is read, with its charset; a text that only looks so is left")
    func base64() throws {
        let russian: [UInt8] = Array("<p>".utf8) + [0xCF, 0xEE, 0xF0, 0xF2] + Array(" of a long enough page</p>".utf8)
        let coded = Data(russian).base64EncodedString()
        let page = try decode(#"{"body": "\#(coded)", "encoding": "windows-1251"}"#)
        #expect(page.body == russian && page.charset == "windows-1251")
        let word = String(repeating: "abcdefgh", count: 8)
        #expect(try text(decode(#"{"body": "\#(word)"}"#)) == word)
    }

    @Test(
        "several pages in one record are a dead letter that says so, and none of them is chosen",
        arguments: [
            #"[{"url": "a", "html": "<p>"}, {"url": "b", "html": "<p>"}]"#, #" [ {"html": "<p>"}]"#,
            #"{"html": "<p>1"}"# + "\n" + #"{"html": "<p>2"}"#,
            #"{"html": "<p>{\"}"}, {"html": "<p>2"}"#, "[]",
        ])
    func several(value: String) {
        for type in [nil, "application/json"] where value != "[]" || type != nil {
            #expect {
                try decode(value, type: type)
            } throws: { ($0 as? PageFault)?.reason == .badEnvelope && "\($0)".contains("send one page a record") }
        }
    }

    @Test(
        "a text that begins as JSON does and is none is a page",
        arguments: [
            "[{citation needed}] The ferry sails.", "{curly} words {more}", #"{"a": 1} and prose {b}"#, "[1, 2]",
        ])
    func prose(value: String) throws { #expect(try text(decode(value)) == value) }

    @Test(
        "halves of surrogate pairs stand as U+FFFD, whole pairs as they are",
        arguments: [
            (#"\ud83d"#, "\u{FFFD}"), (#"\ud83d\ude00"#, "😀"), (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"),
            (#"\ud83d\n"#, "\u{FFFD}\n"),
            (#"\\ud83d"#, #"\ud83d"#), (#"\ud83dx"#, "\u{FFFD}x"), (#"NaN"#, "NaN"), (#"\u0041\uD8"#, nil as String?),
        ])
    func surrogates(escaped: String, meant: String?) throws {
        let json = #"{"html": "<p>\#(escaped)"}"#
        guard let meant else {
            #expect(throws: PageFault.self) { try decode(json, type: "application/json") }
            return
        }
        #expect(try text(decode(json)) == "<p>" + meant)
    }

    @Test(
        "times of fetches in the forms that crawlers write",
        arguments: [
            "20260305090000", #""20260305090000""#, #""Thu, 05 Mar 2026 09:00:00 GMT""#,
            #""05 Mar 2026 10:00:00 +0100""#,
            #""2026-03-05 09:00:00 UTC""#, #""2026-03-05T09:00:00""#, "1772701200", "1772701200000", #""1772701200.0""#,
            #""20260305T090000Z""#, #""20260305T100000+0100""#, #""/Date(1772701200000)/""#,
            #""/Date(1772701200000+0100)/""#,
            #""Thu Mar 05 2026 10:00:00 GMT+0100 (Central European Standard Time)""#, #""Thu Mar  5 09:00:00 2026""#,
            #""05/Mar/2026:09:00:00 +0000""#, #"{"$date": "2026-03-05T09:00:00Z"}"#, #"{"$date": 1772701200000}"#,
            #"{"$date": {"$numberLong": "1772701200000"}}"#,
        ])
    func fetched(stated: String) throws {
        let page = try decode(#"{"html": "<p>", "fetched_at": \#(stated)}"#)
        #expect(page.fetchedAtMs == 1_772_701_200_000)
    }

    @Test(
        "what names no coding is none, and a coding that no one knows does not hide a page that is plain",
        arguments: [
            "none", "utf-8", "UTF-8, identity", "text/html", "sdch",
        ])
    func codings(named: String) throws {
        let headers = [WireHeader("content-encoding", named)]
        #expect(try text(decoder.decode(inbound(Self.page, headers))) == Self.page)
        let binary = InboundRecord(
            topic: "in", partition: 0, offset: 0, value: [1, 2, 3], headers: [WireHeader("content-encoding", "sdch")])
        #expect(throws: PageFault.self) { try decoder.decode(binary) }
    }

    @Test("a WARC file in a record is its one response, or a dead letter that counts them")
    func warc() throws {
        func record(_ type: String, _ block: String) -> String {
            "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: https://a.example/1\r\nContent-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
        }
        let response = record("response", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\(Self.page)")
        let one =
            record("warcinfo", "software: x") + record("request", "GET / HTTP/1.1\r\n\r\n") + response
            + record("metadata", "x: y")
        #expect(try text(decode(one)) == Self.page && decode(one).url == "https://a.example/1")
        #expect(try text(decode(response + record("request", "GET"))) == Self.page)
        for several in [response + response, record("warcinfo", "x") + response + response + response] {
            #expect {
                try decode(several)
            } throws: { "\($0)".contains("pages; send one record a page") }
        }
        #expect(throws: PageFault.self) { try decode(record("request", "GET / HTTP/1.1\r\n\r\n")) }
    }
}
