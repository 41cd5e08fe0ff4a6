import Foundation
import Normalization
import Pages
import TestSupport
import Testing
import Wire

@testable import Pipeline

/// Sound pages in every carrier, cut and changed at random, the same at every run: nothing traps, each record has one sound
/// outcome, and no page grows past its limit.
@Suite("Mutated records")
struct MutatedRecordTests {
    private static let rounds = 200

    @Test("each has one sound outcome within the limits", arguments: Carrier.allCases)
    func outcome(carrier: Carrier) throws {
        var random = SeededGenerator(seed: UInt64(Carrier.allCases.firstIndex(of: carrier) ?? 0))
        let limits = Limits(pageBytes: 16_384)
        let pipelines = (try TestPipeline.make(), try TestPipeline.make(limits: limits), try TestPipeline.make())
        var articles = 0
        for round in 0..<Self.rounds {
            let record = try record(carrier, round, &random)
            let pipeline = round % 3 == 2 ? pipelines.1 : pipelines.0
            var most = 0
            let outcome = pipeline.process(record, for: PageHost(grew: { most = max(most, $0) }))
            #expect(most <= pipeline.limits.pageBytes)
            let page = try? RawPageDecoder(limits: pipeline.limits).decode(record)
            #expect((page?.body.count ?? 0) <= pipeline.limits.pageBytes)
            try check(outcome)
            if case .article(_, let published) = outcome {
                articles += 1
                #expect(try ContractEvent(pipelines.2, record).bytes == published.value)
            }
        }
        #expect(articles > 0, "none of the pages was read")
    }

    /// A page with something broken in it, or in what carries it; every tenth is sound.
    private func record(_ carrier: Carrier, _ round: Int, _ random: inout SeededGenerator) throws -> InboundRecord {
        let sound = [ContractPage.english, .chinese][round % 2].with { $0.lines = ["2024-03-01 07:45 记者 顾南星"] }
        let text = round % 4 == 3 && carrier != .warc ? sound.dump() : sound.html
        let isSound = round % 10 == 0
        let body = isSound || round % 3 == 0 ? Array(text.utf8) : Mutation.mutated(Array(text.utf8), &random)
        var (value, headers) = try carrier.carried(body)
        if !isSound, round % 3 != 1 { value = Mutation.mutated(value, &random) }
        return InboundRecord(
            topic: "pages.raw", partition: 0, offset: Int64(round), timestampMs: 1_772_352_000_000, key: nil,
            value: value, headers: headers)
    }

    private func check(_ outcome: PageOutcome) throws {
        switch outcome {
        case .article(let event, let published):
            let value = try #require(published.value)
            #expect(String(validating: value, as: UTF8.self) != nil)
            #expect(try JSONSerialization.jsonObject(with: Data(value)) is [String: Any])
            #expect(published.key == Array(event.articleID.utf8))
            #expect(event.rowVersion >= 0 && event.rowVersion < 1 << 53)
            #expect(event.charCount == event.bodyText.unicodeScalars.count - max(0, event.paragraphs.count - 1))
            #expect(event.contentHash == Hashes.contentHash(title: event.title, paragraphs: event.paragraphs))
            #expect(!event.paragraphs.contains { $0.isEmpty || $0.utf8.contains { $0 < 0x20 } })
        case .rejected(let rejection, let published):
            #expect(!rejection.detail.isEmpty && published.value != nil)
        case .dead(let fault):
            #expect(!fault.detail.isEmpty && !fault.stage.isEmpty)
        case .tombstone:
            Issue.record("a value is no delete request")
        }
    }
}

/// Every form of a record's value, as `Schemas/raw-page.md` has them.
enum Carrier: String, CaseIterable, Sendable {
    case bare, typed, json, jsonBase64, cloudEvent, cloudEventBase64, warc, mhtml, gzip, zstd, brotli, gzipTwice

    private static let url = "https://news.example/ferry"

    /// A page in this form, and the headers of its record.
    func carried(_ page: [UInt8]) throws -> (value: [UInt8], headers: [WireHeader]) {
        let text = String(decoding: page, as: UTF8.self)
        let base64 = Data(page).base64EncodedString()
        switch self {
        case .bare: return (page, [])
        case .typed:
            return (page, [WireHeader("content-type", "text/html; charset=utf-8"), WireHeader("ce_subject", Self.url)])
        case .json:
            return (try Self.json(["url": Self.url, "html": text, "status": 200, "fetched_at": 1_772_352_000]), [])
        case .jsonBase64:
            let value = try Self.json([
                "url": Self.url, "httpResponseBody": base64, "headers": ["Content-Type": ["text/html"]],
            ])
            return (value, [WireHeader("content-type", "application/json")])
        case .cloudEvent: return (try Self.json(Self.envelope("data", ["url": Self.url, "html": text])), [])
        case .cloudEventBase64:
            let value = try Self.json(Self.envelope("data_base64", base64))
            return (value, [WireHeader("content-type", "application/cloudevents+json")])
        case .warc: return (Self.warc(page), [])
        case .mhtml: return (Self.mhtml(base64), [])
        case .gzip: return (try Coder.coded(page, as: .gzip), [])
        case .zstd: return (try Coder.coded(page, as: .zstd), [WireHeader("content-encoding", "zstd")])
        case .brotli: return (try Coder.coded(page, as: .brotli), [WireHeader("content-encoding", "br")])
        case .gzipTwice:
            let twice = try Coder.coded(Coder.coded(page, as: .gzip), as: .gzip)
            return (twice, [WireHeader("content-encoding", "gzip, gzip")])
        }
    }

    private static func envelope(_ name: String, _ data: Any) -> [String: Any] {
        [
            "specversion": "1.0", "id": "1", "source": "/crawler", "type": "page", "subject": url,
            "datacontenttype": name == "data" ? "application/json" : "text/html", name: data,
        ]
    }

    private static func json(_ object: [String: Any]) throws -> [UInt8] {
        Array(try JSONSerialization.data(withJSONObject: object, options: .sortedKeys))
    }

    private static func warc(_ page: [UInt8]) -> [UInt8] {
        let http = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".utf8) + page
        let head =
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: \(url)\r\nWARC-Date: 2026-03-01T08:00:00Z\r\n"
            + "Content-Type: application/http; msgtype=response\r\nContent-Length: \(http.count)\r\n\r\n"
        return Array(head.utf8) + http + Array("\r\n\r\n".utf8)
    }

    private static func mhtml(_ base64: String) -> [UInt8] {
        Array(
            ("From: <Saved by Blink>\r\nSnapshot-Content-Location: \(url)\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/related; type=\"text/html\"; boundary=\"edge\"\r\n\r\n--edge\r\n"
                + "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\nContent-Location: \(url)\r\n\r\n"
                + "\(base64)\r\n--edge--\r\n").utf8)
    }
}

/// Changes of bytes at random.
enum Mutation {
    private static let pieces: [[UInt8]] = [
        [0], [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [0x0D], [0x1F, 0x8B, 0x08],
        Array("<table><tr><td>".utf8), Array("<!--".utf8), Array("<script>".utf8), Array("</body>".utf8),
        Array("&#x110000;".utf8), Array("<plaintext>".utf8), Array("<svg><style>".utf8), Array("\\ud800".utf8),
        Array("9999999999999999999".utf8), Array("\"".utf8), Array("{".utf8), Array("\r\n\r\n".utf8),
        Array("--edge".utf8), Array("<meta charset=utf-16>".utf8), Array("<base href=//[>".utf8),
    ]

    /// Some bytes with up to five changes: cuts, flips, repeats, swaps and pieces put in.
    static func mutated(_ whole: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = whole
        for _ in 0...Int.random(in: 0...4, using: &random) {
            guard !bytes.isEmpty else { return bytes }
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let length = Int.random(in: 0...min(400, bytes.count - place), using: &random)
            switch Int.random(in: 0..<8, using: &random) {
            case 0: bytes.removeSubrange(place...)
            case 1: bytes.removeFirst(min(place, 200))
            case 2: bytes.removeSubrange(place..<place + length)
            case 3: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
            case 4: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 5: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
            case 6: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
            default: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
            }
        }
        return bytes
    }
}
