import Foundation
import Pages
import Testing
import Wire

@Suite("Rejections as records")
struct RejectionEncoderTests {
    let encoder = RejectionEncoder(extractorVersion: "0.1.0")
    let page = RawPage(
        body: [], url: "https://a.example", fetchedAtMs: 0, captureID: "cap",
        trace: TraceContext(parent: "00-1-2-01"), provenance: Provenance(topic: "pages.raw", partition: 1, offset: 2))

    @Test func theKeyIsTheInputsOrTheURL() {
        let rejection = Rejection(.login, "a form")
        #expect(encoder.record(rejection, of: page, inputKey: [1]).key == [1])
        #expect(encoder.record(rejection, of: page, inputKey: nil).key == Array("https://a.example".utf8))
        #expect(encoder.record(rejection, of: RawPage(body: []), inputKey: nil).key == nil)
    }

    @Test func headersNameReasonAndTrace() {
        let record = encoder.record(Rejection(.login, "a form"), of: page, inputKey: nil)
        #expect(header(record, "ce_type") == "galley.rejected.v1" && header(record, "galley-reason") == "login")
        #expect(header(record, "traceparent") == "00-1-2-01" && header(record, "ce_time") == "1970-01-01T00:00:00Z")
    }

    @Test func theEventIDIsThatOfTheCaptureAndTheVersion() {
        let rejection = Rejection(.empty, "")
        func id(_ page: RawPage, _ version: String = "0.1.0") -> String? {
            header(RejectionEncoder(extractorVersion: version).record(rejection, of: page, inputKey: nil), "ce_id")
        }
        var elsewhere = page
        elsewhere.provenance.offset = 3
        #expect(id(page) == id(elsewhere) && id(page)?.utf8.count == 32)
        elsewhere.captureID = nil
        #expect(id(page) != id(elsewhere) && id(page) != id(page, "0.1.1"))
    }

    @Test func longDetailsAreCutBetweenCharacters() throws {
        let json = encoder.encode(Rejection(.empty, String(repeating: "页", count: 5000)), of: page)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        #expect(object["detail"] as? String == String(repeating: "页", count: 341))
    }
}

@Suite("Dead letters")
struct DeadLetterEncoderTests {
    let encoder = DeadLetterEncoder(connectorName: "galley", taskID: "w1", version: "0.1.0")
    let fault = PageFault(.badContentEncoding, stage: "decode", "the body is not valid gzip")
    let input = inbound(
        bytes: [0xFF, 0], [WireHeader(name: "x", value: [0xFE]), WireHeader(name: "x", value: nil)], key: "k",
        timestampMs: 12)

    @Test func theInputIsKeptByteForByte() {
        let letter = encoder.record(input, fault: fault, attempts: 1)
        #expect(letter.key == input.key && letter.value == input.value && letter.timestampMs == 12)
        #expect(Array(letter.headers.prefix(2)) == input.headers)
    }

    @Test func theHeadersSayWhatHappenedInConnectsWords() {
        let letter = encoder.record(input, fault: fault, attempts: 3)
        let expected = [
            "topic": "pages.raw", "partition": "3", "offset": "41", "connector.name": "galley", "task.id": "w1",
            "stage": "decode", "class.name": "galley.decode",
            "exception.class.name": "galley.PageFault.bad_content_encoding",
            "exception.message": "the body is not valid gzip",
        ]
        for (name, value) in expected { #expect(header(letter, "__connect.errors." + name) == value) }
        #expect(header(letter, "galley-reason") == "bad_content_encoding")
        #expect(header(letter, "galley-attempts") == "3" && header(letter, "galley-version") == "0.1.0")
    }

    @Test func aReducedLetterTellsWhatTheValueWasAndWhereItStands() {
        let letter = encoder.reduced(encoder.record(input, fault: fault, attempts: 2))
        #expect(letter.key == input.key && letter.value == [] && letter.timestampMs == 12)
        #expect(Array(letter.headers.prefix(2)) == input.headers)
        #expect(header(letter, "galley-value-bytes") == "2")
        // By Python's hashlib.
        let digest = "ea5dbf9596d187e9500f23e9a680109475341cf4e81f7e043f7d97152c10772f"
        #expect(header(letter, "galley-value-sha256") == digest)
        #expect(header(letter, "galley-reason") == "bad_content_encoding")
        #expect(header(letter, "__connect.errors.offset") == "41")
        // Sent round again it does not grow, and still tells of its page.
        let round = InboundRecord(
            topic: "pages.raw.dlq", partition: 0, offset: 7, timestampMs: 12, key: letter.key, value: letter.value,
            headers: letter.headers)
        let again = encoder.reduced(encoder.record(round, fault: fault, attempts: 3))
        #expect(again.headers.count == letter.headers.count)
        #expect(header(again, "galley-value-sha256") == digest)
    }

    @Test func aReducedLetterLeavesOutAKeyAndHeadersThatAreLargeThemselves() {
        var large = input
        large.key = Array(repeating: 1, count: 20_000)
        large.headers.append(WireHeader(name: "h", value: Array(repeating: 2, count: 20_000)))
        let letter = encoder.reduced(encoder.record(large, fault: fault, attempts: 1))
        #expect(letter.key == nil && header(letter, "galley-key-bytes") == "20000")
        #expect(header(letter, "galley-headers-left-out") == "3")
        #expect(letter.headers.reduce(0) { $0 + ($1.value?.count ?? 0) } < 5000)
    }

    @Test func aLetterSentRoundAgainDoesNotGrow() {
        var record = input
        let first = encoder.record(record, fault: fault, attempts: 1)
        for round in 2...50 {
            record.headers = encoder.record(record, fault: fault, attempts: round).headers
            #expect(DeadLetterEncoder.attempts(of: record) == round)
        }
        #expect(record.headers.count == first.headers.count)
    }

    @Test func textsAreBounded() {
        let long = PageFault(.noBody, stage: String(repeating: "s", count: 9999), String(repeating: "é", count: 9999))
        let letter = encoder.record(inbound(nil), fault: long, attempts: 1)
        #expect(letter.value == nil)
        #expect(letter.headers.reduce(0) { $0 + ($1.value?.count ?? 0) } < 4000)
        #expect(header(letter, "__connect.errors.exception.message") == String(repeating: "é", count: 1024))
    }

    @Test(arguments: [("7", 7), ("-3", 0), ("many", 0), ("99999999999999999999", 9_999_999_999)])
    func attemptsAreReadWithCare(text: String, expected: Int) {
        #expect(DeadLetterEncoder.attempts(of: inbound("x", [WireHeader("galley-attempts", text)])) == expected)
        #expect(DeadLetterEncoder.attempts(of: inbound("x")) == 0)
    }
}
