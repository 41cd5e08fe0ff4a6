import Foundation
import Kafka
import TestSupport
import Testing

@Suite("galley dead-letters", .waits)
struct DeadLettersTests {
    private let kafka: EmbeddedKafka

    /// A broker with two dead letters, of which one says its site, and a rejection.
    init() throws {
        kafka = try EmbeddedKafka(topics: ["pages.raw": 2, "articles": 1, "articles.rejected": 1, "pages.raw.dlq": 1])
        let folder = try Scratch()
        try folder.file(
            "pages.jsonl",
            [
                ["url": "https://www.news.example/empty", "body": "<p>"],
                ["url": "https://other.example/broken"],
            ].map { try JSONSerialization.data(withJSONObject: $0) }.flatMap { $0 + [0x0A] })
        let loaded = try Command("load", folder.path + "/pages.jsonl", "--kafka-brokers", kafka.brokers)
        #expect(loaded.status == 0, "\(loaded.errors)")
        // One of which the key is its URL, with a value that no one can read, and a title for a terminal.
        let producer = try Producer(ProducerSettings(client: ClientSettings(brokers: kafka.brokers))) { _ in }
        try producer.produce(
            topic: "pages.raw", key: Array("https://odd.example/\u{1B}[31m".utf8),
            value: [0x1F, 0x8B, 0x08, 0x00, 0xFF, 0xFE],
            timestampMs: 1_767_225_600_000, token: 1)
        producer.flush(timeoutMs: 10_000)
        producer.close(deadlineMs: 2000)
        let run = try Command("run", "--until-end", "--kafka-brokers", kafka.brokers, "--admin-address", "off")
        #expect(run.status == 0, "\(run.errors)")
    }

    private func letters(_ arguments: String...) throws -> Command {
        try Command(["dead-letters"] + arguments + ["--kafka-brokers", kafka.brokers])
    }

    @Test("they are counted by reason, with their age and their sites")
    func lists() throws {
        defer { kafka.stop() }
        let list = try letters()
        #expect(list.status == 0, "\(list.errors)")
        let lines = list.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 4 && lines[0].hasPrefix("reason ") && lines[3] == "2 on pages.raw.dlq", "\(list.output)")
        #expect(lines.contains { $0.hasPrefix("no_body ") && $0.contains("(no url) 1") })
        #expect(
            lines.contains {
                $0.hasPrefix("bad_content_encoding ") && $0.contains("2026-01-01T00:00:00Z")
                    && $0.contains("odd.example 1")
            })
        let json = try letters("list", "--show", "json").events()
        #expect(Set(json.compactMap { $0["reason"] as? String }) == ["no_body", "bad_content_encoding"])
        #expect(json.allSatisfy { $0["count"] as? Int == 1 && $0["dealt_with"] as? Int == 0 })
        let rejected = try letters("--rejected")
        #expect(
            rejected.output.contains("empty ") && rejected.output.contains("www.news.example 1"), "\(rejected.output)")
        #expect(try letters("--where", "reason=none").output == "pages.raw.dlq holds none\n")
        #expect(try letters("--limit", "1").output.contains("1 on pages.raw.dlq, of those that were looked at"))
    }

    @Test("each is shown with its headers, why, and its first bytes, and nothing of it acts on a terminal")
    func shows() throws {
        defer { kafka.stop() }
        let shown = try letters("show", "--where", "reason=bad_content_encoding").output
        #expect(shown.contains("1f 8b 08 00 ff fe") && shown.contains("  6 bytes"), "\(shown)")
        #expect(shown.contains("galley-reason: bad_content_encoding") && shown.contains("from pages.raw["))
        #expect(!shown.contains("\u{1B}") && shown.contains("odd.example/\\u{1B}[31m"))
        #expect(try letters("show", "--where", "host=odd.example").output.contains("6 bytes"))
    }

    @Test("exported, each is whole")
    func exports() throws {
        defer { kafka.stop() }
        let all = try letters("export").events()
        #expect(all.count == 2)
        let odd = try #require(all.first { $0["reason"] as? String == "bad_content_encoding" })
        #expect(odd["value_base64"] as? String == "H4sIAP/+" && odd["timestamp_ms"] as? Int == 1_767_225_600_000)
        #expect(odd["key"] as? String == "https://odd.example/\u{1B}[31m")
        let headers = try #require(odd["headers"] as? [[String: Any]])
        #expect(headers.contains { $0["name"] as? String == "galley-attempts" && $0["value"] as? String == "1" })
    }

    @Test("what is no action, no place in a topic, or no topic is said to be so")
    func refuses() throws {
        defer { kafka.stop() }
        let action = try letters("count")
        #expect(action.status == 64 && action.errors.contains("expected one of list, show, export"))
        let place = try letters("--from", "yesterday")
        #expect(
            place.status == 64 && place.errors.contains("--from is \"yesterday\"; expected beginning, now, an offset"))
        #expect(try letters("--from", "1").output.contains("1 on pages.raw.dlq"))
        let word = try Command("redrive", "--where", "language=en", "--kafka-brokers", kafka.brokers)
        #expect(word.status == 64 && word.errors.contains("told apart by host, key, reason"))
    }
}
