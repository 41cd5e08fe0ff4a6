import Pages
import Testing
import Wire

@Suite("A bare value and its headers")
struct BareValueTests {
    let decoder = RawPageDecoder()

    @Test func aBareValueIsAPageWithThePlaceOfItsRecord() throws {
        let page = try decoder.decode(inbound("abc"))
        #expect(text(page) == "abc")
        #expect(page.url == nil && page.contentType == nil && page.warnings.isEmpty)
        #expect(page.fetchedAtMs == 1_700_000_000_000)
        #expect(
            page.provenance
                == Provenance(
                    topic: "pages.raw", partition: 3, offset: 41, timestampMs: 1_700_000_000_000,
                    digest: "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
    }

    @Test func cloudEventsHeadersDescribeThePageWhateverTheirCase() throws {
        let page = try decoder.decode(
            inbound(
                "<p>x",
                [
                    WireHeader("Content-Type", "text/html; charset=gbk"),
                    WireHeader("CE_Subject", "https://a.example/1"),
                    WireHeader("ce_time", "2021-12-08T07:45:00.250+08:00"), WireHeader("ce_id", "cap-1"),
                    WireHeader("ce_requesturl", "http://a.example/1"), WireHeader("ce_httpstatus", "200"),
                    WireHeader("ce_crawlid", "run-7"), WireHeader("ce_type", "page"),
                    WireHeader("traceparent", "00-1-2-01"),
                    WireHeader("tracestate", "v=1"),
                ]))
        #expect(page.contentType == "text/html; charset=gbk")
        #expect(page.url == "https://a.example/1" && page.requestURL == "http://a.example/1")
        #expect(page.fetchedAtMs == 1_638_920_700_250)
        #expect(page.captureID == "cap-1" && page.crawlID == "run-7" && page.httpStatus == 200)
        #expect(page.trace == TraceContext(parent: "00-1-2-01", state: "v=1"))
        #expect(page.truncated == nil && page.warnings.isEmpty)
    }

    @Test func aHeaderThatIsNotUTF8IsLeftOutAndSaidOnce() throws {
        let bad: [UInt8] = [0x68, 0xFF, 0xFE]
        let page = try decoder.decode(
            inbound(
                "x",
                [
                    WireHeader(name: "ce_subject", value: bad), WireHeader(name: "ce_id", value: bad),
                    WireHeader(name: "content-type", value: nil), WireHeader(name: "x-other", value: bad),
                ]))
        #expect(page.url == nil && page.captureID == nil && page.contentType == nil)
        #expect(page.warnings == [.headerNotUTF8])
    }

    @Test func onlyUnreadHeadersMayHoldAnyBytes() throws {
        #expect(try decoder.decode(inbound("x", [WireHeader(name: "b3", value: [0xFF])])).warnings.isEmpty)
    }

    @Test(arguments: [("length", Truncation.length), ("DISCONNECT", .disconnect), ("bored", .unspecified)])
    func aCutPageSaysSo(word: String, expected: Truncation) throws {
        let page = try decoder.decode(inbound("x", [WireHeader("ce_truncated", word)]))
        #expect(page.truncated == expected && page.warnings == [.truncatedInput])
    }

    @Test func anEmptyValueIsAnEmptyPageAndANullValueNone() throws {
        #expect(try decoder.decode(inbound("")).body.isEmpty)
        #expect(fault(of: inbound(nil))?.reason == .noBody)
    }

    @Test func twentyMegabytesOfZerosAreAPageAndOneByteTooManyIsAFault() throws {
        let zeros = [UInt8](repeating: 0, count: 20_971_520)
        #expect(try decoder.decode(inbound(bytes: zeros)).body.count == 20_971_520)
        #expect(fault(of: inbound(bytes: zeros + [0]))?.reason == .tooLarge)
    }

    @Test func aTimeThatIsNoneGivesWayToTheRecords() throws {
        #expect(try decoder.decode(inbound("x", [WireHeader("ce_time", "yesterday")])).fetchedAtMs == 1_700_000_000_000)
        #expect(try decoder.decode(inbound("x", timestampMs: nil)).fetchedAtMs == nil)
    }

    @Test func aStatedDigestIsChecked() throws {
        let right = "sha256:BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"
        #expect(try decoder.decode(inbound("abc", [WireHeader("ce_digest", right)])).body.count == 3)
        let wrong = try #require(fault(of: inbound("abd", [WireHeader("ce_digest", right)])))
        #expect(wrong.reason == .digestMismatch && wrong.detail.contains("ba7816bf"))
        #expect(fault(of: inbound("abd", [WireHeader("ce_digest", "md5:00")])) == nil)
    }

    @Test func aClaimCheckIsRefusedUnlessTheBodyIsThere() throws {
        let reference = WireHeader("ce_dataref", "s3://bucket/page")
        let refused = try #require(fault(of: inbound("", [reference])))
        #expect(refused.reason == .dataref && refused.detail.contains("s3://bucket/page"))
        #expect(try text(decoder.decode(inbound("here", [reference]))) == "here")
    }

    @Test(arguments: [
        "{ \"opening\" the page with a brace } and going on", "{{ template }}", "{", "[1, 2]", "{\"a\": tru",
        "\u{FEFF}{not json}",
    ])
    func textThatOnlyBeginsLikeJSONIsAPage(value: String) throws {
        #expect(try text(decoder.decode(inbound(value))) == value)
    }

    @Test func aStatedDocumentTypeKeepsAPageFromBeingOpened() throws {
        let json = #"{"url": "https://a.example", "html": "<p>"}"#
        #expect(try text(decoder.decode(inbound(json, [WireHeader("content-type", "text/plain")]))) == json)
        #expect(try text(RawPageDecoder(format: .raw).decode(inbound(json))) == json)
    }

    @Test func utf16WithoutAMarkIsAPageNotAFrame() throws {
        let utf16: [UInt8] = [0, 0x3C, 0, 0x70, 0, 0x3E, 0, 0x61]
        #expect(try decoder.decode(inbound(bytes: utf16)).body == utf16)
    }
}
