import Foundation
import Pages
import Testing
import Wire

@Suite("Article events as JSON")
struct EventEncoderTests {
    @Test func everyFieldIsReadBackAsItWas() throws {
        #expect(try ArticleEvent(json: EventEncoder().encode(.example)) == .example)
        #expect(try ArticleEvent(json: EventEncoder().encode(ArticleEvent())) == ArticleEvent())
    }

    @Test func foundationReadsWhatIsWritten() throws {
        let data = Data(EventEncoder().encode(.example))
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["body_text"] as? String == ArticleEvent.example.bodyText)
        #expect(object["authors"] as? [String] == ["Ana Roe", "林一"])
        #expect(object["paragraph_count"] as? Int == 2)
        #expect(object["simhash"] as? String == "00f0000000000001")
        #expect(object["modified_at"] is NSNull && object["subtitle"] is NSNull)
    }

    @Test func textIsWrittenAsItIs() {
        var event = ArticleEvent()
        event.title = "渡轮 – \u{1F6A2} a/b \u{2028}\u{7F}"
        let json = String(decoding: EventEncoder().encode(event), as: UTF8.self)
        #expect(json.contains("\"title\":\"渡轮 – \u{1F6A2} a/b \u{2028}\u{7F}\","))
    }

    @Test func everyControlCharacterIsEscapedAndReadBack() throws {
        var event = ArticleEvent()
        event.paragraphs = [String(String.UnicodeScalarView((0..<0x80).compactMap(UnicodeScalar.init)))]
        let bytes = EventEncoder().encode(event)
        #expect(bytes.allSatisfy { $0 >= 0x20 })
        #expect(try ArticleEvent(json: bytes) == event)
        #expect(String(decoding: bytes, as: UTF8.self).contains(#"\u0000\u0001"#))
    }

    @Test(
        "a control character is escaped whatever stands around it",
        arguments: [0x01, 0x03, 0x1D, 0x1F, 0x00, 0x22, 0x5C])
    func controlAmongOthers(value: UInt8) throws {
        for filler in ["a", "b", "\u{7F}"] {
            for place in 0..<17 {
                var text = Array(repeating: filler, count: 17)
                text[place] = String(UnicodeScalar(value))
                var event = ArticleEvent()
                event.title = text.joined()
                let bytes = EventEncoder().encode(event)
                #expect(bytes.allSatisfy { $0 >= 0x20 })
                #expect(try ArticleEvent(json: bytes) == event)
            }
        }
    }

    @Test func numbersThatJSONHasNotAreZero() throws {
        var event = ArticleEvent()
        event.qualityScore = .nan
        event.fieldConfidence = ["title": .infinity]
        let read = try ArticleEvent(json: EventEncoder().encode(event))
        #expect(read.qualityScore == 0 && read.fieldConfidence == ["title": 0])
    }

    @Test(arguments: ["", "{}", "[]", "{\"article_id\": 7}"])
    func whatIsNoEventIsAnErrorWithWords(json: String) {
        #expect(throws: EventReadingError.self) { try ArticleEvent(json: Array(json.utf8)) }
    }

    @Test func theRecordIsACloudEventKeyedByTheArticle() {
        let record = EventEncoder(source: "/galley/a").record(
            .example, trace: TraceContext(parent: "00-1-2-01", state: "s"))
        #expect(record.key == Array("u-0123456789abcdef0123456789abcdef".utf8))
        let expected = [
            "ce_specversion=1.0", "ce_id=e-1", "ce_source=/galley/a", "ce_type=galley.article.v1",
            "ce_subject=https://www.news.example/2024/ferry", "ce_time=2024-03-01T09:30:00.250Z",
            "content-type=application/json", "traceparent=00-1-2-01", "tracestate=s",
        ]
        #expect(record.headers.map { "\($0.name)=\(String(decoding: $0.value ?? [], as: UTF8.self))" } == expected)
        #expect(EventEncoder().record(ArticleEvent()).headers.map(\.name).contains("ce_subject") == false)
    }
}

extension ArticleEvent {
    /// An event with every kind of field filled, and some left out.
    static var example: ArticleEvent {
        var event = ArticleEvent()
        event.articleID = "u-0123456789abcdef0123456789abcdef"
        event.eventID = "e-1"
        event.rowVersion = 1_786_706_394_624_003
        event.contentHash = String(repeating: "ab", count: 32)
        event.dedupHash = String(repeating: "0c", count: 32)
        event.title = "Harbour ferry returns – 渡轮复航"
        event.paragraphs = ["The \"Linnet\" sails\tagain.", "渡轮周五复航。\\ a/b"]
        event.charCount = 35
        event.summary = "After eleven weeks."
        event.published = EventTime(
            rfc3339: "2024-03-01T08:15:00+01:00", ms: 1_709_277_300_000, raw: "1 March 2024, 8.15", precision: .minute,
            zoneBasis: .site)
        event.contributors = [
            Contributor(name: "Ana Roe", role: .reporter, roleRaw: "By", affiliation: "Harbour Post"),
            Contributor(name: "Bo Lind", role: .photographer), Contributor(name: "林一", role: .author),
        ]
        event.bylineRaw = "By Ana Roe, Harbour Post"
        event.url = "https://www.news.example/2024/ferry"
        event.sourceName = "Harbour Post"
        event.isOriginal = true
        event.breadcrumb = ["Harbour Post", "Local", "Transport"]
        event.sectionPath = ["Local", "Transport"]
        event.section = "Transport"
        event.siteDomain = "news.example"
        event.siteDomainBasis = .copyrightLine
        event.country = "NO"
        event.licences = [Licence(name: "News licence", number: "17")]
        event.images = [ArticleImage(url: "https://www.news.example/f.jpg", alt: "Ferry"), ArticleImage(url: "b.jpg")]
        event.tags = ["ferry", "harbour"]
        event.language = "en"
        event.simhash = 0x00F0_0000_0000_0001
        event.duplicateCopies = 1
        event.qualityScore = 0.875
        event.fieldConfidence = ["title": 0.9, "published_at": 0.5]
        event.warnings = [.zoneAssumed, .truncatedInput]
        event.provenance = Provenance(
            topic: "pages.raw", partition: 3, offset: 41, timestampMs: 1_709_285_400_300,
            digest: "sha256:" + String(repeating: "5d", count: 32))
        event.fetchedAtMs = 1_709_285_400_250
        event.extractorVersion = "0.1.0"
        event.rulesetSerial = 3
        return event
    }
}
