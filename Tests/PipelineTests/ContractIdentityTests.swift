import Foundation
import Normalization
import Pages
import Testing
import Text
import Wire

@testable import Pipeline

/// Section 2 of the contract, identity and provenance: a row a rule, through the whole pipeline.
@Suite("The contract: identity")
struct ContractIdentityTests {
    private let pipeline: PagePipeline

    init() throws { pipeline = try TestPipeline.make() }

    private static func pipeline(version: String, serial: Int) throws -> PagePipeline {
        try TestPipeline.make(version: ExtractorVersion(version: version, rulesetSerial: serial))
    }

    @Test(
        "article_id is u- and the hash of the URL key",
        arguments: [
            ("HTTPS://News.Example/Old-Ferry", "https://news.example/Old-Ferry"),
            ("http://news.example:80/a", "http://news.example/a"),
            ("https://news.example:443/a", "https://news.example/a"),
            ("https://news.example:8443/a", "https://news.example:8443/a"),
            ("https://news.example/a#comments", "https://news.example/a"),
            ("https://news.example/a#!/story/7", "https://news.example/a"),
            ("https://news.example/a?", "https://news.example/a"),
            ("https://news.example/a?#top", "https://news.example/a"),
            ("https://news.example/a?&&", "https://news.example/a"),
            ("https://news.example", "https://news.example/"),
            ("https://news.example?b=2&a=1", "https://news.example/?a=1&b=2"),
            ("https://news.example/a?utm_source=x&UTM_Medium=y&FbClid=z&GCLID=1&Spm=2.3", "https://news.example/a"),
            ("https://news.example/a?id=&utm_source=x", "https://news.example/a?id="),
            ("https://news.example/a?b=1&B=2&a=3", "https://news.example/a?B=2&a=3&b=1"),
            ("https://news.example/%E6%B8%A1?q=%e6", "https://news.example/%E6%B8%A1?q=%e6"),
            ("https://XN--FERRY-9QA.example/a", "https://xn--ferry-9qa.example/a"),
            ("https://渡口.example/渡", "https://渡口.example/渡"),
            ("https://reader:secret@news.example/a", "https://news.example/a"),
            ("  https://news.example/a\n", "https://news.example/a"),
        ])
    func articleIDOfURL(url: String, key: String) throws {
        let event = try ContractPage.english.with { $0.url = url }.event(pipeline)
        #expect(event["article_id"] == "u-" + sha256(key).prefix(32))
        #expect(event.record.key.map { String(decoding: $0, as: UTF8.self) } == event["article_id"])
    }

    @Test("without a URL article_id is c- and dedup_hash, the same at every fetch", arguments: [nil, "not a URL"])
    func articleIDOfText(url: String?) throws {
        let first = try ContractPage.chinese.with {
            $0.url = url
            $0.headers = [("ce_time", "2026-03-01T08:00:00Z"), ("ce_id", "1")]
        }.event(pipeline)
        let second = try ContractPage.chinese.with {
            $0.url = url
            $0.headers = [("ce_time", "2026-03-02T08:00:00Z"), ("ce_id", "2")]
            $0.offset = 99
        }.event(pipeline)
        #expect(first["article_id"] == "c-" + (first["dedup_hash"] ?? "").prefix(32))
        #expect(second["article_id"] == first["article_id"] && second["event_id"] != first["event_id"])
        #expect(first.list("warnings").contains("url_missing") && first.fields["url"] is NSNull)
    }

    @Test("row_version is the fetch time's seconds x 2^20 and the rule set's serial number, below 2^53")
    func rowVersion() throws {
        let times: [(header: String?, timestamp: Int64?, seconds: Int64)] = [
            ("2026-03-01T08:00:00Z", nil, 1_772_352_000), ("2026-03-01T08:00:00.999Z", nil, 1_772_352_000),
            ("2026-03-01T16:00:00+08:00", 5, 1_772_352_000), (nil, 1_772_352_000_123, 1_772_352_000), (nil, nil, 0),
            ("1969-12-31T23:59:59Z", nil, 0), ("9999-12-31T23:59:59Z", nil, (1 << 33) - 1),
        ]
        for (header, timestamp, seconds) in times {
            let page = ContractPage.english.with {
                $0.headers = header.map { [("ce_time", $0)] } ?? []
                $0.timestampMs = timestamp
            }
            for serial in [1, 2, (1 << 20) - 1] {
                let event = try page.event(Self.pipeline(version: "1.0.0", serial: serial))
                let version = try #require(event.number("row_version"))
                #expect(version == seconds << 20 + Int64(serial), "\(header ?? "none")")
                #expect(version < 1 << 53)
            }
        }
    }

    @Test("event_id follows article, capture and extractor version, and nothing else")
    func eventID() throws {
        let page = ContractPage.english.with { $0.url = "https://news.example/a" }
        let one = try page.event(pipeline)["event_id"]
        let captured = page.with { $0.headers = [("ce_id", "capture-1")] }
        let capture = try captured.event(pipeline)["event_id"]
        #expect(try page.with { $0.timestampMs = 1_772_352_000_000 }.event(pipeline)["event_id"] == one)
        #expect(try captured.with { $0.offset = 8 }.event(pipeline)["event_id"] == capture)
        let others = try [
            page.with { $0.offset = 8 }.event(pipeline),
            page.with { $0.url = "https://news.example/b" }.event(pipeline),
            captured.event(pipeline), page.event(Self.pipeline(version: "1.0.1", serial: 1)),
            page.event(Self.pipeline(version: "1.0.0", serial: 2)),
        ].map { $0["event_id"] }
        #expect(Set(others + [one]).count == 6)
    }

    @Test("content_hash is of title LF paragraphs joined by LF, dedup_hash of the same folded")
    func hashes() throws {
        let page = ContractPage.chinese
        let event = try page.event(pipeline)
        #expect(event["content_hash"] == sha256(([page.title] + page.paragraphs).joined(separator: "\n")))
        let folded = page.title.replacing("，", with: "") + page.paragraphs.joined().filter { !"，。“”".contains($0) }
        #expect(event["dedup_hash"] == sha256(folded))
    }

    @Test(
        "width, spaces and punctuation change content_hash alone",
        arguments: [
            ("，", ","), ("。", "."), ("四分钟", "四 分钟"), ("（", "("), ("青岚镇", "青岚镇\u{3000}"),
        ])
    func dedup(from: String, to: String) throws {
        let page = ContractPage.chinese.with { $0.paragraphs[0] += "（完）" }
        let other = page.with { page in page.paragraphs = page.paragraphs.map { $0.replacing(from, with: to) } }
        let (one, two) = (try page.event(pipeline), try other.event(pipeline))
        #expect(one["content_hash"] != two["content_hash"] && one["dedup_hash"] == two["dedup_hash"])
        #expect(one["article_id"] == two["article_id"])
    }

    @Test("provenance says where the page stood and who read it")
    func provenance() throws {
        let page = ContractPage.english.with {
            $0.timestampMs = 1_772_352_000_123
            $0.headers = [("ce_time", "2026-02-28T08:00:00Z")]
        }
        let event = try page.event(Self.pipeline(version: "3.2.1", serial: 44))
        #expect(event["raw_topic"] == "pages.raw" && event.number("raw_partition") == 3)
        #expect(event.number("raw_offset") == 7 && event.number("raw_timestamp_ms") == 1_772_352_000_123)
        #expect(event["raw_digest"] == "sha256:" + sha256(page.html))
        #expect(event.number("fetched_at_ms") == 1_772_265_600_000)
        #expect(event["extractor_version"] == "3.2.1" && event.number("ruleset_serial") == 44)
        #expect(event.number("schema_version") == 1)
    }

    @Test("the same input gives the same bytes, whatever pages went before")
    func sameBytes() throws {
        for page in [ContractPage.english, ContractPage.chinese] {
            let first = try page.event(TestPipeline.make())
            let second = try page.event(pipeline)
            #expect(first.bytes == second.bytes)
        }
    }
}

private func sha256(_ text: String) -> String { SHA256.hex(Array(text.utf8)) }
