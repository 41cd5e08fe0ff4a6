import Foundation
import Pages
import Testing
import Wire

@Suite("Pages in JSON")
struct JSONEnvelopeTests {
    let decoder = RawPageDecoder()

    @Test(arguments: ["body", "html", "rawHtml", "raw_html", "content", "browserHtml", "text"])
    func aTextBodyIsFoundByAnyAlias(alias: String) throws {
        let page = try decoder.decode(inbound(##"{"url": "https://a.example/ü", "\##(alias)": "<p>é\n"}"##))
        #expect(text(page) == "<p>é\n" && page.url == "https://a.example/ü" && page.charset == "utf-8")
    }

    @Test(arguments: [
        #""httpResponseBody": "PHA+", "x": 1"#, #""b": {}, "body_b64": "PHA+""#,
        #""body": "PHA+", "body_encoding": "BASE64""#,
    ])
    func aBase64BodyIsDecoded(members: String) throws {
        let page = try decoder.decode(inbound("{\(members), \"charset\": \"gbk\"}"))
        #expect(text(page) == "<p>" && page.charset == "gbk")
    }

    @Test(arguments: [
        (#""url": "U", "final_url": "F""#, "F"), (#""requested_url": "U", "response_url": "F""#, "F"),
        (#""source_url": "U", "finalUrl": "F""#, "F"),
        (#""url": "U", "metadata": {"url": "F", "statusCode": 404}"#, "F"),
        (#""url": "U""#, "U"), (#""url": 7, "source_url": "U""#, "U"),
    ])
    func theFinalURLWinsOverTheOneAskedFor(members: String, expected: String) throws {
        let page = try decoder.decode(inbound("{\"html\": \"x\", \(members)}"))
        #expect(page.url == expected && page.requestURL == "U")
    }

    @Test(arguments: [
        "\"status\": 404", "\"status_code\": \"404\"", "\"statusCode\": 404", "\"metadata\": {\"statusCode\": 404}",
    ])
    func theStatusIsFoundAsNumberOrText(members: String) throws {
        #expect(try decoder.decode(inbound("{\"html\": \"x\", \(members)}")).httpStatus == 404)
    }

    @Test(arguments: [
        #""headers": {"Content-Type": "text/html; charset=big5"}"#,
        #""response_headers": {"content-type": ["text/html; charset=big5"], "n": 1}"#,
        #""httpResponseHeaders": [{"name": "CONTENT-TYPE", "value": "text/html; charset=big5"}]"#,
        #""content_type": "text/html; charset=big5""#,
    ])
    func headersComeAsMapMapOfListsOrList(members: String) throws {
        let served = try decoder.decode(inbound("{\"body_b64\": \"PHA+\", \(members)}"))
        #expect(served.contentType == "text/html; charset=big5" && served.charset == nil)
        let unicode = try decoder.decode(inbound("{\"html\": \"<p>\", \(members)}"))
        #expect(unicode.contentType == "text/html" && unicode.charset == "utf-8")
    }

    @Test(arguments: [
        (#""fetched_at": "2021-12-08T07:45:00+08:00""#, 1_638_920_700_000),
        (#""crawled_at": 1638920700"#, 1_638_920_700_000),
        (#""ts": 1638920700123"#, 1_638_920_700_123), (#""timestamp": "1638920700.5""#, 1_638_920_700_500),
        (#""date_download": "2021-12-07 23:45:00""#, 1_638_920_700_000), (#""ts": "soon""#, 1_700_000_000_000),
    ])
    func theFetchTimeIsTextOrNumber(members: String, expected: Int) throws {
        #expect(try decoder.decode(inbound("{\"html\": \"x\", \(members)}")).fetchedAtMs == Int64(expected))
    }

    @Test func crawlIDAndTruncationAreTakenIn() throws {
        let page = try decoder.decode(inbound(#"{"html": "x", "crawlid": "r9", "truncated": true}"#))
        #expect(page.crawlID == "r9" && page.truncated == .unspecified && page.warnings == [.truncatedInput])
    }

    @Test func aBodyStillCodedIsDecodedAndOneAlreadyDecodedIsNot() throws {
        let headers = #""headers": {"content-encoding": "gzip"}"#
        let coded = try decoder.decode(inbound("{\"body_b64\": \"\(CodedPages.gzip)\", \(headers)}"))
        #expect(text(coded) == CodedPages.page)
        #expect(try text(decoder.decode(inbound("{\"body_b64\": \"PHA+\", \(headers)}"))) == "<p>")
        #expect(try text(decoder.decode(inbound("{\"html\": \"<p>\", \(headers)}"))) == "<p>")
    }

    @Test func anEmptyBodyDoesNotHideAnother() throws {
        #expect(try text(decoder.decode(inbound(#"{"html": "", "content": "<p>"}"#))) == "<p>")
        #expect(try decoder.decode(inbound(#"{"html": ""}"#)).body.isEmpty)
    }

    @Test(arguments: [
        #"{"url": "https://a.example"}"#, "{}", #"{"html": null}"#, #"{"html": {"x": 1}}"#,
        #" {"title": "T", "article": "never guessed at"}"#,
    ])
    func unknownJSONWithoutABodyIsADeadLetter(value: String) {
        #expect(fault(of: inbound(value))?.reason == .noBody)
    }

    @Test(arguments: ["{\"html\": ", "[]", "7", "", "<p>"])
    func whatIsSaidToBeJSONAndIsNotIsABadEnvelope(value: String) {
        #expect(fault(of: inbound(value), format: .json)?.reason == .badEnvelope)
        let header = [WireHeader("content-type", "application/json; charset=utf-8")]
        #expect(fault(of: inbound(value, header))?.reason == .badEnvelope)
    }

    @Test(arguments: ["a", "PHA+!", "PH*A", "PHA=PHA="])
    func badBase64IsABadEnvelope(base64: String) {
        #expect(fault(of: inbound("{\"body_b64\": \"\(base64)\"}"))?.reason == .badEnvelope)
    }

    @Test(arguments: ["PD8+_w==", "PD8-_w", "PD8+\\n/w==\\r\\n", "PD8+/w"])
    func base64MayBeOfTheURLAlphabetUnpaddedOrInLines(base64: String) throws {
        let page = try decoder.decode(inbound("{\"body_b64\": \"\(base64)\"}"))
        #expect(page.body == [0x3C, 0x3F, 0x3E, 0xFF])
    }

    @Test func deepNestingIsAPageOrAFaultAndNeverACrash() {
        let deep = "{\"a\":" + String(repeating: "[", count: 100_000)
        #expect(fault(of: inbound(deep)) == nil)
        #expect(fault(of: inbound(deep), format: .json)?.reason == .badEnvelope)
        let closed = "{\"a\":" + String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000) + "}"
        #expect(fault(of: inbound(closed), format: .json)?.reason == .badEnvelope)
    }

    @Test func aBodyOverTheLimitIsTooLargeHoweverItIsWrapped() {
        let body = String(repeating: "a", count: 101)
        let limits = Limits(pageBytes: 100)
        #expect(fault(of: inbound("{\"html\": \"\(body)\"}"), limits: limits)?.reason == .tooLarge)
        let wide = String(repeating: " ", count: 2 << 20)
        #expect(fault(of: inbound("{\"html\": \"a\"\(wide)}"), limits: limits)?.reason == .tooLarge)
    }

    @Test func anEnvelopeOfCountlessValuesIsRefusedBeforeItIsRead() throws {
        let many = "{\"html\": \"x\", \"a\": [" + String(repeating: "[],", count: 300_000) + "[]]}"
        #expect(fault(of: inbound(many), format: .json)?.reason == .tooLarge)
        #expect(try text(decoder.decode(inbound(many))) == many)
        let text = String(repeating: "[{,\\\",", count: 300_000)
        #expect(try decoder.decode(inbound("{\"html\": \"\(text)\"}")).body.count == 300_000 * 5)
    }

    @Test func confluentFramedJSONIsOpenedAndFramedAvroNamed() throws {
        let frame: [UInt8] = [0, 0, 0, 0, 9]
        let page = try decoder.decode(inbound(bytes: frame + Array(#"{"html": "<p>", "url": "U"}"#.utf8)))
        #expect(text(page) == "<p>" && page.url == "U")
        let avro = try #require(fault(of: inbound(bytes: frame + [0x02, 0x10, 0x61])))
        #expect(avro.reason == .badEnvelope && avro.detail.contains("Avro") && avro.detail.contains("9"))
    }
}

@Suite("Structured CloudEvents")
struct StructuredEventTests {
    let decoder = RawPageDecoder()

    @Test func attributesAndTextDataAreTakenIn() throws {
        let event = #"""
            {"specversion": "1.0", "id": "c1", "source": "/crawler", "type": "page", "subject": "https://a.example/2",
             "time": "2021-12-07T23:45:00Z", "datacontenttype": "text/html; charset=gbk", "httpstatus": 200,
             "crawlid": "r1", "requesturl": "https://a.example", "traceparent": "00-a-b-00", "data": "<p>ä"}
            """#
        let page = try decoder.decode(inbound(event, [WireHeader("content-type", "application/cloudevents+json")]))
        #expect(text(page) == "<p>ä" && page.contentType == "text/html" && page.charset == "utf-8")
        #expect(page.captureID == "c1" && page.url == "https://a.example/2" && page.httpStatus == 200)
        #expect(page.fetchedAtMs == 1_638_920_700_000 && page.trace?.parent == "00-a-b-00")
    }

    @Test func base64DataKeepsItsCharset() throws {
        let event =
            #"{"specversion": "1.0", "id": "1", "datacontenttype": "text/html; charset=gbk", "data_base64": "PHA+"}"#
        let page = try decoder.decode(inbound(event))
        #expect(text(page) == "<p>" && page.contentType == "text/html; charset=gbk" && page.charset == nil)
    }

    @Test func dataMayBeAnEnvelope() throws {
        let event = #"{"specversion": "1.0", "id": "1", "subject": "S", "data": {"html": "<p>", "final_url": "F"}}"#
        let page = try decoder.decode(inbound(event))
        #expect(text(page) == "<p>" && page.url == "F" && page.captureID == "1")
    }

    @Test func anEventWithoutDataAClaimCheckAndABatchAreFaults() {
        #expect(fault(of: inbound(#"{"specversion": "1.0", "id": "1"}"#))?.reason == .noBody)
        #expect(fault(of: inbound(#"{"specversion": "1.0", "id": "1", "dataref": "s3://b/k"}"#))?.reason == .dataref)
        let batch = [WireHeader("content-type", "application/cloudevents-batch+json")]
        #expect(fault(of: inbound("[]", batch))?.reason == .badEnvelope)
        #expect(fault(of: inbound(#"{"html": "x"}"#), format: .cloudevents)?.reason == .badEnvelope)
    }
}
