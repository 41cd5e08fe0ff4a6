import Foundation
import Pages
import TestSupport
import Testing

@testable import Normalization

@Suite struct HashesTests {
    @Test func dedupHashIgnoresWidthSpacesAndPunctuation() {
        let one = Hashes.dedupHash(title: "A，B：C", paragraphs: ["第一段(一)。", "Ｔｗｏ 2"])
        let other = Hashes.dedupHash(title: "a, b: c", paragraphs: ["第一段（一）", "two2"])
        #expect(one == other)
        #expect(
            Hashes.contentHash(title: "a", paragraphs: ["b"]) != Hashes.contentHash(title: "A", paragraphs: ["b"]))
    }

    @Test func articleIDComesFromTheURLKeyElseFromTheText() {
        let one = Hashes.articleID(url: "https://Example.com/a?utm_source=x&b=1#top", dedupHash: "00")
        #expect(one == Hashes.articleID(url: "https://example.com:443/a?b=1", dedupHash: "11"))
        #expect(one.hasPrefix("u-") && one.utf8.count == 34)
        let text = Hashes.articleID(url: nil, dedupHash: String(repeating: "ab", count: 32))
        #expect(text == "c-" + String(repeating: "ab", count: 16))
    }

    @Test func eventIDIsTheSameForARepeatedDeliveryOnly() {
        let version = ExtractorVersion(version: "1.0.0", rulesetSerial: 1)
        var page = RawPage(body: [])
        page.provenance = Provenance(topic: "pages.raw", partition: 2, offset: 7)
        let one = Hashes.eventID(articleID: "u-1", page: page, version: version)
        #expect(one == Hashes.eventID(articleID: "u-1", page: page, version: version))
        page.provenance.offset = 8
        #expect(one != Hashes.eventID(articleID: "u-1", page: page, version: version))
        page.captureID = "c1"
        let captured = Hashes.eventID(articleID: "u-1", page: page, version: version)
        page.provenance.offset = 9
        #expect(captured == Hashes.eventID(articleID: "u-1", page: page, version: version))
    }

    @Test(arguments: [nil, 0, -5, 1_638_920_700_123, Int64.max] as [Int64?])
    func rowVersionStaysBelow2To53AndRises(fetchedAtMs: Int64?) {
        let old = Hashes.rowVersion(fetchedAtMs: fetchedAtMs, version: ExtractorVersion(version: "1", rulesetSerial: 1))
        let new = Hashes.rowVersion(fetchedAtMs: fetchedAtMs, version: ExtractorVersion(version: "1", rulesetSerial: 2))
        #expect(old >= 0 && old < new && new < 1 << 53)
    }

    struct Golden: Decodable {
        struct Event: Decodable {
            var title: String
            var paragraphs: [String]
            var content_hash: String
            var dedup_hash: String
            var char_count: Int
        }
        var event: Event
    }

    @Test(.enabled(if: Folders.hasData("seed/golden.json"), "no seed under GALLEY_DATA"))
    func agreesWithTheGoldenEvent() throws {
        let data = try Data(contentsOf: Folders.data("seed/golden.json"))
        let golden = try JSONDecoder().decode(Golden.self, from: data).event
        #expect(Hashes.contentHash(title: golden.title, paragraphs: golden.paragraphs) == golden.content_hash)
        #expect(Hashes.dedupHash(title: golden.title, paragraphs: golden.paragraphs) == golden.dedup_hash)
        #expect(golden.paragraphs.reduce(0) { $0 + $1.unicodeScalars.count } == golden.char_count)
    }
}
