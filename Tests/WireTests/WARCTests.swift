import Pages
import Testing
import Wire

@Suite("WARC records")
struct WARCTests {
    let decoder = RawPageDecoder()

    /// A record with an HTTP block; the length is that of the block unless told otherwise.
    private func warc(_ http: [UInt8], type: String = "response", fields: String = "", length: Int? = nil) -> [UInt8] {
        let head = """
            WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: <https://a.example/3>\r\n\
            WARC-Date: 2021-12-07T23:45:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n\(fields)\
            Content-Length: \(length ?? http.count)\r\n\r\n
            """
        return Array(head.utf8) + http + Array("\r\n\r\n".utf8)
    }

    private func http(_ fields: String, _ body: [UInt8]) -> [UInt8] {
        Array("HTTP/1.1 203 Fine\r\nContent-Type: text/html; charset=gbk\r\n\(fields)\r\n".utf8) + body
    }

    @Test func aResponseRecordGivesItsPage() throws {
        let page = try decoder.decode(inbound(bytes: warc(http("X: a\r\n  folded\r\n", Array("<p>".utf8)))))
        #expect(text(page) == "<p>" && page.contentType == "text/html; charset=gbk" && page.httpStatus == 203)
        #expect(page.url == "https://a.example/3" && page.fetchedAtMs == 1_638_920_700_000)
        #expect(page.captureID == "<urn:uuid:1>" && page.warnings.isEmpty)
    }

    @Test func chunksAndCodingsInsideAreUndone() throws {
        let chunked = "7\r\n<p>one \r\n5;note=1\r\ntwo, \r\nA\r\nthree four\r\n0\r\n\r\n"
        let page = try decoder.decode(inbound(bytes: warc(http("Transfer-Encoding: chunked\r\n", Array(chunked.utf8)))))
        #expect(text(page) == "<p>one two, three four")
        let coded = try decoder.decode(
            inbound(bytes: warc(http("Content-Encoding: gzip\r\n", CodedPages.bytes(CodedPages.gzip)))))
        #expect(text(coded) == CodedPages.page)
    }

    @Test(arguments: ["Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n", "Content-Encoding: br\r\n"])
    func aBodyThatTheCrawlerHadDecodedIsTakenAsItIs(field: String) throws {
        let page = try decoder.decode(inbound(bytes: warc(http(field, Array("<p>decoded".utf8)))))
        #expect(text(page) == "<p>decoded")
    }

    @Test func aRecordMayBeGzippedAsInAFile() throws {
        // gzip of a stored block, so that the test needs no compressor.
        let record = warc(http("", Array("<p>".utf8)))
        let size = UInt16(record.count)
        let stored: [UInt8] = [1, UInt8(size & 255), UInt8(size >> 8), UInt8(~size & 255), UInt8(~size >> 8)] + record
        let gzip: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + stored
        let page = try decoder.decode(inbound(bytes: gzip, [WireHeader("ce_truncated", "length")]))
        #expect(text(page) == "<p>")
    }

    @Test func aCutRecordIsAPageWhenItSaysSo() throws {
        let chunked = Array("20\r\n<p>begins and".utf8)
        let block = http("Transfer-Encoding: chunked\r\n", chunked)
        let said = warc(block, fields: "WARC-Truncated: length\r\n")
        let page = try decoder.decode(inbound(bytes: said))
        #expect(text(page) == "<p>begins and" && page.truncated == .length && page.warnings == [.truncatedInput])
        #expect(fault(of: inbound(bytes: warc(block, length: 5000)))?.reason == .badEnvelope)
    }

    @Test func fieldsThatAreNotUTF8AreLeftOut() throws {
        let block = Array("HTTP/1.1 200 OK\r\nServer: ".utf8) + [0xFF, 0x0D, 0x0A, 0x0D, 0x0A] + Array("<p>".utf8)
        #expect(try decoder.decode(inbound(bytes: warc(block))).warnings == [.headerNotUTF8])
    }

    @Test(arguments: [
        ("request", "send the response record"), ("warcinfo", "send its response records"), ("metadata", "WAT"),
        ("revisit", "an earlier capture"), ("continuation", "put the segments together"),
    ])
    func recordsWithoutAPageSayWhatToSend(type: String, words: String) throws {
        let found = try #require(fault(of: inbound(bytes: warc(http("", []), type: type))))
        #expect(found.reason == .noBody && found.detail.contains(type) && found.detail.contains(words))
    }

    @Test func aRecordOfAnUnknownTypeIsABadEnvelope() throws {
        let found = try #require(fault(of: inbound(bytes: warc(http("", []), type: "snapshot"))))
        #expect(found.reason == .badEnvelope && found.detail.contains("snapshot"))
    }

    @Test func theRecordOfAWATFileHoldsNoPage() throws {
        let block = Array(#"{"Envelope": {"Payload-Metadata": {"HTTP-Response-Metadata": {}}}}"#.utf8)
        let record = warc(block, type: "metadata", fields: "Content-Type: application/json\r\n")
        let found = try #require(fault(of: inbound(bytes: record)))
        #expect(found.reason == .noBody && found.detail.contains("WET"))
    }

    @Test func theTextOfAWETFileIsThePage() throws {
        let block = Array("The ferry is back\nAfter eleven years on land.\n".utf8)
        let record = warc(block, type: "conversion", fields: "Content-Type: text/plain\r\n")
        let page = try decoder.decode(inbound(bytes: record))
        #expect(page.body == block && page.contentType == "text/plain" && page.httpStatus == nil)
        #expect(page.url == "https://a.example/3" && page.fetchedAtMs == 1_638_920_700_000)
    }

    @Test func theBlockOfAResourceIsThePage() throws {
        let record = warc(
            Array("<p>of a file".utf8), type: "resource", fields: "Content-Type: text/html; charset=gbk\r\n")
        let page = try decoder.decode(inbound(bytes: record))
        #expect(text(page) == "<p>of a file" && page.contentType == "text/html; charset=gbk")
        #expect(page.url == "https://a.example/3" && page.captureID == "<urn:uuid:1>")
    }

    @Test func aResourceThatHoldsAResponseIsReadAsOne() throws {
        let page = try decoder.decode(inbound(bytes: warc(http("", Array("<p>".utf8)), type: "resource")))
        #expect(text(page) == "<p>" && page.httpStatus == 203)
    }

    @Test(arguments: [
        "WARC/1.0\r\n", "WARC/1.0\r\n\r\n", "WARC/1.1\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
        "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 9223372036854775807\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
        "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: -1\r\n\r\nx",
        "WARC/1.1\nWARC-Type: response\nContent-Length: 3\n\nabc",
        "WARC/1.1\nWARC-Type: response\nContent-Length: 18\n\nHTTP/1.1 200 OK\n\n<p>",
    ])
    func brokenRecordsAreBadEnvelopes(value: String) {
        let broken = fault(of: inbound(value))
        #expect(broken == nil ? value.hasSuffix("<p>") : broken?.reason == .badEnvelope)
    }

    @Test func chunkSizesThatLieAreHarmless() throws {
        for chunks in ["FFFFFFF\r\nx", "FFFFFFFFFFFFFFFFFFFF\r\nx", "-1\r\nx", "\r\n", "5\r\nab"] {
            let block = http("Transfer-Encoding: chunked\r\n", Array(chunks.utf8))
            #expect(try text(decoder.decode(inbound(bytes: warc(block)))) == chunks)
        }
    }
}
